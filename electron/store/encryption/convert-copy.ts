import { basename, dirname, join } from "node:path";
import {
  attempt,
  createWriter,
  DeskFailure,
  ensureFolder,
  stageFile,
  type Writer,
} from "#node/files";
import { emptyHead, makeLine } from "#shared/journal";
import { appError, err, ok, type Result } from "#shared/kernel";
import { encodeDocument } from "../documents/document-file.ts";
import { listHistory, readVersionFile } from "../documents/history.ts";
import { createNamedFiles, namedFolders } from "../documents/named-files.ts";
import type { CollectionSpecs } from "../documents/types.ts";
import { createEvidenceStore } from "../evidence/evidence-store.ts";
import { COUNTER_FILE, counterText } from "../journal/counter.ts";
import { digestText, type Journal, type LineSeal } from "../journal/journal-file.ts";
import { segmentName } from "../journal/segments.ts";
import { type Core, entriesOf } from "../workspace/core.ts";
import { type Codec, layoutOf, plainCodec } from "../workspace/layout.ts";
import { type Manifest, readManifest, writeManifest } from "../workspace/manifest.ts";
import { createKeys, type EncryptOptions } from "./encryption.ts";
import { createSeals, type Seals } from "./sealed-codec.ts";

/** What a copy of a workspace in another form came to. */
export type ConversionReport = {
  readonly dir: string;
  readonly documents: number;
  readonly versions: number;
  readonly evidence: number;
  readonly journalLines: number;
  /** Shown once; undefined for a plain copy. */
  readonly recoveryCode: string | undefined;
};

/** The workspace a copy is made of, and what opens its evidence. */
export type ConversionSource = {
  readonly core: Core;
  readonly specs: CollectionSpecs;
  readonly seals: Seals | undefined;
};

type Target = {
  readonly core: Core;
  readonly writer: Writer;
  readonly line: LineSeal | undefined;
  readonly seals: Seals | undefined;
  /** Folders whose names must be made durable before the copy counts. */
  readonly folders: Set<string>;
};

function targetOf(source: Core, dir: string, seals: Seals | undefined): Target {
  const codec: Codec = seals?.codec ?? plainCodec;
  const guard = () => Promise.resolve(undefined);
  const writer = createWriter({ fs: source.fs, token: "copy", guard });
  return {
    core: { ...source, layout: layoutOf(dir), codec, writer },
    writer,
    line: seals?.line,
    seals,
    folders: new Set(),
  };
}

async function write(target: Target, path: string, bytes: Uint8Array): Promise<void> {
  await ensureFolder(target.core.fs, dirname(path));
  await stageFile(target.core.fs, path, bytes);
  target.folders.add(dirname(path));
}

async function copyDocuments(source: ConversionSource, target: Target) {
  const from = source.core;
  let documents = 0;
  let versions = 0;
  for (const collection of Object.keys(source.specs)) {
    for (const [id, entry] of entriesOf(from, collection)) {
      const old = from.codec.place(collection, id);
      const place = target.core.codec.place(collection, id);
      const seal = (bytes: Uint8Array) =>
        target.core.codec.seal(`${place.folder}/${place.stem}`, bytes);
      const live = entry.state === "live";
      const path = live ? from.layout.live(old) : from.layout.trash(old);
      const raw = await readVersionFile(from, collection, id, path);
      // A copy that silently leaves out what cannot be read would be a loss.
      if (!raw)
        throw new DeskFailure(
          appError("store.document-damaged-alone", {
            collection,
            id,
            path,
            reason: "copy",
            quarantine: path,
          }),
        );
      const to = live ? target.core.layout.live(place) : target.core.layout.trash(place);
      await write(target, to, seal(encodeDocument(raw.head, raw.body)));
      documents += 1;
      for (const file of await listHistory(from, collection, id)) {
        const version = await readVersionFile(from, collection, id, file.path);
        if (!version) continue;
        const name = basename(file.path);
        const bytes = seal(encodeDocument(version.head, version.body));
        await write(target, join(target.core.layout.history(place), name), bytes);
        versions += 1;
      }
    }
  }
  return { documents, versions };
}

/** A journal that keeps nothing: the copy's real one is written as a whole. */
const silentJournal: Journal = {
  head: () => emptyHead,
  pointer: () => undefined,
  append: () => Promise.resolve(emptyHead),
  appendUnsettled: () => Promise.resolve({ head: emptyHead, settle: () => undefined }),
  appendTogether: () => Promise.resolve([]),
  isSettled: () => true,
  records: emptyRecords,
  verify: () => Promise.resolve({ lines: 0, head: emptyHead, breaks: [], sealedUnread: 0 }),
  refresh: () => Promise.resolve([]),
  close: () => Promise.resolve(),
};

async function* emptyRecords(): ReturnType<Journal["records"]> {}

