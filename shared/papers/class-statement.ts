import { z } from "zod";
import { createFactSource } from "#shared/facts";
import type { CivilDate } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import { classValues, type Program } from "#shared/rules";

const titled = z.strictObject({ id: z.string(), zh: z.string(), en: z.string() });

/** What the facts of the filing say about one unit and one reported class, or one case of it. */
export const classRowSchema = z.strictObject({
  party: z.string(),
  class: titled,
  /** The case of the class; absent in the row about the class itself. */
  case: titled.optional(),
  value: z.enum(["holds", "fails", "unknown"]),
  /** The texts that the class or case is taken from. */
  sources: z.array(titled),
});
export type ClassRow = z.infer<typeof classRowSchema>;

/** Who asks and who uses: the units whose class decides how a request must be written (CN-I-03). */
export function applicantAndUsers({ order }: Dossier): readonly string[] {
  const ids = [order.buyer, ...(order.route?.endUsers ?? [])];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/**
 * What the facts of a filing say about the reported classes, under the working reading. It is made of the filing's own
 * content, so that a reader can follow it, and holds no outcome of any track.
 */
export function classRowsOf(
  projected: Dossier,
  packs: readonly Program[],
  asOf: CivilDate,
): readonly ClassRow[] {
  const program = packs.find(({ pack }) => pack.track === "cn-import");
  if (program === undefined) return [];
  const facts = createFactSource({ dossier: projected, hits: [], asOf, screened: [] });
  const known = new Set(projected.parties.map(({ id }) => id));
  const subjects = applicantAndUsers(projected)
    .filter((id) => known.has(id))
    .map((id) => ({ kind: "party" as const, id }));
  return classValues(program, facts, subjects, { asOf, reading: "working" }).map((row) => {
    const { definition, within } = row;
    const name = (one: typeof definition) => ({ id: one.id, ...one.title });
    return {
      party: row.subject.id,
      class: name(within ?? definition),
      ...(within === undefined ? {} : { case: name(definition) }),
      value: row.value,
      sources: definition.sources.flatMap((id) => {
        const source = program.sources.get(id);
        return source === undefined ? [] : [{ id, ...source.title }];
      }),
    };
  });
}
