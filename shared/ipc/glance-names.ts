import { z } from "zod";
import { factOwners, subjectKinds } from "#shared/facts";
import { orderIdSchema, orderSchema } from "#shared/model";
import { authorities, lanes } from "#shared/rules";
import { procedure } from "./procedure.ts";

const words = z.strictObject({ zh: z.string(), en: z.string() });
const subject = z.strictObject({ kind: z.enum(subjectKinds), id: z.string() });
const sources = z.array(
  z.strictObject({ id: z.string(), authority: z.enum(authorities), date: z.string().nullable() }),
);
const lane = z.enum(lanes);
const lanesOfTracks = z.strictObject({ "cn-import": lane, "us-export": lane });

const trackGlance = z.strictObject({
  lane,
  atBest: lane,
  atWorst: lane,
  missing: z.number().int(),
  questions: z.array(
    z.strictObject({
      key: z.string(),
      fact: z.string(),
      subject,
      owner: z.enum(factOwners),
      path: z.string(),
      settles: z.boolean(),
      rules: z.array(z.strictObject({ id: z.string(), title: words, sources })),
    }),
  ),
  law: z.strictObject({ settled: z.boolean(), open: z.array(words) }),
  causes: z.array(
    z.strictObject({
      rule: z.string(),
      title: words,
      subject,
      value: z.enum(["holds", "fails", "unknown"]),
      sources,
      fields: z.array(z.string()),
    }),
  ),
});
export type TrackGlance = z.infer<typeof trackGlance>;

/** What joins the group `check`: answers small enough to stand beside a draft while it is written; nothing is journaled. */
export const glanceNames = {
  /** The lanes of an order as it stands, or of a draft of it that is not saved yet. */
  lanes: procedure(
    z.strictObject({ order: orderIdSchema, value: orderSchema.optional() }),
    z.strictObject({ asOf: z.string(), lanes: lanesOfTracks }),
  ),
  /** Lanes with their causes, the open questions in the order that settles most, and how far the law is settled. */
  glance: procedure(
    z.strictObject({ order: orderIdSchema }),
    z.strictObject({
      asOf: z.string(),
      tracks: z.strictObject({ "cn-import": trackGlance, "us-export": trackGlance }),
    }),
  ),
};
