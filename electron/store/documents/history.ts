import { join } from "node:path";
import { attempt, keepCopy, readIfThere } from "#node/files";
import type { Entry } from "../index/library.ts";
import { type Core, entriesOf } from "../workspace/core.ts";
import { DOCUMENT_LIMIT, decodeDocument, type RawDocument } from "./document-file.ts";

const VERSION_FILE = /^r(\d{6,})-([0-9a-f]{8})$/;

/** A kept version's file, known by its name alone. */
export type HistoryFile = {
  readonly path: string;
  readonly revision: number;
  readonly short: string;
};

function historyDir(core: Core, collection: string, id: string): string {
  return core.layout.history(core.codec.place(collection, id));
}

function versionPath(dir: string, revision: number, sha256: string): string {
  return join(dir, `r${String(revision).padStart(6, "0")}-${sha256.slice(0, 8)}`);
}

/** Keeps the live file's content under its revision before it is replaced. */
export async function keepVersion(
  core: Core,
  collection: string,
  id: string,
  entry: Entry,
  livePath: string,
): Promise<void> {
  const dir = historyDir(core, collection, id);
  await core.writer.folder(dir);
  await keepCopy(core.fs, livePath, versionPath(dir, entry.revision, entry.sha256));
}

/** The kept versions of a document, newest first. */
export async function listHistory(
  core: Core,
  collection: string,
  id: string,
): Promise<readonly HistoryFile[]> {
  const dir = historyDir(core, collection, id);
  if (!(await core.fs.facts(dir))) return [];
  const files = (await core.fs.list(dir)).flatMap(({ name }) => {
    const match = VERSION_FILE.exec(name);
    const [, revision, short] = match ?? [];
    return revision && short ? [{ path: join(dir, name), revision: Number(revision), short }] : [];
  });
  return files.sort((a, b) => b.revision - a.revision);
}

/** Reads a document file from any place that holds one of this document's versions; undefined when it is not whole. */
export async function readVersionFile(
  core: Core,
  collection: string,
  id: string,
  path: string,
): Promise<RawDocument | undefined> {
  const place = core.codec.place(collection, id);
  const read = await attempt(path, () => readIfThere(core.fs, path, DOCUMENT_LIMIT));
  if (!read.ok || !read.value) return undefined;
  const plain = core.codec.open(`${place.folder}/${place.stem}`, read.value);
  const raw = plain ? decodeDocument(plain) : undefined;
  if (!raw?.ok) return undefined;
  const { head } = raw.value;
  const own =
    head.workspace === core.workspaceId && head.collection === collection && head.id === id;
  return own ? raw.value : undefined;
}

/** The newest kept version that is whole. */
export async function lastGood(
  core: Core,
  collection: string,
  id: string,
): Promise<{ readonly raw: RawDocument; readonly path: string } | undefined> {
  for (const file of await listHistory(core, collection, id)) {
    const raw = await readVersionFile(core, collection, id, file.path);
    if (raw) return { raw, path: file.path };
  }
  return undefined;
}

const HOUR = 3_600_000;
const NEWEST_KEPT = 30;

/** Chooses what to thin out: the newest thirty stay, then one an hour for two days, one a day for a year, one a month. */
export function thinOut(
  files: readonly { readonly path: string; readonly mtimeMs: number }[],
  nowMs: number,
): readonly string[] {
  const seen = new Set<string>();
  return files.flatMap(({ path, mtimeMs }, index) => {
    const age = nowMs - mtimeMs;
    const stepOf = () => {
      if (age < 48 * HOUR) return HOUR;
      return age < 366 * 24 * HOUR ? 24 * HOUR : 30 * 24 * HOUR;
    };
    const step = stepOf();
    const bucket = `${step}:${Math.floor(mtimeMs / step)}`;
    const first = !seen.has(bucket);
    seen.add(bucket);
    return index < NEWEST_KEPT || first ? [] : [path];
  });
}

/** Thins out one document's kept versions. Failing to is harmless and left for the next time. */
export async function thinHistory(
  core: Core,
  collection: string,
  id: string,
  nowMs: number,
): Promise<void> {
  const files = await listHistory(core, collection, id);
  if (files.length <= 2 * NEWEST_KEPT || !entriesOf(core, collection).has(id)) return;
  const withTimes = await Promise.all(
    files.map(async ({ path }) => ({ path, mtimeMs: (await core.fs.facts(path))?.mtimeMs ?? 0 })),
  );
  for (const path of thinOut(withTimes, nowMs)) {
    await core.fs.unlink(path).catch(() => undefined);
  }
}
