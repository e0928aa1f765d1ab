import { existsSync, readFileSync } from "node:fs";
import { type ListEntry, type ListSnapshot, listIdOf } from "#shared/lists";

/** The published list that the bench measures on; kept beside the project, never inside it. */
const file = new URL("../../../../shared/data/lists/csl-2026-07-31.json", import.meta.url);

type Row = {
  readonly n: string;
  readonly a?: readonly string[];
  readonly s: number;
  readonly t?: string;
  readonly c?: readonly string[];
};
type Published = {
  readonly tables: { readonly sources: readonly string[] };
  readonly entries: readonly Row[];
};

const kinds: Readonly<Record<string, ListEntry["kind"]>> = {
  Entity: "entity",
  Individual: "person",
  Vessel: "vessel",
  Aircraft: "aircraft",
};

/** The names of the re-keyed Consolidated Screening List of 2026-07-31; undefined where it does not lie beside the project. */
export function publishedList(): ListSnapshot | undefined {
  if (!existsSync(file)) return undefined;
  const { tables, entries } = JSON.parse(readFileSync(file, "utf8")) as Published;
  const lists = tables.sources.map(listIdOf);
  return {
    id: "csl-2026-07-31",
    title: "Consolidated Screening List",
    date: "2026-07-31",
    sha256: "0".repeat(64),
    format: "rekeyed",
    lists: [...new Set(lists)],
    entries: entries.map(({ n, a = [], s, t = "", c = [] }, at) => ({
      id: `${lists[s]}:${at}`,
      list: lists[s] ?? "",
      kind: kinds[t] ?? "not-said",
      name: n,
      aliases: a,
      countries: c,
      codes: [],
      programs: [],
    })),
  };
}

/** A file of labelled names beside the project; undefined where it is not there. */
export function namesFile(name: string): URL | undefined {
  const place = new URL(`../../../../shared/data/names/${name}`, import.meta.url);
  return existsSync(place) ? place : undefined;
}

/** The same list so many times as long: copies bear the same names under other ids. */
export function longer(snapshot: ListSnapshot, times: number): ListSnapshot {
  const entries = Array.from({ length: times }, (_, copy) =>
    snapshot.entries.map(
      (entry): ListEntry => (copy === 0 ? entry : { ...entry, id: `${entry.id}#${copy}` }),
    ),
  ).flat();
  return { ...snapshot, entries };
}
