import { z } from "zod";
import { compareDecimal, DECIMAL_SHAPE, isCivilDate } from "#shared/kernel";

/** Longest text a field takes; a necessity statement of twenty pages fits. */
const LONG_TEXT = 60_000;

/** One line of text: trimmed by the editor, no control characters, at most 400 characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const LINE = /^[^\u0000-\u001f\u007f\u2028\u2029]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const BLOCK = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;

/** One line of text, not empty, at most 400 characters, no control characters. */
export const lineSchema = z.string().min(1).max(400).regex(LINE);
/** Text of several paragraphs, at most 60,000 characters. */
export const textSchema = z.string().min(1).max(LONG_TEXT).regex(BLOCK);
/** A calendar day, `YYYY-MM-DD`. */
export const dateSchema = z.string().refine(isCivilDate, "not a calendar day");
/** An exact decimal number as text. */
const decimalSchema = z.string().regex(DECIMAL_SHAPE);
/** A decimal that is zero or more. */
export const amountSchema = decimalSchema.refine((value) => !value.startsWith("-"), "negative");
/** Refinements run although an earlier rule of the same value failed: they must bear what is no decimal. */
const areDecimals = (...values: readonly string[]) =>
  values.every((value) => DECIMAL_SHAPE.test(value));

/** A share in per cent, 0 to 100. */
export const percentSchema = amountSchema.refine(
  (value) => !areDecimals(value) || compareDecimal(value, "100") <= 0,
  "above 100",
);
/** ISO 3166-1 alpha-2; CN means the mainland, HK, MO and TW stand for themselves. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/);
/** ISO 4217 letters. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);
/** Lower-case hexadecimal SHA-256. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** An id with its kind as prefix: `pty_…`. Letters, digits and `-` only, so that it is safe in a path. */
export function idSchema(prefix: string) {
  return z.string().regex(new RegExp(`^${prefix}_[A-Za-z0-9-]{1,60}$`));
}

export const partyIdSchema = idSchema("pty");
export const linkIdSchema = idSchema("lnk");
export const siteIdSchema = idSchema("ste");
export const productIdSchema = idSchema("prd");
/** Whom lists are searched for: a party, or the product whose vendor is meant (US-L-05). */
export const screenedIdSchema = z.union([partyIdSchema, productIdSchema]);
export const evidenceIdSchema = idSchema("evd");
export const personIdSchema = idSchema("psn");
export const orderIdSchema = idSchema("ord");

/** The same words in Chinese and English; either may be missing in a draft. */
export const bilingualSchema = z.strictObject({
  zh: textSchema.optional(),
  en: textSchema.optional(),
});
export type Bilingual = z.infer<typeof bilingualSchema>;

/**
 * A question answered by a person: yes, no, or looked at and not known. An absent answer is a question nobody looked
 * at; rules treat both as unknown, completeness tells them apart.
 */
export const answerSchema = z.strictObject({
  value: z.enum(["yes", "no", "unknown"]),
  note: textSchema.optional(),
  evidence: z.array(evidenceIdSchema).max(50).optional(),
  asOf: dateSchema.optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** A share in per cent: exact, a range, or known to exist but not how much. */
export const shareSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("exact"), percent: percentSchema }),
  z
    .strictObject({
      kind: z.literal("range"),
      min: percentSchema,
      max: percentSchema,
      minExclusive: z.boolean().optional(),
      maxExclusive: z.boolean().optional(),
    })
    // A bound that is no decimal is told already; comparing it would throw.
    .refine(({ min, max }) => !areDecimals(min, max) || compareDecimal(min, max) <= 0, {
      error: "min above max",
    }),
  z.strictObject({ kind: z.literal("unknown") }),
]);
export type Share = z.infer<typeof shareSchema>;
