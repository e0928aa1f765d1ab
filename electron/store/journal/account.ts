import { join } from "node:path";
import { type FileSystem, readIfThere, TEMP_SUFFIX } from "#node/files";
import { type AppError, appError } from "#shared/kernel";
import { DOCUMENT_LIMIT, type DocumentHead, decodeDocument } from "../documents/document-file.ts";
import { Entries, type Entry, type Library, readIndexPointer } from "../index/library.ts";
import { replay } from "../index/replay.ts";
import type { Codec, Layout } from "../workspace/layout.ts";
import type { Journal, JournalPointer, JournalReport } from "./journal-file.ts";

/** What a journal is held against: the workspace's files, opened with its key where it has one. */
export type AccountOptions = {
  readonly fs: FileSystem;
  readonly layout: Layout;
  readonly codec: Codec;
  readonly workspaceId: string;
  readonly collections: readonly string[];
};

async function* headsOf(options: AccountOptions): AsyncGenerator<DocumentHead> {
  const { fs, layout, codec, workspaceId } = options;
  const folders = new Set(options.collections.map((name) => codec.place(name, "x").folder));
  for (const folder of folders) {
    const path = join(layout.root, folder);
    if (!(await fs.facts(path))) continue;
    for (const { name, kind } of await fs.list(path)) {
      if (kind !== "file" || name.endsWith(TEMP_SUFFIX)) continue;
      const stem = name.replace(/\.[^.]*$/, "");
      const bytes = await readIfThere(fs, join(path, name), DOCUMENT_LIMIT).catch(() => undefined);
      const plain = bytes && codec.open(`${folder}/${stem}`, bytes);
      const raw = plain ? decodeDocument(plain) : undefined;
      if (!raw?.ok || raw.value.head.workspace !== workspaceId) continue;
      const { head } = raw.value;
      // A copy under another name is a stray file, no document.
      if (codec.place(head.collection, head.id).file === name) yield head;
    }
  }
}

async function pointerOf(options: AccountOptions): Promise<JournalPointer | undefined> {
  const { fs, layout, codec, workspaceId } = options;
  const bytes = await readIfThere(fs, layout.index, 2 ** 30).catch(() => undefined);
  const plain = bytes && codec.open("cache/index", bytes);
  return plain ? readIndexPointer(workspaceId, plain) : undefined;
}

function dispute(head: DocumentHead, entry: Entry | undefined): AppError | undefined {
  const { collection, id, revision } = head;
  if (!entry) return appError("journal.document-unknown", { collection, id, revision });
  // An older file is the document's fault, which reading it tells; a newer one the journal's.
  const ahead =
    revision > entry.revision || (revision === entry.revision && head.sha256 !== entry.sha256);
  const known = entry.revision;
  return ahead
    ? appError("journal.document-ahead", { collection, id, revision, known })
    : undefined;
}

/**
 * Verifies the chain and holds it against what lies beside it: the counter, the place the index was derived at, and the
 * documents. A chain that was cut, emptied or replaced by a sound shorter one does not account for them.
 */
export async function verifyAccount(
  journal: Pick<Journal, "verify" | "records">,
  options: AccountOptions,
): Promise<JournalReport> {
  // Files first: whatever a writer adds meanwhile stands in the journal before it is in a file.
  const pointer = await pointerOf(options);
  const heads: DocumentHead[] = [];
  for await (const head of headsOf(options)) heads.push(head);
  const report = await journal.verify();
  const records = [];
  for await (const record of journal.records()) records.push(record);
  const library: Library = new Map(options.collections.map((name) => [name, new Entries()]));
  replay(library, records);
  const told = new Set(report.breaks.map(({ error }) => error.code));
  const found: AppError[] = [];
  const line = pointer && records.find(({ seq }) => seq === pointer.seq);
  if (pointer && !told.has("journal.cut") && !told.has("journal.replaced")) {
    const { seq } = pointer;
    if (!line) found.push(appError("journal.cut", { expected: seq, found: report.head.seq }));
    else if (line.hash !== pointer.hash) found.push(appError("journal.replaced", { seq }));
  }
  for (const head of heads) {
    const problem = dispute(head, library.get(head.collection)?.get(head.id));
    if (problem) found.push(problem);
  }
  const afterSeq = report.head.seq;
  const breaks = found.map((error) => ({ file: "", line: 0, afterSeq, error }));
  return { ...report, breaks: [...report.breaks, ...breaks] };
}
