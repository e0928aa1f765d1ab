import { attempt, type FileSystem, nodeFileSystem } from "#node/files";
import type { JournalEntry } from "#shared/journal";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Unlock, unlockKey } from "../encryption/keys.ts";
import { createSeals } from "../encryption/sealed-codec.ts";
import { checkFolderEmpty } from "../workspace/folder-state.ts";
import { layoutOf, plainCodec } from "../workspace/layout.ts";
import { readManifest } from "../workspace/manifest.ts";
import { verifyAccount } from "./account.ts";
import { readCounter } from "./counter.ts";
import { type JournalReport, openJournal } from "./journal-file.ts";

/** What to read the journal of a workspace needs; nothing is written and no lock is taken. */
export type JournalReading = {
  readonly dir: string;
  readonly fs?: FileSystem;
  readonly unlock?: Unlock;
};

/** One line as `journal show` prints it. */
export type ShownLine = {
  readonly seq: number;
  readonly hash: string;
  readonly entry: JournalEntry | undefined;
};

async function openForReading(reading: JournalReading) {
  const fs = reading.fs ?? nodeFileSystem;
  const read = await readManifest(fs, reading.dir);
  if (!read.ok) return read;
  if (!read.value) {
    const there = await checkFolderEmpty(fs, reading.dir);
    return there.ok ? err(appError("store.no-workspace", { path: reading.dir })) : there;
  }
  const { manifest } = read.value;
  // A chain verifies without the key; only its entries stay closed.
  const key =
    manifest.encryption && reading.unlock
      ? await unlockKey(manifest.encryption, manifest.id, reading.unlock)
      : ok(undefined);
  if (!key.ok) return key;
  const seals = key.value ? createSeals(key.value, manifest.id) : undefined;
  const layout = layoutOf(reading.dir);
  const codec = manifest.encryption ? seals?.codec : plainCodec;
  const opened = await attempt(layout.journal, () =>
    openJournal({
      fs,
      dir: layout.journal,
      now: () => "",
      ...(seals ? { seal: seals.line } : {}),
      inspectCounter: () => readCounter(fs, reading.dir, manifest.id, codec),
      isCounted: () => manifest.counted === true,
    }),
  );
  if (!opened.ok) return opened;
  const { journal } = opened.value;
  const beside = codec && {
    fs,
    layout,
    codec,
    workspaceId: manifest.id,
    collections: Object.keys(manifest.collections),
  };
  return ok({ journal, beside, encrypted: !!manifest.encryption });
}

/**
 * Verifies the whole chain: number of lines, head, and every break with file and line; and holds it against counter,
 * index and documents, the latter two where the key of an encrypted workspace is given. For `desk journal verify`.
 */
export async function verifyJournal(
  reading: JournalReading,
): Promise<Result<JournalReport & { readonly encrypted: boolean }>> {
  const opened = await openForReading(reading);
  if (!opened.ok) return opened;
  const { journal, beside, encrypted } = opened.value;
  const verify = () => (beside ? verifyAccount(journal, beside) : journal.verify());
  return attempt(reading.dir, async () => ({ ...(await verify()), encrypted }));
}

/** The last lines of the journal, oldest first; all when no limit is given. For `desk journal show`. */
export async function showJournal(
  reading: JournalReading & { readonly limit?: number; readonly subject?: string },
): Promise<Result<readonly ShownLine[]>> {
  const opened = await openForReading(reading);
  if (!opened.ok) return opened;
  const { journal } = opened.value;
  return attempt(reading.dir, async () => {
    const lines: ShownLine[] = [];
    for await (const line of journal.records()) {
      const { subject } = line.entry ?? {};
      const about = subject ? `${subject.collection}/${subject.id}` : "";
      if (reading.subject && about !== reading.subject && subject?.id !== reading.subject) continue;
      lines.push(line);
      if (reading.limit && lines.length > reading.limit) lines.shift();
    }
    return lines;
  });
}

/** The journal as lines of JSON, opened where the key is given, each with its number and hash. For `desk journal export`. */
export async function exportJournal(reading: JournalReading): Promise<Result<string>> {
  const lines = await showJournal(reading);
  if (!lines.ok) return lines;
  return ok(lines.value.map((line) => `${JSON.stringify(line)}\n`).join(""));
}
