import { z } from "zod";
import { createFactSource } from "#shared/facts";
import type { CivilDate } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import { classValues, type Program, type Source } from "#shared/rules";

const words = z.strictObject({ zh: z.string(), en: z.string() });
const titled = z.strictObject({ id: z.string(), zh: z.string(), en: z.string() });

/** A text as a footnote cites it: what it says, where it stands, of which day, and whether its wording was checked. */
export const citedSchema = z.strictObject({
  ...titled.shape,
  statement: words.optional(),
  address: z.string().optional(),
  date: z.string().optional(),
  unverified: z.literal(true).optional(),
});
export type CitedText = z.infer<typeof citedSchema>;

/** Kinds of text that a reader outside can look up; data, computations and remarks of the pack's makers stay inside. */
const citable: ReadonlySet<Source["authority"]> = new Set([
  "statute",
  "regulation",
  "official-statement",
  "press",
  "unverified",
]);

/** Where a press report or a published page is found; a law is named by its title. */
function placeOf({ authority, address }: Source): string | undefined {
  if (address === undefined) return undefined;
  if (/^https?:/.test(address)) return address;
  // A report is named by its paper; what the pack's makers call it among themselves says nothing to a reader.
  const named = authority === "press" && /^[A-Z]/.test(address);
  return named ? address.split(", by way of")[0] : undefined;
}

/** The texts among some sources that may stand under a paper which goes out. */
export function citedTexts(
  ids: readonly string[],
  sources: ReadonlyMap<string, Source>,
): readonly CitedText[] {
  return ids.flatMap((id) => {
    const source = sources.get(id);
    if (source === undefined || !citable.has(source.authority)) return [];
    const { title, statement, date, authority } = source;
    const address = placeOf(source);
    const dated = date === null || address?.includes(date) === true ? undefined : date;
    return [
      {
        id,
        ...title,
        ...(statement === undefined ? {} : { statement: { ...statement } }),
        ...(address === undefined ? {} : { address }),
        ...(dated === undefined ? {} : { date: dated }),
        ...(authority === "unverified" ? { unverified: true as const } : {}),
      },
    ];
  });
}

/** What the facts of the filing say about one unit and one reported class, or one case of it. */
export const classRowSchema = z.strictObject({
  party: z.string(),
  class: titled,
  /** The case of the class; absent in the row about the class itself. */
  case: titled.optional(),
  value: z.enum(["holds", "fails", "unknown"]),
  /** The texts that the class or case is taken from. */
  sources: z.array(citedSchema),
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
      sources: [...citedTexts(definition.sources, program.sources)],
    };
  });
}
