import { z } from "zod";
import { isCivilDate } from "#shared/kernel";
import { lookupSchema } from "#shared/model";
import { lanes, readings } from "../pack/pack-schema.ts";

const day = z.string().refine(isCivilDate, "not a calendar day");
const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const lane = z.enum(lanes);

/** What a case expects of the track; whatever is not named is not looked at. */
const expectedSchema = z.strictObject({
  lane: lane.optional(),
  atBest: lane.optional(),
  atWorst: lane.optional(),
  /** By rule: the strongest value any subject gives it (holds before unknown before fails), or `absent` when not in force. */
  findings: z.record(z.string(), z.enum(["holds", "fails", "unknown", "absent"])).optional(),
  /** By rule: whether it stops the order where it holds. */
  stops: z.record(z.string(), z.boolean()).optional(),
  /** Ids of conditions that must be listed. */
  conditions: z.array(z.string()).max(50).optional(),
  /** Parameters that a person must look up. */
  verify: z.array(z.string()).max(50).optional(),
  /** Facts of which at least one question must be asked. */
  asks: z.array(z.string()).max(50).optional(),
});

/**
 * A golden case: a dated sentence, a named dossier with some fields set otherwise, and what must come out. `set` names
 * fields by dotted path (`parties.pty_buyer.stateCapital.category`); a null removes the field.
 */
export const packCaseSchema = z.strictObject({
  name: z.string().min(10).max(300),
  nameZh: z.string().min(4).max(300).optional(),
  asOf: day,
  reading: z.enum(readings).optional(),
  dossier: name,
  set: z
    .array(z.strictObject({ path: z.string().min(1).max(300), value: z.unknown() }))
    .max(100)
    .optional(),
  lookups: z.array(lookupSchema).max(50).optional(),
  /** Ids of look-ups that a second person is taken to have confirmed. */
  confirmed: z.array(z.string().max(80)).max(50).optional(),
  /** What screening is taken to have found; the lists then count as screened. */
  hits: z
    .array(
      z.strictObject({
        party: z.string().max(80),
        list: z.string().max(60),
        entry: z.string().max(200),
        licencePolicy: z.string().max(2_000).optional(),
        status: z.enum(["true-match", "possible", "dismissed"]),
        exact: z.boolean().optional(),
      }),
    )
    .max(50)
    .optional(),
  /** Ids of the lists that were screened; absent where nobody said. */
  screened: z.array(z.string().max(60)).max(50).optional(),
  expect: expectedSchema,
  /** Ids of sources or vectors that the case stands for. */
  about: z.array(z.string().max(40)).max(20).optional(),
});
export type PackCase = z.infer<typeof packCaseSchema>;

/** A file of cases: a list. */
export const packCasesSchema = z.array(packCaseSchema).max(5_000);
