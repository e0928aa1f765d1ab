import { z } from "zod";
import { lineSchema, sha256Schema, tenantClasses, tenantShareSchema } from "#shared/model";
import { tenantEvidenceKinds, tenantFields } from "#shared/tenants";
import { procedure } from "./procedure.ts";

const nothing = z.strictObject({});
const grant = z.string().max(80);
const tenantClass = z.enum(tenantClasses);

const total = z.strictObject({
  class: tenantClass,
  tenants: z.number().int(),
  sure: z.number().int(),
  /** Capacity in millionths of the book's unit. */
  capacity: z.string(),
  sureCapacity: z.string(),
  possibleCapacity: z.string(),
});

const summary = z.strictObject({
  id: z.string(),
  title: z.string(),
  sha256: sha256Schema,
  imported: z.string(),
  rows: z.number().int(),
  repeated: z.number().int(),
  resembling: z.number().int(),
  lists: z.array(z.strictObject({ id: z.string(), date: z.string(), sha256: z.string() })),
  totals: z.array(total),
});

const tenant = z.strictObject({
  line: z.number().int(),
  name: z.string(),
  code: z.string(),
  sector: z.string(),
  nature: z.string(),
  country: z.string(),
  capacity: z.number(),
  class: tenantClass,
  sure: z.boolean(),
  possible: z.array(tenantClass),
  evidence: z.array(
    z.strictObject({
      kind: z.enum(tenantEvidenceKinds),
      what: z.string(),
      class: tenantClass.optional(),
    }),
  ),
});

/** Tenant books: a provider's customers, classified row by row. */
export const tenantsGroup = {
  /** All books; files that are none or damaged are named beside them. */
  list: procedure(
    nothing,
    z.strictObject({ books: z.array(summary), damaged: z.array(z.string()) }),
  ),
  /** Reads and classifies a book against the lists that are screened; the job's result is its summary. */
  import: procedure(
    z.strictObject({
      fileName: lineSchema,
      grant,
      title: lineSchema.optional(),
      columns: z.partialRecord(z.enum(tenantFields), lineSchema).optional(),
      encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "gb18030"]).optional(),
    }),
    z.strictObject({ job: z.string() }),
  ),
  /** Tenants of a class, or all, from a place on. */
  rows: procedure(
    z.strictObject({
      id: z.string().max(80),
      class: tenantClass.optional(),
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(500),
    }),
    z.array(tenant),
  ),
  /** A sample for review; `bound` is the largest part of all rows that may be wrong if `wrong` of the sample are. */
  sample: procedure(
    z.strictObject({
      id: z.string().max(80),
      size: z.number().int().min(1).max(5_000),
      wrong: z.number().int().min(0).optional(),
    }),
    z.strictObject({
      size: z.number().int(),
      of: z.number().int(),
      seed: z.string(),
      bound: z.number(),
      tenants: z.array(tenant),
    }),
  ),
  /** The tenant mix of an order or a site that the book gives. */
  mix: procedure(z.strictObject({ id: z.string().max(80) }), z.array(tenantShareSchema)),
  remove: procedure(z.strictObject({ id: z.string().max(80) }), nothing),
};

export type TenantBookValue = z.infer<typeof summary>;
export type TenantValue = z.infer<typeof tenant>;
