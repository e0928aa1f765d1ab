import { expect, test } from "vitest";
import { ok } from "#shared/kernel";
import { screen } from "#shared/screening";
import { indexName, keptIndex } from "./kept-index.ts";
import type { FilePort } from "./ports.ts";

const snapshot = {
  id: "sample",
  title: "sample",
  date: "2026-07-31",
  sha256: "d".repeat(64),
  format: "test",
  lists: ["entity-list"],
  entries: [
    {
      id: "entity-list:1",
      list: "entity-list",
      kind: "entity" as const,
      name: "Zhenlan Dengta Technology Co., Ltd.",
      aliases: [],
      countries: ["CN"],
      codes: [],
      programs: [],
    },
  ],
};

function folder(): { readonly files: FilePort; readonly held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>();
  const files: FilePort = {
    list: () => Promise.resolve(ok([...held.keys()])),
    read: (_folder, name) => Promise.resolve(ok(held.get(name) ?? new Uint8Array())),
    write: (_folder, name, bytes) => {
      held.set(name, bytes);
      return Promise.resolve(ok(undefined));
    },
    remove: (_folder, name) => {
      held.delete(name);
      return Promise.resolve(ok(undefined));
    },
    discard: () => Promise.resolve(ok(undefined)),
  };
  return { files, held };
}

test("an index is kept beside its list and opened from there", async () => {
  const { files, held } = folder();
  const first = await keptIndex(files, snapshot);
  const name = indexName(snapshot.sha256);
  const bytes = held.get(name);
  expect(bytes?.length).toBeGreaterThan(100);
  const again = await keptIndex(files, snapshot);
  expect(held.get(name)).toBe(bytes);
  const hits = (index: typeof first) =>
    screen(index, { names: ["珍蓝灯塔科技有限公司"], codes: [] }).map(({ entry, score }) => [
      entry.id,
      score,
    ]);
  expect(hits(again)).toEqual(hits(first));
  expect(hits(again)).toHaveLength(1);
});

test("a damaged index is made anew", async () => {
  const { files, held } = folder();
  held.set(indexName(snapshot.sha256), Uint8Array.of(1, 2, 3));
  const index = await keptIndex(files, snapshot);
  expect(index.size).toBe(1);
  expect(held.get(indexName(snapshot.sha256))?.length).toBeGreaterThan(100);
});
