import type { FlowBlock } from "#shared/packet";
import { fieldLabel } from "#shared/packet";
import type { PaperVoice } from "../parts/paper-formatter.ts";

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

function leaves(value: unknown, path: string, voice: PaperVoice): readonly Found[] {
  if (typeof value !== "object" || value === null) return [{ path, text: String(value) }];
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== "object")) {
      const shown = value.slice(0, MOST_OF_A_LIST).map(String);
      const more = value.length - shown.length;
      const text = voice.join([
        ...shown,
        ...(more > 0 ? [voice.say("record.more", { count: String(more) })] : []),
      ]);
      return value.length === 0 ? [] : [{ path, text }];
    }
    return value.flatMap((item, index) => {
      const id = (item as { id?: unknown }).id;
      return leaves(item, `${path}.${typeof id === "string" ? id : index}`, voice);
    });
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, path === "" ? key : `${path}.${key}`, voice),
  );
}

/** Whom or what an address is about, by name. */
function aboutOf(path: string, voice: PaperVoice): string {
  const [list, id = "", more = ""] = path.split(".");
  if (list === "parties") return voice.full(id);
  if (list === "products") return voice.product(id);
  if (list === "links") return id;
  if (list !== "order" || id !== "lines") return "";
  const at = voice.dossier.order.lines.findIndex((line) => line.id === more);
  return at < 0 ? "" : voice.say("record.line", { line: String(at + 1) });
}

/** Ids of people and parties as the names they stand for; answers as words. */
function shownAs({ path, text }: Found, voice: PaperVoice): string {
  if (/\.value$/.test(path)) return voice.word(`answer.${text}`);
  const person = voice.dossier.persons.find(({ id }) => id === text);
  return person?.name ?? (voice.full(text) || text);
}

/** The rest of a dossier, field by field. */
export function otherFields(voice: PaperVoice): FlowBlock {
  const found = leaves(voice.dossier, "", voice).filter(({ path }) =>
    elsewhere.some((pattern) => pattern.test(path)),
  );
  return voice.table(
    [
      ["of", 4],
      ["field", 4],
      ["value", 7],
    ],
    found.map((one) => [
      aboutOf(one.path, voice),
      fieldLabel(voice.main, one.path.replace(/\.value$/, "")),
      shownAs(one, voice),
    ]),
    { size: "tiny", empty: "record.none" },
  );
}
