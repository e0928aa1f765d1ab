import { canonicalJson } from "#shared/kernel";
import type { ListEntry } from "./list-entry.ts";

/** What an entry says, as far as a comparison names it. */
const comparedFields = [
  "name",
  "kind",
  "aliases",
  "countries",
  "addresses",
  "codes",
  "programs",
  "licenceRequirement",
  "licencePolicy",
  "citation",
  "from",
  "to",
] as const;
type ComparedField = (typeof comparedFields)[number];

/** An entry that says something else than before. */
type ChangedEntry = {
  readonly before: ListEntry;
  readonly after: ListEntry;
  readonly fields: readonly ComparedField[];
};

/** What a list says anew, no longer, and otherwise than the one before it. */
export type ListDifference = {
  readonly added: readonly ListEntry[];
  readonly removed: readonly ListEntry[];
  readonly changed: readonly ChangedEntry[];
};

/** The value of a field without regard to the order in which a list names things. */
function saidIn(entry: ListEntry, field: ComparedField): string {
  const value = entry[field];
  if (value === undefined) return "";
  if (!Array.isArray(value)) return String(value);
  return value
    .map((one) => canonicalJson(one))
    .sort()
    .join("\n");
}

/** Fields that both files give at all: one in a sparser format is not told to have lost what it never says. */
function fieldsGiven(lists: readonly (readonly ListEntry[])[]): readonly ComparedField[] {
  return comparedFields.filter((field) =>
    lists.every((entries) => entries.some((entry) => saidIn(entry, field) !== "")),
  );
}

/** Compares two states of a list by the ids of their entries, whatever the order of the rows. */
export function compareLists(
  before: readonly ListEntry[],
  after: readonly ListEntry[],
): ListDifference {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const now = new Set(after.map(({ id }) => id));
  const fields = fieldsGiven([before, after]);
  const changed: ChangedEntry[] = [];
  const added: ListEntry[] = [];
  for (const entry of after) {
    const earlier = old.get(entry.id);
    if (earlier === undefined) {
      added.push(entry);
      continue;
    }
    const differing = fields.filter((field) => saidIn(earlier, field) !== saidIn(entry, field));
    if (differing.length > 0) changed.push({ before: earlier, after: entry, fields: differing });
  }
  return { added, removed: before.filter(({ id }) => !now.has(id)), changed };
}
