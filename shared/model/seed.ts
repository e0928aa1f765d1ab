import { z } from "zod";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { amountSchema, dateSchema, lineSchema, textSchema } from "./primitives.ts";
import { confidences, productForms, productSchema } from "./product.ts";

const PRODUCTS_SCHEMA = "h200-desk/products@1";
const ALTERNATIVES_SCHEMA = "h200-desk/alternatives@1";

/** The accelerators a fresh product book starts with; each figure names its source and confidence. */
const productSeedSchema = z.strictObject({
  schema: z.literal(PRODUCTS_SCHEMA),
  issued: dateSchema,
  products: z.array(productSchema).min(1).max(1_000),
});
export type ProductSeed = z.infer<typeof productSeedSchema>;

/** A published figure, or the span between a vendor's own figures that differ. */
const spanSchema = z.strictObject({ low: amountSchema, high: amountSchema });

/** A domestic accelerator as published; a figure that nobody published is absent, never guessed (AL-02, AL-06). */
export const alternativeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  vendor: lineSchema,
  model: lineSchema,
  form: z.union([z.enum(productForms), z.literal("module")]),
  source: lineSchema,
  basis: z.enum(["vendor-page", "press", "unofficial"]),
  confidence: z.enum(confidences),
  address: lineSchema.optional(),
  fp16Tflops: spanSchema.optional(),
  fp8Tflops: spanSchema.optional(),
  fp4Tflops: spanSchema.optional(),
  int8Tops: spanSchema.optional(),
  memoryGB: spanSchema.optional(),
  memoryType: lineSchema.optional(),
  bandwidthGBs: spanSchema.optional(),
  interconnectGBs: spanSchema.optional(),
  powerW: spanSchema.optional(),
  /** A part that ships only later is no alternative on the day of need (AL-04). */
  availability: z.strictObject({
    kind: z.enum(["shipping", "roadmap", "unclear"]),
    from: z
      .string()
      .regex(/^\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?$/)
      .optional(),
  }),
  notes: z.strictObject({ zh: textSchema, en: textSchema }),
});
export type Alternative = z.infer<typeof alternativeSchema>;

/** The domestic accelerators that the necessity table offers for comparison. */
export const alternativeSeedSchema = z.strictObject({
  schema: z.literal(ALTERNATIVES_SCHEMA),
  issued: dateSchema,
  alternatives: z.array(alternativeSchema).min(1).max(500),
});
export type AlternativeSeed = z.infer<typeof alternativeSeedSchema>;

function parseSeed<T extends { readonly issued: string }>(
  schema: z.ZodType<T>,
  input: unknown,
  idsOf: (seed: T) => readonly string[],
): Result<T, AppError> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const at = issue?.path.map(String).join(".") || "(top)";
    return err(appError("seed-shape", { at, problem: issue?.message ?? "unreadable" }));
  }
  const seen = new Set<string>();
  for (const id of idsOf(parsed.data)) {
    if (seen.has(id)) return err(appError("seed-duplicate-id", { id }));
    seen.add(id);
  }
  return ok(parsed.data);
}

/** Accepts a product seed or says where it is wrong: `seed-shape` (`at`, `problem`), `seed-duplicate-id` (`id`). */
export function parseProductSeed(input: unknown): Result<ProductSeed> {
  return parseSeed(productSeedSchema, input, (seed) => seed.products.map(({ id }) => id));
}

/** Accepts a seed of domestic alternatives or says where it is wrong, like `parseProductSeed`. */
export function parseAlternativeSeed(input: unknown): Result<AlternativeSeed> {
  return parseSeed(alternativeSeedSchema, input, (seed) => seed.alternatives.map(({ id }) => id));
}
