import { z } from "zod";
import { blockSchema } from "./document-block.ts";

const label = z.string().max(500);

/**
 * The firm's letterhead on the first page: name, lines of address, a logo. It is the firm's own; nothing here may
 * imitate an organ of state (no red header, no organ's document number, LY-03).
 */
export const letterheadSchema = z.strictObject({
  name: label,
  nameOther: label.optional(),
  lines: z.array(label).max(6),
  logoSvg: z.string().max(1_000_000).optional(),
});

/**
 * What ties paper to data: the SHA-256 of the set's canonical JSON. The cover prints it in full with a QR code of
 * `h200-desk:sha256:<hex>`, every page its first sixteen digits.
 */
const fingerprintSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  of: label,
});

/**
 * One paper of a packet as data, before typesetting. It says what stands in which order; margins, type sizes and fonts
 * are the template's. Everything that depends on a person's language is already text here. The same value gives the
 * same PDF bytes on every machine: it holds no clock, and `date` is the day the papers are dated.
 *
 * - `lang`: the layout and the fixed words; `both` is the Chinese layout with English beside it.
 * - `number`: the paper's place in its set, e.g. `附件 3` or `Annex 3`; printed above the title, never an official form
 *   number.
 * - `draft`: prints 草稿 / Draft on every page; only sealing takes it away. The line "application material, not a
 *   licence" is printed on every page by the template and cannot be turned off.
 * - `reference`: the sender's own number of a letter, above the title.
 * - `colophon`: the technical marks of the set, small at the very end, with the whole fingerprint.
 * - `cover`: a page of its own with title, `facts` and fingerprint; without it the title stands above the text.
 */
export const documentSchema = z.strictObject({
  schema: z.literal("h200-desk/document@1"),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  lang: z.enum(["zh", "en", "both"]),
  title: label.min(1),
  subtitle: label.optional(),
  number: label.optional(),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  author: label.optional(),
  draft: z.boolean(),
  cover: z.boolean().optional(),
  facts: z
    .array(z.strictObject({ label, value: z.string().max(4000) }))
    .max(30)
    .optional(),
  letterhead: letterheadSchema.optional(),
  reference: label.optional(),
  colophon: z
    .array(z.strictObject({ label, value: z.string().max(400) }))
    .max(12)
    .optional(),
  fingerprint: fingerprintSchema.optional(),
  blocks: z.array(blockSchema).max(5000),
});

export type Letterhead = z.infer<typeof letterheadSchema>;
export type PacketDocument = z.infer<typeof documentSchema>;
