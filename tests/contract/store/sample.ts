import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type CollectionSpecs, type OpenOptions, openWorkspace, type Workspace } from "#store";

/** A small document for tests of the store, which knows nothing of orders. */
const noteSchema = z.strictObject({
  title: z.string().max(200),
  body: z.string().max(1_000_000),
  count: z.number(),
});

export type Note = z.infer<typeof noteSchema>;

export const noteSpecs = {
  notes: {
    schema: noteSchema,
    version: 1,
    migrations: [],
    summaryVersion: 1,
    summary: ({ title, count }: Note) => ({ title, count }),
  },
  cards: {
    schema: z.strictObject({ name: z.string().max(200) }),
    version: 1,
    migrations: [],
    summaryVersion: 1,
    summary: (card: { name: string }) => ({ name: card.name }),
  },
} satisfies CollectionSpecs;

export const note = (title: string, count = 0, body = ""): Note => ({ title, body, count });

/** A clock that moves one second with every look. */
export function tickingClock(start = Date.parse("2026-11-23T08:00:00.000Z")): () => string {
  let at = start;
  return () => {
    at += 1000;
    return new Date(at).toISOString();
  };
}

/** Ids in a row. */
function countingIds(): (prefix: string) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix}_${count}`;
  };
}

const sharedClock = tickingClock();

/** Opens a note workspace or gives the refusal. */
export function tryNotes(dir: string, options: Partial<OpenOptions<typeof noteSpecs>> = {}) {
  return openWorkspace({
    dir,
    collections: noteSpecs,
    now: sharedClock,
    newId: countingIds(),
    mode: "write",
    owner: "Wang Li (invented)",
    ...options,
  });
}

/** Opens a note workspace; throws the code when that is refused. */
export async function openNotes(
  dir: string,
  options: Partial<OpenOptions<typeof noteSpecs>> = {},
): Promise<Workspace<typeof noteSpecs>> {
  return must(await tryNotes(dir, options));
}

/** The value of a Result, or a thrown code. */
export function must<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The error code of a Result, or `ok`. */
export function codeOf(
  result: { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } },
): string {
  return result.ok ? "ok" : result.error.code;
}

/** Runs with a folder of its own, removed afterwards. */
export async function inFolder<T>(task: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), "desk-store-"));
  try {
    return await task(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
