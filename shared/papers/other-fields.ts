import type { FlowBlock } from "#shared/packet";
import { fieldLabel } from "#shared/packet";
import type { PaperVoice } from "./voice.ts";

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
    found.map(({ path, text }) => [
      aboutOf(path, voice),
      fieldLabel(voice.main, path.replace(/\.value$/, "")),
      /\.value$/.test(path) ? voice.word(`answer.${text}`) : text,
    ]),
    { size: "tiny", empty: "record.none" },
  );
}
