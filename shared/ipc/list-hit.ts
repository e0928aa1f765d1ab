import { z } from "zod";
import {
  dateSchema,
  personIdSchema,
  screenedIdSchema,
  screeningDecisionSchema,
  sha256Schema,
} from "#shared/model";

/** A near match of a name of ours to an entry of a list, with what a person decided of it. */
export const listHitSchema = z.strictObject({
  /** A party, or the product whose vendor was compared. */
  party: screenedIdSchema.optional(),
  query: z.string(),
  list: z.string(),
  listSha256: sha256Schema,
  entry: z.string(),
  name: z.string(),
  program: z.string(),
  kind: z.string(),
  matched: z.enum(["identifier", "name", "alias", "similar"]),
  score: z.number(),
  /** Which of the two fixed thresholds the score reaches. */
  strength: z.enum(["strong", "possible"]),
  /** The name of the entry that was found; absent where a number was. */
  found: z.string().optional(),
  /** Both names piece by piece, in the order of the name that was asked for. */
  pieces: z
    .array(
      z.strictObject({
        kind: z.enum([
          "same",
          "brand-table",
          "sound",
          "translation",
          "abbreviation",
          "initials",
          "typing-error",
          "joined",
          "wade-giles",
          "cantonese",
          "number",
          "form",
        ]),
        asked: z.string(),
        found: z.string(),
        bits: z.number(),
      }),
    )
    .optional(),
  explanation: z.array(z.string()),
  status: z.enum(["possible", "true-match", "dismissed"]),
  licencePolicy: z.string().optional(),
  aliases: z.array(z.string()),
  countries: z.array(z.string()),
  entryHash: sha256Schema,
  partyHash: sha256Schema.optional(),
  /** The latest decision about this party and entry; it holds unless `reopened` says what changed since. */
  decision: screeningDecisionSchema.optional(),
  reopened: z.array(z.enum(["entry", "party"])).optional(),
  /** Whose keys stand behind the decision as it is. */
  signedBy: z
    .array(z.strictObject({ person: personIdSchema, name: z.string(), day: dateSchema }))
    .optional(),
});
