import { readFileSync } from "node:fs";
import { type ListIndex, normalName, screen } from "#shared/screening";
import { csvTable } from "./csv.ts";

/** A query and a name on the list, and whether they are of one party. */
export type ListedPair = {
  readonly query: string;
  readonly listed: string;
  readonly same: boolean;
  readonly style: string;
};

/** Pairs of a CSV file with the columns `query`, `listed`, `same`, `style`. */
export function readListedPairs(file: URL): readonly ListedPair[] {
  return csvTable(readFileSync(file, "utf8")).map((row) => ({
    query: row.get("query") ?? "",
    listed: row.get("listed") ?? "",
    same: row.get("same") === "1",
    style: row.get("style") ?? "",
  }));
}

type Count = { readonly n: number; readonly hit: number };
export type ListedResult = {
  readonly same: Count;
  readonly different: Count;
  readonly byStyle: ReadonlyMap<string, Count>;
};

/** Entries that bear a name, word for word or in normal spelling. */
function bearers(index: ListIndex): (name: string) => ReadonlySet<string> {
  const byName = new Map<string, Set<string>>();
  for (const entry of index.entries)
    for (const name of [entry.name, ...entry.aliases]) {
      const key = normalName(name);
      byName.set(key, (byName.get(key) ?? new Set()).add(entry.id));
    }
  return (name) => byName.get(normalName(name)) ?? new Set();
}

/** How many pairs of either sort are hit when the whole list is searched. */
export function measurePairs(index: ListIndex, pairs: readonly ListedPair[]): ListedResult {
  const idsOf = bearers(index);
  const found = new Map<string, ReadonlySet<string>>();
  const hitsOf = (query: string) => {
    const held =
      found.get(query) ??
      new Set(screen(index, { names: [query], codes: [] }).map(({ entry }) => entry.id));
    found.set(query, held);
    return held;
  };
  const count = new Map<string, { n: number; hit: number }>();
  for (const { query, listed, same, style } of pairs) {
    const hit = [...idsOf(listed)].some((id) => hitsOf(query).has(id));
    for (const key of [same ? "same" : "different", `${same ? "same" : "different"}: ${style}`]) {
      const held = count.get(key) ?? { n: 0, hit: 0 };
      count.set(key, { n: held.n + 1, hit: held.hit + (hit ? 1 : 0) });
    }
  }
  const none = { n: 0, hit: 0 };
  return {
    same: count.get("same") ?? none,
    different: count.get("different") ?? none,
    byStyle: new Map([...count].filter(([key]) => key.includes(": ")).toSorted()),
  };
}
