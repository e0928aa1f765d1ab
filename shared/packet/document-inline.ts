import { z } from "zod";

/** Longest single text of a document; longer ones are refused before they reach the typesetter. */
const TEXT_LIMIT = 200_000;

const text = z.string().max(TEXT_LIMIT);

/** Web and mail addresses only: no other scheme may become a live link in a PDF. */
const href = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:)[\x21-\x7e]+$/);

/**
 * One stretch of text. `note` prints a footnote at its end; `cite` does the same once per `id` and reuses the number
 * afterwards (a citation of a law, a data sheet). Text is data: no markup of any kind is read from it; `\n` is a line
 * break.
 */
const runSchema = z.strictObject({
  text,
  strong: z.boolean().optional(),
  href: href.optional(),
  note: text.optional(),
  cite: z.strictObject({ id: z.string().min(1).max(120), text }).optional(),
});

/** A plain string, or runs where part of it is strong, linked or footnoted. */
export const inlineSchema = z.union([text, z.array(runSchema).max(2000)]);

export type Run = z.infer<typeof runSchema>;
export type Inline = z.infer<typeof inlineSchema>;

/** The text of an inline without its footnotes: what a search or a DOCX draft sees. */
export function plainText(inline: Inline): string {
  return typeof inline === "string" ? inline : inline.map((run) => run.text).join("");
}
