import { hasMessage, type Lang, type MessageParams, translateData } from "#shared/i18n";
import type { Answer, Dossier, Share } from "#shared/model";
import type { FlowBlock, Table } from "#shared/packet";

/** Language of a set of papers: one of the two, or Chinese with English labels beside it. */
export type PaperLanguage = "zh" | "en" | "both";

type Column = readonly [key: string, width: number, align?: "right"];
type Row = readonly [key: string, value: string | undefined];

/** Says everything that stands on a paper, in the language of the set. */
export class PaperVoice {
  readonly language: PaperLanguage;
  readonly main: Lang;
  readonly #parties: ReadonlyMap<string, string>;
  readonly #sites: ReadonlyMap<string, string>;
  readonly #products: ReadonlyMap<string, string>;

  constructor(dossier: Dossier, language: PaperLanguage) {
    this.language = language;
    this.main = language === "en" ? "en" : "zh";
    this.#parties = new Map(dossier.parties.map(({ id, names }) => [id, this.both(names) || id]));
    this.#sites = new Map(dossier.sites.map(({ id, names }) => [id, this.both(names) || id]));
    this.#products = new Map(
      dossier.products.map(({ id, vendor, model }) => [id, `${vendor} ${model}`]),
    );
  }

  say(key: string, params?: MessageParams): string {
    return translateData(this.main, `paper.${key}`, params);
  }

  /** A word of the common catalogue, or the text itself. */
  word(key: string): string {
    return hasMessage(key) ? translateData(this.main, key) : key.slice(key.lastIndexOf(".") + 1);
  }

  /** The text in the main language; the other one where it is missing. */
  text(value: { zh?: string | undefined; en?: string | undefined } | undefined): string {
    return (this.main === "zh" ? (value?.zh ?? value?.en) : (value?.en ?? value?.zh)) ?? "";
  }

  /** A name in the main language with the other beside it. */
  both(names: { zh?: string | undefined; en?: string | undefined }): string {
    const [first, second] = this.main === "zh" ? [names.zh, names.en] : [names.en, names.zh];
    if (first === undefined) return second ?? "";
    return second === undefined ? first : `${first} (${second})`;
  }

  party(id: string | undefined): string {
    return id === undefined ? "" : (this.#parties.get(id) ?? "");
  }

  site(id: string | undefined): string {
    return id === undefined ? "" : (this.#sites.get(id) ?? "");
  }

  product(id: string | undefined): string {
    return id === undefined ? "" : (this.#products.get(id) ?? "");
  }

  answer(answer: Answer | undefined): string {
    if (answer === undefined) return "";
    const word = this.word(`answer.${answer.value}`);
    return answer.note === undefined ? word : `${word}\n${answer.note}`;
  }

  share(share: Share | undefined): string {
    if (share === undefined) return "";
    if (share.kind === "unknown") return this.word("answer.unknown");
    return share.kind === "exact" ? `${share.percent} %` : `${share.min} % – ${share.max} %`;
  }

  heading(key: string): FlowBlock {
    return { kind: "heading", level: 1, text: this.say(`heading.${key}`) };
  }

  /** A ruled form; a value that is missing prints as an empty box. */
  form(rows: readonly Row[]): FlowBlock {
    return {
      kind: "keyValue",
      rows: rows.map(([key, value]) => ({
        label: this.say(`field.${key}`),
        ...(this.language === "both" ? { labelEn: translateData("en", `paper.field.${key}`) } : {}),
        value: value ?? "",
      })),
    };
  }

  table(columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
    return {
      kind: "table",
      size: "small",
      columns: columns.map(([, fr, align]) => ({
        width: { fr },
        ...(align === undefined ? {} : { align }),
      })),
      header: [columns.map(([key]) => this.say(`column.${key}`))],
      rows: rows.map((row) => [...row]),
    };
  }

  /** Running text, a paragraph for each line. */
  paragraphs(text: string): FlowBlock[] {
    return text
      .split(/\n+/)
      .filter((part) => part.trim() !== "")
      .map((part) => ({ kind: "paragraph", text: part }));
  }
}
