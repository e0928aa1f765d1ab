import type { FlowBlock } from "#shared/packet";
import { fieldLabel } from "#shared/packet";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** Fields that no paper of either set prints; the record holds them all the same. */
const elsewhere = [
  /^order\.(title|createdOn|drafter|supersedes)$/,
  /^order\.terms\.(paymentTerms|usDutyPassedOn|exchangeRates)/,
  /^order\.declarations\.(personalDataConsent|changedAfterDelivery|dataToForeignAuthority|prohibitionOrderKnown)/,
  /^order\.lines\.[^.]+\.serialNumbers/,
  /^order\.tenantMix\.[^.]+\.tenants/,
  /^order\.exporterFacts\.laboratory\.(qualificationRevoked|exportedOn)/,
  /^parties\.[^.]+\.(names\.aliases|contacts|signatory|foundedOn|customsCode|website)/,
  /^links\.[^.]+\.(from|to)$/,
  /^products\.[^.]+\.(waferOrigin|comparisonOnly)$/,
];

type Found = { readonly path: string; readonly text: string };

/** Serial numbers and the like are counted beyond this: the whole list is in the record's data. */
const MOST_OF_A_LIST = 20;

function leaves(value: unknown, path: string, formatter: PaperFormatter): readonly Found[] {
  if (typeof value !== "object" || value === null) return [{ path, text: String(value) }];
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== "object")) {
      const shown = value.slice(0, MOST_OF_A_LIST).map(String);
      const more = value.length - shown.length;
      const text = formatter.join([
        ...shown,
        ...(more > 0 ? [formatter.say("record.more", { count: String(more) })] : []),
      ]);
      return value.length === 0 ? [] : [{ path, text }];
    }
    return value.flatMap((item, index) => {
      const id = (item as { id?: unknown }).id;
      return leaves(item, `${path}.${typeof id === "string" ? id : index}`, formatter);
    });
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, path === "" ? key : `${path}.${key}`, formatter),
  );
}

/** Whom or what an address is about, by name. */
function aboutOf(path: string, formatter: PaperFormatter): string {
  const [list, id = "", more = ""] = path.split(".");
  if (list === "parties") return formatter.full(id);
  if (list === "products") return formatter.product(id);
  if (list === "links") return id;
  if (list !== "order" || id !== "lines") return "";
  const at = formatter.dossier.order.lines.findIndex((line) => line.id === more);
  return at < 0 ? "" : formatter.say("record.line", { line: String(at + 1) });
}

/** Ids of people and parties as the names they stand for; answers as words. */
function shownAs({ path, text }: Found, formatter: PaperFormatter): string {
  if (/\.value$/.test(path)) return formatter.word(`answer.${text}`);
  const person = formatter.dossier.persons.find(({ id }) => id === text);
  return person?.name ?? (formatter.full(text) || text);
}

/** The rest of a dossier, field by field. */
export function otherFields(formatter: PaperFormatter): FlowBlock {
  const found = leaves(formatter.dossier, "", formatter).filter(({ path }) =>
    elsewhere.some((pattern) => pattern.test(path)),
  );
  return formatter.table(
    [
      ["of", 4],
      ["field", 4],
      ["value", 7],
    ],
    found.map((one) => [
      aboutOf(one.path, formatter),
      fieldLabel(formatter.main, one.path.replace(/\.value$/, "")),
      shownAs(one, formatter),
    ]),
    { size: "tiny", empty: "record.none" },
  );
}
