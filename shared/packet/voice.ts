import { hasMessage, type Lang, type MessageParams, translateData } from "#shared/i18n";
import type { Dossier, Party } from "#shared/model";
import type { Cell, Column, Table } from "./document-table.ts";

/** Language of a set: one of the two, or Chinese with English labels beside it. */
export type SetLang = "zh" | "en" | "both";

/** Everything a document builder says goes through here, so that one builder serves three layouts. */
export type Voice = {
  readonly lang: SetLang;
  /** Language of running text. */
  readonly main: Lang;
  /** A message under `packet.`, in the main language. */
  readonly say: (key: string, params?: MessageParams) => string;
  /** A label for a form row, with English beside it where the set is bilingual. */
  readonly label: (key: string) => { readonly label: string; readonly labelEn?: string };
  /** A word of the common catalogue (`answer.yes`, `lane.…`), or the text itself when there is none. */
  readonly word: (key: string) => string;
  /** A party's name as this reader needs it: the legal name, with the other script beside it where given. */
  readonly party: (id: string | undefined) => string;
  readonly site: (id: string | undefined) => string;
  readonly product: (id: string | undefined) => string;
  /** The text of a bilingual field in the main language, else in the other; empty when neither is given. */
  readonly text: (
    value: { zh?: string | undefined; en?: string | undefined } | undefined,
  ) => string;
};

function partyName(party: Party, main: Lang): string {
  const first = main === "zh" ? party.names.zh : party.names.en;
  const second = main === "zh" ? party.names.en : party.names.zh;
  if (first === undefined) return second ?? party.id;
  return second === undefined ? first : `${first} (${second})`;
}

/** Builds the voice for one projected dossier. */
export function createVoice(dossier: Dossier, lang: SetLang): Voice {
  const main: Lang = lang === "en" ? "en" : "zh";
  const say = (key: string, params?: MessageParams) => translateData(main, `packet.${key}`, params);
  const parties = new Map(dossier.parties.map((party) => [party.id, partyName(party, main)]));
  const text: Voice["text"] = (value) =>
    (main === "zh" ? (value?.zh ?? value?.en) : (value?.en ?? value?.zh)) ?? "";
  const sites = new Map(dossier.sites.map((site) => [site.id, text(site.names) || site.id]));
  const products = new Map(
    dossier.products.map((product) => [product.id, `${product.vendor} ${product.model}`]),
  );
  return {
    lang,
    main,
    say,
    label: (key) =>
      lang === "both"
        ? { label: say(key), labelEn: translateData("en", `packet.${key}`) }
        : { label: say(key) },
    word: (key) => (hasMessage(key) ? translateData(main, key) : key),
    party: (id) => (id === undefined ? "" : (parties.get(id) ?? id)),
    site: (id) => (id === undefined ? "" : (sites.get(id) ?? id)),
    product: (id) => (id === undefined ? "" : (products.get(id) ?? id)),
    text,
  };
}

/** A ruled form of labels and values; `undefined` prints as an empty box. */
export function form(
  voice: Voice,
  rows: readonly (readonly [key: string, value: string | undefined, field?: string])[],
  caption?: string,
) {
  return {
    kind: "keyValue" as const,
    ...(caption === undefined ? {} : { caption }),
    rows: rows.map(([key, value, field]) => ({
      ...voice.label(key),
      value: value ?? "",
      ...(field === undefined ? {} : { field }),
    })),
  };
}

/** A column of a table: heading key, width share, alignment. */
export type ColumnPlan = readonly [key: string, fr: number, align?: "left" | "right" | "center"];

/** A table whose headings come from the catalogue. */
export function table(
  voice: Voice,
  plan: readonly ColumnPlan[],
  rows: readonly (readonly Cell[])[],
  extra: Partial<Pick<Table, "caption" | "totals" | "note" | "size">> = {},
): Table {
  const columns: Column[] = plan.map(([, fr, align]) => ({
    width: { fr },
    ...(align === undefined ? {} : { align }),
  }));
  const header: Cell[] = plan.map(([key]) => voice.say(key));
  return {
    kind: "table",
    columns,
    header: [header],
    rows: rows.map((row) => [...row]),
    size: "small",
    ...extra,
  };
}

/** A paragraph of running text; several paragraphs where the text has line breaks. */
export function paragraphs(text: string) {
  return text
    .split(/\n+/)
    .filter((part) => part.trim() !== "")
    .map((part) => ({ kind: "paragraph" as const, text: part }));
}

/** A numbered heading. */
export function heading(level: 1 | 2 | 3, text: string) {
  return { kind: "heading" as const, level, text };
}
