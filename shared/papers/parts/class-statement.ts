import { z } from "zod";
import { createFactSource, type FactSource } from "#shared/facts";
import type { CivilDate } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import { classValues, definitionValue, type Program, type Source } from "#shared/rules";

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

/**
 * Who asks and who uses: the units whose class decides how a request must be written (CN-I-03). The applicant, every end user of
 * the order, a line or a use, and the consuming unit: the same parties that the check looks at.
 */
export function applicantAndUsers({ order }: Dossier): readonly string[] {
  const ids = [
    order.buyer,
    ...(order.route?.endUsers ?? []),
    ...order.lines.map(({ endUser }) => endUser),
    ...(order.endUses ?? []).map(({ endUser }) => endUser),
    order.route?.consumingUnit,
  ];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** The definition by which a pack bars a declared use, whoever asks; a pack without it has no such class. */
const BY_USE = { class: "military", use: "military-declared" } as const;

/** A declared use that is a reported class by itself: named under the applicant, since no unit's own record shows it. */
function rowsByUse(
  program: Program,
  facts: FactSource,
  dossier: Dossier,
  asOf: CivilDate,
): readonly ClassRow[] {
  const whole = program.definitions.get(BY_USE.class);
  const declared = program.definitions.get(BY_USE.use);
  const applicant = dossier.order.buyer;
  if (whole === undefined || declared === undefined || applicant === undefined) return [];
  const order = { kind: "order", id: dossier.order.id } as const;
  const value = definitionValue(program, facts, declared, order, { asOf, reading: "working" });
  if (value !== "holds") return [];
  const sources = [...citedTexts(declared.sources, program.sources)];
  const named = { id: `${BY_USE.class}-use`, ...declared.title };
  return [{ party: applicant, class: named, value, sources }];
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
  const rows = classValues(program, facts, subjects, { asOf, reading: "working" }).map(
    (row): ClassRow => {
      const { definition, within } = row;
      const name = (one: typeof definition) => ({ id: one.id, ...one.title });
      return {
        party: row.subject.id,
        class: name(within ?? definition),
        ...(within === undefined ? {} : { case: name(definition) }),
        value: row.value,
        sources: [...citedTexts(definition.sources, program.sources)],
      };
    },
  );
  return [...rows, ...rowsByUse(program, facts, projected, asOf)];
}
