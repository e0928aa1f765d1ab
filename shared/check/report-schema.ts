import { z } from "zod";
import { factOwners, subjectKinds } from "#shared/facts";
import { lookupSchema } from "#shared/model";
import { authorities, lanes, readings } from "#shared/rules";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const tri = z.enum(["holds", "fails", "unknown"]);
const subject = z.strictObject({ kind: z.enum(subjectKinds), id: z.string() });
const askSets = z.array(z.array(z.string()));

const becauseSchema: z.ZodType<unknown> = z.lazy(() =>
  z.strictObject({
    kind: z.enum(["fact", "param", "relation", "definition", "rule"]),
    id: z.string(),
    subject: subject.optional(),
    value: tri,
    seen: z.string(),
    test: z.string().optional(),
    sources: z.array(z.string()).optional(),
    children: z.array(becauseSchema).optional(),
  }),
);

const laneCondition = z.strictObject({
  id: z.string(),
  rule: z.string(),
  subject,
  owner: z.enum(factOwners),
});

const question = z.strictObject({
  key: z.string(),
  fact: z.string(),
  subject,
  owner: z.enum(factOwners),
  path: z.string(),
});

export const findingSchema = z.strictObject({
  rule: z.string(),
  subject,
  value: tri,
  effect: z.enum([...lanes, "information", "warning", "red-flag", "disclosure"]),
  atWorst: z.enum(lanes).optional(),
  stop: z.literal(true).optional(),
  disclose: z.literal(true).optional(),
  flag: z.literal(true).optional(),
  because: z.array(becauseSchema),
  ask: askSets,
  conditions: z.array(laneCondition),
  notes: z.array(z.string()),
  sources: z.array(
    z.strictObject({ id: z.string(), authority: z.enum(authorities), date: z.string().nullable() }),
  ),
});

export const trackReportSchema = z.strictObject({
  lane: z.enum(lanes),
  atBest: z.enum(lanes),
  atWorst: z.enum(lanes),
  findings: z.array(findingSchema),
  conditions: z.array(laneCondition),
  ask: askSets,
  questions: z.array(question),
  verify: z.array(z.strictObject({ parameter: z.string(), sources: z.array(z.string()) })),
});

/** The two sets that go out of the house; the internal record has no gate of its own. */
export const outgoingSets = ["cn-filing", "us-exporter"] as const;

export const missingItemSchema = z.strictObject({
  /** Field that answers it, as a dotted path. */
  path: z.string(),
  /** Section of the editor it belongs to. */
  section: z.string(),
  /** Message code under `completeness.why.*`. */
  why: z.string(),
  /** Required items keep a packet from being sealed; the rest is told. */
  need: z.enum(["required", "conditional", "optional"]),
  params: z.record(z.string(), z.string()).optional(),
});
export type MissingItem = z.infer<typeof missingItemSchema>;

export const completenessSchema = z.strictObject({
  complete: z.boolean(),
  missing: z.array(missingItemSchema),
  /** Known reasons why a reader returns papers, found before filing. */
  returns: z.array(missingItemSchema),
});
export type Completeness = z.infer<typeof completenessSchema>;

const lanesOfTracks = z.strictObject({ "cn-import": z.enum(lanes), "us-export": z.enum(lanes) });

/** The report of one check: what `check --json` prints and what a packet's internal record freezes. */
export const reportSchema = z.strictObject({
  schema: z.literal("h200-desk/report@1"),
  asOf: z.string(),
  reading: z.enum(readings),
  dossier: z.strictObject({ id: z.string(), sha256 }),
  packs: z.array(z.strictObject({ id: z.string(), version: z.string(), sha256 })),
  lists: z.array(z.strictObject({ id: z.string(), date: z.string(), sha256 })),
  lookups: z
    .array(
      lookupSchema
        .extend({ name: z.string().optional(), applies: z.boolean(), isConfirmed: z.boolean() })
        .strict(),
    )
    .optional(),
  tracks: z.strictObject({ "cn-import": trackReportSchema, "us-export": trackReportSchema }),
  readings: z.strictObject({ narrow: lanesOfTracks, working: lanesOfTracks, broad: lanesOfTracks }),
  completeness: z.strictObject({
    "cn-filing": completenessSchema,
    "us-exporter": completenessSchema,
  }),
});
export type ReportValue = z.infer<typeof reportSchema>;
