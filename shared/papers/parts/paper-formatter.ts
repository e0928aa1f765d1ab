import { hasMessage, type Lang, type MessageParams, translateData } from "#shared/i18n";
import type { Answer, Bilingual, Dossier, Party, Share, Site } from "#shared/model";
import type { Cell, FlowBlock, Inline, Table } from "#shared/packet";
import type { CitedText } from "./class-statement.ts";

/** Language of a set of papers: one of the two, or Chinese with English labels beside it. */
export type PaperLanguage = "zh" | "en" | "both";

/** A column: the key of its heading, its share of the width, its alignment. */
export type ColumnPlan = readonly [key: string, width: number, align?: "left" | "center" | "right"];
/** A row of a form: the key of its label, its value, the path of the field in messages. */
export type FormRow = readonly [key: string, value: Inline | undefined, field?: string];

type Extra = Partial<
  Pick<Table, "caption" | "totals" | "note" | "size" | "splitRows" | "groups">
> & {
  /** The sentence that stands there instead of a table without rows. */
  readonly empty?: string;
};

/** Says everything that stands on a paper, in the language of the set. */
export class PaperFormatter {
  readonly language: PaperLanguage;
  readonly main: Lang;
  readonly dossier: Dossier;
  readonly #parties: ReadonlyMap<string, Party>;
  readonly #sites: ReadonlyMap<string, Site>;
  readonly #products: ReadonlyMap<string, string>;
  readonly #evidence: ReadonlyMap<string, number>;

