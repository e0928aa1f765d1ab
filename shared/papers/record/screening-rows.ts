import { z } from "zod";
import type { Dossier } from "#shared/model";
import { type ListIndex, screenDossier } from "#shared/screening";

/** One possible match as the record keeps it: whom, which entry of which list, how it was found, what a person decided. */
export const screeningRowSchema = z.strictObject({
  party: z.string(),
  list: z.string(),
  entry: z.string(),
  entryName: z.string(),
  score: z.number(),
  status: z.enum(["possible", "true-match", "dismissed"]),
  explanation: z.array(z.string()),
});
export type ScreeningRow = z.infer<typeof screeningRowSchema>;

/** Every hit of the lists that the check looked at, in their order. */
export function screeningRowsOf(
  dossier: Dossier,
  lists: readonly ListIndex[],
  counted: readonly string[] | undefined,
): readonly ScreeningRow[] {
  const signed = counted === undefined ? undefined : new Set(counted);
  return screenDossier(lists, dossier, signed).map((hit) => ({
    party: hit.party,
    list: hit.list,
    entry: hit.entry.id,
    entryName: hit.entry.name,
    score: hit.score,
    status: hit.status,
    explanation: [...hit.explanation],
  }));
}
