import { z } from "zod";
import {
  answerSchema,
  countrySchema,
  dateSchema,
  orderSchema,
  partySchema,
  productSchema,
  siteSchema,
} from "#shared/model";

/** Kinds of questions that can be answered without opening the editor. */
export type AnswerKind = "answer" | "country" | "date";

const roots: Readonly<Record<string, z.ZodType>> = {
  order: orderSchema,
  parties: partySchema,
  sites: siteSchema,
  products: productSchema,
};

function inner(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema instanceof z.ZodOptional ? inner(schema.unwrap() as z.ZodType) : schema;
}

function step(schema: z.ZodType | undefined, name: string): z.ZodType | undefined {
  const open = inner(schema);
  if (open instanceof z.ZodObject)
    return Object.hasOwn(open.shape, name) ? (open.shape[name] as z.ZodType) : undefined;
  return open instanceof z.ZodArray ? (open.element as z.ZodType) : undefined;
}

/** Finds out from the dossier's own schema what kind of answer a path takes; undefined where the editor is the better place. */
export function answerKind(path: string): AnswerKind | undefined {
  const [root = "", ...steps] = path.split(".");
  const names = root === "order" ? steps : steps.slice(1);
  const found = inner(names.reduce(step, roots[root]));
  if (found === answerSchema) return "answer";
  if (found === countrySchema) return "country";
  return found === dateSchema ? "date" : undefined;
}