  constructor(dossier: Dossier, language: PaperLanguage) {
    this.language = language;
    this.main = language === "en" ? "en" : "zh";
    this.dossier = dossier;
    this.#parties = new Map(dossier.parties.map((party) => [party.id, party]));
    this.#sites = new Map(dossier.sites.map((site) => [site.id, site]));
    this.#products = new Map(
      dossier.products.map(({ id, vendor, model }) => [id, `${vendor} ${model}`]),
    );
    this.#evidence = new Map(dossier.evidence.map(({ id }, index) => [id, index + 1]));
  }

  say(key: string, params?: MessageParams): string {
    return translateData(this.main, `paper.${key}`, params);
  }

  /** A word of the common catalogue, or the last part of its key. */
  word(key: string): string {
    return hasMessage(key) ? translateData(this.main, key) : key.slice(key.lastIndexOf(".") + 1);
  }

  /** What the fixed words of the language put between items of a line. */
  join(items: readonly (string | undefined)[]): string {
    const said = items.filter((item) => item !== undefined && item !== "");
    return said.join(this.main === "zh" ? "、" : "; ");
  }

  /** The text in the main language; the other one where it is missing. */
  text(value: Bilingual | undefined): string {
    return (this.main === "zh" ? (value?.zh ?? value?.en) : (value?.en ?? value?.zh)) ?? "";
  }

  /** A title that comes with both its languages. */
  titled(value: { readonly zh: string; readonly en: string }): string {
    return value[this.main];
  }

  /** A text as a footnote cites it: its title, what it says, where and of which day. */
  cited(source: CitedText): string {
    const said = source.statement === undefined ? "" : this.titled(source.statement);
    const place = [
      source.address,
      source.date,
      source.unverified === true ? this.say("cited.unverified") : undefined,
    ].filter((part) => part !== undefined && part !== "");
    const title = this.titled(source);
    const text = said === "" ? title : this.say("cited", { title, said });
    return place.length === 0 ? text : this.say("cited.place", { text, place: place.join(", ") });
  }

  /** A name in the main language with the other beside it. */
  both(names: { zh?: string | undefined; en?: string | undefined }): string {
    const [first, second] = this.main === "zh" ? [names.zh, names.en] : [names.en, names.zh];
    if (first === undefined) return second ?? "";
    return second === undefined || second === first ? first : `${first} (${second})`;
  }

  partyOf(id: string | undefined): Party | undefined {
    return id === undefined ? undefined : this.#parties.get(id);
  }

  /** A party with both its names. */
  full(id: string | undefined): string {
    const party = this.partyOf(id);
    return party === undefined ? "" : this.both(party.names) || party.id;
  }

  /**
   * A party as this reader knows it: in a Chinese paper a mainland unit by its Chinese name, a foreign one by both; in an
   * English paper by its English name. Where names are compared, `full` gives both.
   */
  party(id: string | undefined): string {
    const foreign = this.main === "zh" && this.partyOf(id)?.country !== "CN";
    return foreign || this.language === "both" ? this.full(id) : this.short(id);
  }

  /** A party by its name in the main language alone, for running text. */
  short(id: string | undefined): string {
    const party = this.partyOf(id);
    return party === undefined ? "" : this.text(party.names) || party.id;
  }

  /** A unit of measure; a Chinese one says nothing to a reader of English. */
  unit(unit: string | undefined): string {
    if (unit === undefined) return "";
    return this.main === "en" && /\p{Script=Han}/u.test(unit) ? "" : unit;
  }

  /** The registration number: the unified code, or the foreign ones with their registers. */
  code(party: Party | undefined): string {
    if (party?.uscc !== undefined) return party.uscc;
    return (party?.foreignCodes ?? [])
      .map((code) => `${this.word(`code.scheme.${code.scheme}`)} ${code.value}`)
      .join("\n");
  }

  /** A name with its registration number on a line of its own. */
  named(id: string | undefined): string {
    return [this.party(id), this.code(this.partyOf(id))].filter((part) => part !== "").join("\n");
  }

  /** The registered address, else the first. */
  address(party: Party | undefined): string {
    const all = party?.addresses ?? [];
    const address = all.find(({ kind }) => kind === "registered") ?? all[0];
    return [this.text(address), address?.postalCode ?? ""].filter((part) => part !== "").join(" ");
  }

  site(id: string | undefined): string {
    const site = id === undefined ? undefined : this.#sites.get(id);
    if (site === undefined) return "";
    const name = this.language === "both" ? this.both(site.names) : this.text(site.names);
    return name === "" ? site.id : name;
  }

  product(id: string | undefined): string {
    return id === undefined ? "" : (this.#products.get(id) ?? "");
  }

  country(code: string | undefined): string {
    if (code === undefined) return "";
    const key = `country.${code}`;
    if (!hasMessage(key)) return code;
    const name = translateData(this.main, key);
    return this.main === "zh" ? `${name}（${code}）` : `${name} (${code})`;
  }

  /** The number under which a paper stands in the index of evidence; empty where the set does not carry it. */
  proof(id: string): string {
    const at = this.#evidence.get(id);
    return at === undefined ? "" : this.say("proof", { number: String(at).padStart(2, "0") });
  }

  proofs(ids: readonly string[] | undefined): string {
    return this.join((ids ?? []).map((id) => this.proof(id)));
  }

  /** An answer: the word, then the note, the day and the evidence it rests on. Unanswered prints as an empty box. */
  answer(answer: Answer | undefined): string {
    if (answer === undefined) return "";
    const proofs = this.proofs(answer.evidence);
    return [
      this.word(`answer.${answer.value}`),
      answer.note,
      answer.asOf === undefined ? "" : this.say("answer.asOf", { date: answer.asOf }),
      proofs === "" ? "" : this.say("answer.proof", { proofs }),
    ]
      .filter((part) => part !== undefined && part !== "")
      .join("\n");
  }

  share(share: Share | undefined): string {
    if (share === undefined) return "";
    if (share.kind === "unknown") return this.word("answer.unknown");
    if (share.kind === "exact") return `${share.percent}%`;
    const low = `${share.minExclusive === true ? ">" : ""}${share.min}%`;
    const high = `${share.maxExclusive === true ? "<" : ""}${share.max}%`;
    return `${low}–${high}`;
  }

  heading(key: string, level: 1 | 2 = 1): FlowBlock {
    return { kind: "heading", level, text: this.say(`heading.${key}`) };
  }

  /** A heading that is a name and not a fixed word. */
  nameHeading(text: string, level: 1 | 2 = 2): FlowBlock {
    return { kind: "heading", level, text };
  }

  /** A ruled form; a value that is missing prints as an empty box. */
  form(rows: readonly FormRow[], extra: { columns?: 1 | 2; caption?: string } = {}): FlowBlock {
    return {
      kind: "keyValue",
      ...extra,
      rows: rows.map(([key, value, field]) => ({
        label: this.say(`field.${key}`),
        ...(this.language === "both" ? { labelEn: translateData("en", `paper.field.${key}`) } : {}),
        value: value ?? "",
        ...(field === undefined ? {} : { field }),
      })),
    };
  }

  /** A table whose headings come from the catalogue; without rows, the sentence that there are none. */
  table(
    columns: readonly ColumnPlan[],
    rows: readonly (readonly Cell[])[],
    { empty, ...extra }: Extra = {},
  ): FlowBlock {
    if (rows.length === 0) return this.none(empty);
    const head = (key: string) =>
      this.language === "both"
        ? `${this.say(`column.${key}`)}\n${translateData("en", `paper.column.${key}`)}`
        : this.say(`column.${key}`);
    return {
      kind: "table",
      size: "small",
      columns: columns.map(([, fr, align]) => ({
        width: { fr },
        ...(align === undefined ? {} : { align }),
      })),
      header: [columns.map(([key]) => head(key))],
      rows: rows.map((row) => [...row]),
      ...extra,
    };
  }

  /** What stands where nothing was filled in. */
  none(key = "none"): FlowBlock {
    return { kind: "paragraph", text: this.say(key) };
  }

  paragraph(key: string, params?: MessageParams): FlowBlock {
    return { kind: "paragraph", text: this.say(key, params) };
  }

  notice(key: string, params?: MessageParams): FlowBlock {
    return { kind: "notice", text: this.say(key, params) };
  }

  /** Running text, a paragraph for each line; the sentence that nothing was filled in where it is empty. */
  prose(text: string | undefined): FlowBlock[] {
    const parts = (text ?? "").split(/\n+/).filter((part) => part.trim() !== "");
    if (parts.length === 0) return [this.none()];
    return parts.map((part) => ({ kind: "paragraph", text: part }));
  }
}