async function copyEvidence(source: ConversionSource, target: Target): Promise<number> {
  const storeOf = (core: Core, writer: Writer, journal: Journal, seals: Seals | undefined) =>
    createEvidenceStore({
      dir: core.layout.evidence,
      bin: join(core.layout.root, "bin", "evidence"),
      writer,
      journal,
      canWrite: true,
      ...(seals ? { cipher: seals.frames } : {}),
    });
  const from = storeOf(source.core, source.core.writer, source.core.journal, source.seals);
  const to = storeOf(target.core, target.writer, silentJournal, target.seals);
  const listed = await from.list();
  if (!listed.ok) throw new DeskFailure(listed.error);
  for (const { sha256 } of listed.value) {
    const done = await to.put(from.stream(sha256), { by: "", expectedSha256: sha256 });
    if (!done.ok) throw new DeskFailure(done.error);
  }
  return listed.value.length;
}

async function copyNamedFiles(source: Core, target: Target): Promise<void> {
  const from = createNamedFiles(source);
  const to = createNamedFiles(target.core);
  for (const folder of namedFolders) {
    const names = await from.list(folder);
    if (!names.ok) throw new DeskFailure(names.error);
    for (const name of names.value) {
      const bytes = await from.read(folder, name);
      if (!bytes.ok) throw new DeskFailure(bytes.error);
      const done = await to.write(folder, name, bytes.value);
      if (!done.ok) throw new DeskFailure(done.error);
    }
  }
}

/**
 * Writes the journal's entries anew in the other form. Its chain gets other hashes; the last line names the head of the
 * chain it was made from, so that an export of the old one can still be held against it.
 */
async function copyJournal(
  source: Core,
  target: Target,
  closing: { readonly by: string; readonly verb: "workspace.encrypt" | "workspace.decrypt" },
): Promise<number> {
  let head = emptyHead;
  let text = "";
  const add = (entry: object) => {
    const plain = JSON.stringify(entry);
    const content = target.line
      ? { sealed: target.line.seal(plain, head.seq + 1) }
      : { entry: JSON.parse(plain) };
    const line = makeLine(head, content, 0, digestText);
    text += `${line.text}\n`;
    head = line.head;
  };
  for await (const { entry } of source.journal.records()) if (entry) add(entry);
  const old = source.journal.head();
  const settled = head.seq;
  add({ at: source.now(), ...closing, settled, old: old.hash, detail: { lines: old.seq } });
  add({ at: source.now(), by: closing.by, verb: "workspace.close", settled: settled + 1 });
  await write(target, join(target.core.layout.journal, segmentName(1)), Buffer.from(text));
  const counter = counterText(target.core.codec, source.workspaceId, head);
  await write(target, join(target.core.layout.root, COUNTER_FILE), Buffer.from(counter));
  return head.seq;
}

/**
 * Copies a whole workspace into a new folder in the other form: encrypted, or plain on request. Documents, versions, bin,
 * evidence, files and journal go along. The manifest is written last: a copy cut short is no workspace. The source stays
 * as it is; what becomes of it is for a person to decide.
 */
export function convertCopy(
  source: ConversionSource,
  options: {
    readonly dir: string;
    readonly by: string;
    readonly encrypt: EncryptOptions | undefined;
  },
): Promise<Result<ConversionReport>> {
  const { core } = source;
  const { dir, encrypt } = options;
  return attempt(dir, async () => {
    if ((await core.fs.facts(dir)) && (await core.fs.list(dir)).length > 0) {
      throw new DeskFailure(appError("store.folder-not-empty", { path: dir }));
    }
    const read = await readManifest(core.fs, core.layout.root);
    if (!read.ok || !read.value) {
      throw new DeskFailure(appError("store.manifest-damaged", { path: core.layout.manifest }));
    }
    const keys = encrypt ? await createKeys(core.workspaceId, encrypt) : ok(undefined);
    if (!keys.ok) throw new DeskFailure(keys.error);
    const seals = keys.value ? createSeals(keys.value.dataKey, core.workspaceId) : undefined;
    const target = targetOf(core, dir, seals);
    const { documents, versions } = await copyDocuments(source, target);
    const evidence = await copyEvidence(source, target);
    await copyNamedFiles(core, target);
    const verb = encrypt ? ("workspace.encrypt" as const) : ("workspace.decrypt" as const);
    const journalLines = await copyJournal(core, target, { by: options.by, verb });
    const { encryption: _, ...kept } = read.value.manifest;
    const rest: Manifest = { ...kept, counted: true };
    const manifest: Manifest = keys.value ? { ...rest, encryption: keys.value.settings } : rest;
    for (const folder of target.folders) await core.fs.syncFolder(folder);
    await writeManifest(target.writer, dir, manifest);
    seals?.forget();
    const recoveryCode = keys.value?.recoveryCode;
    return { dir, documents, versions, evidence, journalLines, recoveryCode };
  });
}

/** Why a workspace cannot be copied in the asked form; undefined when it can. */
export function whyNotConverted(core: Core, encrypt: boolean): Result<void> {
  if (!core.canWrite) return err(appError("store.opened-read-only"));
  const same = core.codec.encrypted === encrypt;
  return same
    ? err(appError(encrypt ? "store.already-encrypted" : "store.not-encrypted"))
    : ok(undefined);
}
