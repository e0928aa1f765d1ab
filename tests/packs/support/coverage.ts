import { z } from "zod";
import { type PackFolder, programOf, readJson, readPack } from "./pack-files.ts";

const usedSchema = z.strictObject({ id: z.string(), used: z.array(z.string()).min(1) });
const reasonSchema = z.strictObject({
  id: z.string(),
  reason: z.strictObject({ zh: z.string().min(5), en: z.string().min(10) }),
});
const coverageSchema = z.strictObject({
  schema: z.literal("h200-desk/coverage@1"),
  entries: z.array(z.union([usedSchema, reasonSchema])),
});

/** What a pack makes of each fact of the reference: the places that cite it, or the reason why none does. */
export type Coverage = z.infer<typeof coverageSchema>;

/** Reads the coverage file of a pack. */
export function readCoverage(folder: PackFolder): Coverage {
  return coverageSchema.parse(readJson(`${folder}coverage.json`));
}

/** Every place of a pack that cites a source, as the coverage file names places. */
export function citationsOf(folder: PackFolder): ReadonlyMap<string, readonly string[]> {
  const { pack } = programOf(readPack(folder));
  const places = new Map<string, Set<string>>();
  const cite = (ids: readonly string[], place: string) => {
    for (const id of ids) places.set(id, (places.get(id) ?? new Set()).add(place));
  };
  for (const { id, periods } of pack.parameters)
    for (const { sources } of periods) cite(sources, `parameter ${id}`);
  for (const { id, sources } of pack.definitions) cite(sources, `definition ${id}`);
  for (const { id, sources, conditions = [] } of pack.rules) {
    cite(sources, `rule ${id}`);
    for (const condition of conditions) cite(condition.sources, `rule ${id}`);
  }
  return new Map([...places].map(([id, found]) => [id, [...found].sort()]));
}

/**
 * The coverage file as it has to be now. A cited fact names its places, and a reason that it had falls away; `missing`
 * are facts that are cited nowhere any more, which need a reason written by hand. A source beyond the reference needs no
 * entry.
 */
export function renewed(
  before: Coverage,
  citations: ReadonlyMap<string, readonly string[]>,
): { readonly coverage: Coverage; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const entries = before.entries.map((entry) => {
    const used = citations.get(entry.id);
    if (used !== undefined) return { id: entry.id, used: [...used] };
    if ("used" in entry) missing.push(entry.id);
    return entry;
  });
  return { coverage: { ...before, entries }, missing };
}
