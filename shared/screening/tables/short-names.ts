import table from "./short-names.json" with { type: "json" };

const names: ReadonlyMap<string, string> = new Map(Object.entries(table.rows));
const LONGEST = [...names.keys()].reduce((most, name) => Math.max(most, name.length), 0);

/** Every short name of the table. */
export const shortNames: readonly string[] = [...names.keys()];

/**
 * What a Chinese name is in full where it is, or begins with, a short name in common use (哈工大, 北航); undefined where it is not.
 * A longer name that already says the full one is left alone.
 */
export function fullName(name: string): string | undefined {
  for (let size = Math.min(LONGEST, name.length); size >= 2; size -= 1) {
    const full = names.get(name.slice(0, size));
    if (full === undefined || name.startsWith(full)) continue;
    // Two characters that begin a longer word are no short name: 南大 is one, 南大光电 is not.
    if (size === 2 && name.length > 2) return undefined;
    return full + name.slice(size);
  }
  return undefined;
}
