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

/** What the code shows, or that it is not one. */
function ofCode(row: TenantRow): readonly TenantEvidence[] {
  const code = normaliseCode(row.code);
  if (code === "") return [];
  if (!isUscc(code)) return [{ kind: "code-invalid", what: code.slice(0, 40) }];
  const prefix = code.slice(0, 2);
  const shown = classOfKind[USCC_CATEGORIES[prefix]?.kind ?? "other"];
  return [{ kind: "code", what: prefix, ...(shown === undefined ? {} : { class: shown }) }];
}

/** Offices and public institutions, which a code shows better than a name or a trade does. */
const isOffice = (found: TenantClass | undefined) =>
  found === "public-institution" || found === "government";

function ofName(row: TenantRow, coded: boolean): readonly TenantEvidence[] {
  const named = signIn(row.name, nameSigns);
  if (named === undefined) return [];
  // A firm that is called after a university or an office is a firm; where there is a code, it shows the form.
  if (isOffice(named.class) && (coded || FIRM_NAME.test(row.name))) return [];
  return [{ kind: "name", ...named }];
}

function ofSector(row: TenantRow, coded: boolean): readonly TenantEvidence[] {
  const sector = signIn(row.sector, sectorSigns);
  if (sector === undefined) return [];
  // The code shows whether somebody is an office or a public institution; the trade then says nothing of it.
  if (coded && isOffice(sector.class)) return [{ kind: "sector", what: sector.what }];
  return [{ kind: "sector", ...sector }];
}

const ofHit = ({ list, name }: TenantHit): TenantEvidence => ({
  kind: "list",
  what: `${name} (${list})`.slice(0, 200),
  ...(list === "meu" || list === "mieu" ? { class: "military" as const } : {}),
});

function evidenceOf(row: TenantRow, hits: readonly TenantHit[]): TenantEvidence[] {
  const found: TenantEvidence[] = [...ofCode(row)];
  const coded = found.some(({ kind }) => kind === "code");
  const stated = signIn(row.nature, natureSigns);
  if (stated !== undefined) found.push({ kind: "nature", ...stated });
  if (!HOME.test(row.country))
    found.push({ kind: "country", what: row.country.slice(0, 40), class: "foreign" });
  found.push(...ofName(row, coded), ...ofSector(row, coded), ...hits.slice(0, 5).map(ofHit));
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
