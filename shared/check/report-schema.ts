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

const findingSchema = z.strictObject({
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

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** How far the law is settled: what would follow from each state of each open parameter. */
const lawSchema = z.strictObject({
  state: z.enum(["settled", "last-known"]),
  open: z.array(
    z.strictObject({
      parameter: z.string(),
      lastKnown: z.strictObject({
        value: scalar.nullable(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        ageDays: z.number().int().nullable(),
      }),
      ifStillHolds: z.enum(lanes),
      others: z.array(z.strictObject({ value: scalar, lane: z.enum(lanes) })),
    }),
  ),
  allWorst: z.enum(lanes),
});

/** A track as `report@1` had it. */
const firstTrackSchema = z.strictObject({
  lane: z.enum(lanes),
  atBest: z.enum(lanes),
  atWorst: z.enum(lanes),
  findings: z.array(findingSchema),
  conditions: z.array(laneCondition),
  ask: askSets,
  questions: z.array(question),
  verify: z.array(z.strictObject({ parameter: z.string(), sources: z.array(z.string()) })),
});

export const trackReportSchema = firstTrackSchema.extend({
  facts: z.strictObject({ missing: z.number().int(), next: z.array(z.string()) }),
  law: lawSchema,
});

/** The two sets that go out of the house; the internal record has no gate of its own. */
export const outgoingSets = ["cn-filing", "us-exporter"] as const;

const missingItemSchema = z.strictObject({
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

const reportLookup = lookupSchema.extend({ name: z.string().optional(), applies: z.boolean() });

/** A report as it was before facts and law were told apart; records that hold one stay readable. */
const firstReportSchema = z.strictObject({
  schema: z.literal("h200-desk/report@1"),
  asOf: z.string(),
  reading: z.enum(readings),
  dossier: z.strictObject({ id: z.string(), sha256 }),
  packs: z.array(z.strictObject({ id: z.string(), version: z.string(), sha256 })),
  lists: z.array(z.strictObject({ id: z.string(), date: z.string(), sha256 })),
  lookups: z.array(reportLookup).optional(),
  tracks: z.strictObject({ "cn-import": firstTrackSchema, "us-export": firstTrackSchema }),
  readings: z.strictObject({ narrow: lanesOfTracks, working: lanesOfTracks, broad: lanesOfTracks }),
  completeness: z.strictObject({
    "cn-filing": completenessSchema,
    "us-exporter": completenessSchema,
  }),
});

/** The report of one check: what `check --json` prints and what a packet's internal record freezes. */
export const reportSchema = firstReportSchema.extend({
  schema: z.literal("h200-desk/report@2"),
  lookups: z.array(reportLookup.extend({ isConfirmed: z.boolean() })).optional(),
  countedDecisions: z.array(z.string()).optional(),
  tracks: z.strictObject({ "cn-import": trackReportSchema, "us-export": trackReportSchema }),
});
export type ReportValue = z.infer<typeof reportSchema>;

/** A report of any version that a record may hold. */
export const recordedReportSchema = z.union([reportSchema, firstReportSchema]);
