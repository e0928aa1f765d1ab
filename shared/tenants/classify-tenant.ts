import { isUscc, normaliseCode, USCC_CATEGORIES, type UsccKind } from "#shared/identity";
import type {
  ClassifiedTenant,
  TenantClass,
  TenantEvidence,
  TenantHit,
  TenantRow,
} from "./tenant.ts";
import { nameSigns, natureSigns, sectorSigns, signIn } from "./tenant-signs.ts";

/** What the first two characters of a valid code show of the class; an enterprise's code is silent on who owns it. */
const classOfKind: Partial<Record<UsccKind, TenantClass>> = {
  organ: "government",
  "public-institution": "public-institution",
  military: "military",
  "sole-trader": "private-commercial",
};

const HOME = /^(?:CN|CHN|中国|中华人民共和国|china|)$/iu;
/** Beside the mainland, and not simply foreign: a person decides. */
const GREATER =
  /^(?:HK|HKG|MO|MAC|TW|TWN|中国?香港|中国?澳门|中国?台湾|hong kong|macau|macao|taiwan)$/iu;

const FIRM_NAME =
  /(?:公司|合伙[)）]?|合伙企业)$|\b(?:ltd|limited|inc|llc|corp(?:oration)?|gmbh)\.?$/iu;

function evidenceOf(row: TenantRow, hits: readonly TenantHit[]): TenantEvidence[] {
  const found: TenantEvidence[] = [];
  const code = normaliseCode(row.code);
  if (code !== "") {
    if (!isUscc(code)) found.push({ kind: "code-invalid", what: code.slice(0, 40) });
    else {
      const prefix = code.slice(0, 2);
      const shown = classOfKind[USCC_CATEGORIES[prefix]?.kind ?? "other"];
      found.push({ kind: "code", what: prefix, ...(shown === undefined ? {} : { class: shown }) });
    }
  }
  const coded = found.some(({ kind }) => kind === "code");
  const stated = signIn(row.nature, natureSigns);
  if (stated !== undefined) found.push({ kind: "nature", ...stated });
  if (!HOME.test(row.country))
    found.push({ kind: "country", what: row.country.slice(0, 40), class: "foreign" });
  const named = signIn(row.name, nameSigns);
  // A firm that is called after a university or an office is a firm; where there is a code, it shows the form.
  const ofFirm = named?.class === "public-institution" || named?.class === "government";
  if (named !== undefined && !(ofFirm && (coded || FIRM_NAME.test(row.name))))
    found.push({ kind: "name", ...named });
  const sector = signIn(row.sector, sectorSigns);
  if (sector !== undefined) {
    const { what } = sector;
    // The code shows whether somebody is an office or a public institution; the trade then says nothing of it.
    const settled =
      coded && (sector.class === "public-institution" || sector.class === "government");
    found.push(settled ? { kind: "sector", what } : { kind: "sector", ...sector });
  }
  for (const { list, entry, name } of hits.slice(0, 5))
    found.push({
      kind: "list",
      what: `${entry} ${name}`.slice(0, 200),
      ...(list === "meu" || list === "mieu" ? { class: "military" as const } : {}),
    });
  if (row.name === "" && row.code === "") found.push({ kind: "nothing", what: "" });
  return found;
}

/** How much a kind of evidence weighs when several name a class. */
const ORDER: readonly TenantEvidence["kind"][] = ["code", "nature", "country", "name"];

function firstOf(evidence: readonly TenantEvidence[]): TenantEvidence | undefined {
  for (const kind of ORDER) {
    const found = evidence.find((one) => one.kind === kind && one.class !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A firm of the mainland whose owner nobody named may be either. */
const FIRM: readonly TenantClass[] = ["private-commercial", "state-owned-enterprise"];

/**
 * The class of one tenant with all that speaks for and against it. Names and sectors only make a class possible; evidence
 * that disagrees, a resemblance with a listed name and a code that is not valid leave the row to a person.
 */
export function classifyTenant(row: TenantRow, hits: readonly TenantHit[]): ClassifiedTenant {
  const evidence = evidenceOf(row, hits);
  const leading = firstOf(evidence);
  const classes = new Set(evidence.flatMap((one) => one.class ?? []));
  const firm = evidence.some(({ kind, what }) => kind === "code" && what === "91");
  if (leading === undefined) {
    const possible = new Set<TenantClass>([...(firm ? FIRM : []), ...classes]);
    return { ...row, class: "not-known", sure: false, possible: [...possible], evidence };
  }
  const own = leading.class ?? "not-known";
  const possible = new Set<TenantClass>();
  for (const { kind, class: other } of evidence) {
    // What a code shows excludes what a mere name suggests; only the military is asked after all the same.
    const excluded = leading.kind === "code" && kind === "name" && other !== "military";
    if (other !== undefined && other !== own && !excluded) possible.add(other);
  }
  // An enterprise's code is no office's and no public institution's, whatever the book states.
  if (firm && (own === "government" || own === "public-institution"))
    for (const one of FIRM) possible.add(one);
  const doubtful =
    hits.length > 0 ||
    evidence.some(({ kind }) => kind === "code-invalid") ||
    leading.kind === "name" ||
    (leading.kind === "country" && GREATER.test(row.country));
  return {
    ...row,
    class: own,
    sure: !doubtful && possible.size === 0,
    possible: [...possible],
    evidence,
  };
}
