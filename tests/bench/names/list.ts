import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fileSource } from "#node/input";
import { readOneList } from "#node/lists";
import type { ListEntry, ListSnapshot } from "#shared/lists";

/** The published list that the bench measures on; kept beside the project, never inside it. */
const file = new URL("../../../../shared/data/lists/csl-2026-07-31.json", import.meta.url);

/** The re-keyed Consolidated Screening List of 2026-07-31; undefined where it does not lie beside the project. */
export async function publishedList(): Promise<ListSnapshot | undefined> {
  if (!existsSync(file)) return undefined;
  const source = await fileSource(fileURLToPath(file), "csl-2026-07-31.json", 1024 ** 3);
  if (!source.ok) throw new Error(source.error.code);
  const read = await readOneList([source.value]);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
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
