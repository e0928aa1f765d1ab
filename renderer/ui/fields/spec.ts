import type { BookKind } from "../data/books.ts";
import type { SuggestionList } from "./suggestions.tsx";

/** What kind of answer a field takes. */
export type FieldKind =
  /** `suggest`: codes of a form that are offered; any other text may be typed. */
  | { readonly kind: "line"; readonly suggest?: SuggestionList }
  | { readonly kind: "date" | "amount" | "integer" | "country" | "countries" | "currency" }
  | { readonly kind: "text"; readonly rows?: number }
  | { readonly kind: "bilingual"; readonly long?: boolean }
  | {
      readonly kind: "choice";
      readonly options: readonly string[];
      readonly words: string;
      /** Names of options that are data and stand in no catalogue. */
      readonly labels?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "choices"; readonly options: readonly string[]; readonly words: string }
  | { readonly kind: "share" | "bool" | "lines" }
  /** `noteApart`: the form asks for the note in a field of its own. */
  | { readonly kind: "answer"; readonly noteApart?: boolean }
  | { readonly kind: "one"; readonly book: BookKind }
  | { readonly kind: "many"; readonly book: BookKind };

/** One field of a form: where its value lies below the form's base, and what kind of answer it takes. */
export type FieldSpec = FieldKind & {
  readonly name: string;
  readonly wide?: boolean;
  readonly unit?: string;
};

/** Entries of a list, each with the same fields. */
export type RowsSpec = {
  readonly name: string;
  /** Stands in the catalogue before the names of its fields: `field.<of>.<name>`. */
  readonly of: string;
  readonly fields: readonly FieldSpec[];
  /** A fresh entry; `newId` gives it the id its kind needs. */
  readonly fresh: () => unknown;
  readonly most?: number;
};

/** Shorthands that keep long lists of fields readable. */
export const f = {
  line: (
    name: string,
    extra: { wide?: boolean; unit?: string; suggest?: SuggestionList } = {},
  ): FieldSpec => ({
    name,
    kind: "line",
    ...extra,
  }),
  text: (name: string, rows = 4): FieldSpec => ({ name, kind: "text", rows, wide: true }),
  bilingual: (name: string, long = true): FieldSpec => ({
    name,
    kind: "bilingual",
    long,
    wide: true,
  }),
  date: (name: string): FieldSpec => ({ name, kind: "date" }),
  amount: (name: string, unit?: string): FieldSpec =>
    unit === undefined ? { name, kind: "amount" } : { name, kind: "amount", unit },
  integer: (name: string, unit?: string): FieldSpec =>
    unit === undefined ? { name, kind: "integer" } : { name, kind: "integer", unit },
  country: (name: string): FieldSpec => ({ name, kind: "country" }),
  countries: (name: string): FieldSpec => ({ name, kind: "countries" }),
  currency: (name: string): FieldSpec => ({ name, kind: "currency" }),
  choice: (name: string, options: readonly string[], words: string): FieldSpec => ({
    name,
    kind: "choice",
    options,
    words,
  }),
  choices: (name: string, options: readonly string[], words: string): FieldSpec => ({
    name,
    kind: "choices",
    options,
    words,
    wide: true,
  }),
  answer: (name: string): FieldSpec => ({ name, kind: "answer", wide: true }),
  bool: (name: string): FieldSpec => ({ name, kind: "bool" }),
  lines: (name: string): FieldSpec => ({ name, kind: "lines", wide: true }),
  share: (name: string): FieldSpec => ({ name, kind: "share", wide: true }),
  one: (name: string, book: BookKind): FieldSpec => ({ name, kind: "one", book }),
  many: (name: string, book: BookKind): FieldSpec => ({ name, kind: "many", book, wide: true }),
} as const;

/** A new id of a kind; the host's schemas allow letters, digits and `-` after the prefix. */
export function newId(prefix: string): string {
  return `${prefix}_${crypto.randomUUID().slice(0, 18)}`;
}
