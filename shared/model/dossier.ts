import { z } from "zod";
import {
  type AppError,
  appError,
  canonicalJson,
  err,
  ok,
  type Result,
  sha256Hex,
  shapeProblem,
} from "#shared/kernel";
import { evidenceSchema } from "./evidence.ts";
import { orderSchema } from "./order/order.ts";
import { totalsSnapshotSchema } from "./order/totals-snapshot.ts";
import { linkSchema, partySchema } from "./party.ts";
import { personSchema } from "./person.ts";
import { productSchema } from "./product.ts";
import { siteSchema } from "./site.ts";

/** Name and version of the dossier's shape; a reader refuses what it does not know. */
export const DOSSIER_SCHEMA = "h200-desk/dossier@1";

/** One self-contained value: an order with everything it refers to. What rules see and the command line reads. */
export const dossierSchema = z.strictObject({
  schema: z.literal(DOSSIER_SCHEMA),
  order: orderSchema,
  parties: z.array(partySchema).max(20_000),
  links: z.array(linkSchema).max(100_000),
  sites: z.array(siteSchema).max(1_000),
  products: z.array(productSchema).max(1_000),
  evidence: z.array(evidenceSchema).max(10_000),
  persons: z.array(personSchema).max(1_000),
  /** What the group orders altogether, as the desk added it up on a day; without it this order is counted alone. */
  totals: totalsSnapshotSchema.optional(),
});
export type Dossier = z.infer<typeof dossierSchema>;

function problem(issue: z.core.$ZodIssue | undefined): AppError {
  return appError("dossier-shape", {
    at: issue?.path.map(String).join(".") || "(top)",
    ...shapeProblem(issue),
  });
}

function duplicateId(dossier: Dossier): string | undefined {
  const groups = [
    dossier.parties,
    dossier.links,
    dossier.sites,
    dossier.products,
    dossier.evidence,
    dossier.persons,
  ];
  const lists = [...groups, dossier.order.lines];
  for (const list of lists) {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id)) return id;
      seen.add(id);
    }
  }
  return undefined;
}

/**
 * Accepts a dossier or says where it is wrong: `dossier-version` (another or no schema name), `dossier-shape` (`at`,
 * `problem`), `dossier-duplicate-id` (`id`). References to missing parties are no error of shape: a draft may dangle.
 */
export function parseDossier(input: unknown): Result<Dossier> {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return err(appError("dossier-shape", { at: "(top)", problem: "type-object" }));
  const schema = (input as { schema?: unknown }).schema;
  if (schema !== DOSSIER_SCHEMA)
    return err(
      appError("dossier-version", {
        found: String(schema ?? "-").slice(0, 80),
        known: DOSSIER_SCHEMA,
      }),
    );
  const parsed = dossierSchema.safeParse(input);
  if (!parsed.success) {
    return err(problem(parsed.error.issues[0]));
  }
  const id = duplicateId(parsed.data);
  return id === undefined ? ok(parsed.data) : err(appError("dossier-duplicate-id", { id }));
}

/** The canonical text of a dossier without its reviews, its evidence apart from everything else. */
export type DossierTexts = { readonly evidence: string; readonly rest: string };

/** Writes both texts, for whoever looks through the words of a dossier and needs its hash as well. */
export function dossierTexts(dossier: Dossier): DossierTexts {
  const { reviews: _reviews, ...order } = dossier.order;
  const { evidence, ...rest } = dossier;
  return { evidence: canonicalJson(evidence), rest: canonicalJson({ ...rest, order }) };
}

/** The hash of the dossier whose texts these are; `evidence` comes first among its members by name. */
export function hashOfTexts({ evidence, rest }: DossierTexts): string {
  return sha256Hex(`{"evidence":${evidence},${rest.slice(1)}`);
}

/** The hash that reports and reviews name: the dossier without its reviews, which would otherwise have to hash themselves. */
export function dossierHash(dossier: Dossier): string {
  return hashOfTexts(dossierTexts(dossier));
}
