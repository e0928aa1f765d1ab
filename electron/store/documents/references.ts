import { type Entry, fromBuffer } from "yauzl";
import { attempt, readIfThere } from "#node/files";
import type { Backups } from "../backup/backups.ts";
import { type Core, entriesOf } from "../workspace/core.ts";
import { listHistory, readVersionFile } from "./history.ts";
import { type NamedFiles, namedFolders } from "./named-files.ts";
import type { CollectionSpecs } from "./types.ts";

const HASH = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g;
const TEXT_LIMIT = 64 * 2 ** 20;

/** Adds every text that looks like a SHA-256. Too many is harmless: it only keeps a file longer. */
function addHashes(text: string, into: Set<string>): void {
  for (const [hash] of text.matchAll(HASH)) into.add(hash);
}

/** The hashes in the text entries of a zip; undefined when it cannot be read, and then nothing may be removed. */
function hashesOfZip(bytes: Uint8Array): Promise<Set<string> | undefined> {
  const found = new Set<string>();
  return new Promise((resolve) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error || !zip) {
        resolve(undefined);
        return;
      }
      zip.on("error", () => resolve(undefined));
      zip.on("end", () => resolve(found));
      zip.on("entry", (entry: Entry) => {
        addHashes(entry.fileName, found);
        const isText = /\.(json|txt|csv|ndjson)$/.test(entry.fileName);
        if (!isText || entry.uncompressedSize > TEXT_LIMIT) {
          zip.readEntry();
          return;
        }
        zip.openReadStream(entry, (failed, stream) => {
          if (failed || !stream) {
            resolve(undefined);
            return;
          }
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("error", () => resolve(undefined));
          stream.on("end", () => {
            addHashes(Buffer.concat(chunks).toString("latin1"), found);
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

async function addDocuments(
  core: Core,
  specs: CollectionSpecs,
  into: Set<string>,
): Promise<boolean> {
  let complete = true;
  for (const collection of Object.keys(specs)) {
    for (const [id, entry] of entriesOf(core, collection)) {
      const place = core.codec.place(collection, id);
      const path = entry.state === "live" ? core.layout.live(place) : core.layout.trash(place);
      const raw = await readVersionFile(core, collection, id, path);
      if (raw) addHashes(raw.body, into);
      else complete = false;
      for (const file of await listHistory(core, collection, id)) {
        const version = await readVersionFile(core, collection, id, file.path);
        if (version) addHashes(version.body, into);
      }
    }
  }
  return complete;
}

async function addNamedFiles(files: NamedFiles, into: Set<string>): Promise<boolean> {
  for (const folder of namedFolders) {
    // A tenant book is packed rows of a customer file: it names no evidence.
    if (folder === "tenants") continue;
    const found = await files.look(folder);
    if (!found.ok || found.value.skipped.length > 0) return false;
    for (const name of found.value.names) {
      const read = await files.read(folder, name);
      if (!read.ok) return false;
      const zip = read.value[0] === 0x50 && read.value[1] === 0x4b;
      const hashes = zip ? await hashesOfZip(read.value) : new Set<string>();
      if (!hashes) return false;
      for (const hash of hashes) into.add(hash);
      if (!zip) addHashes(Buffer.from(read.value).toString("latin1"), into);
    }
  }
  return true;
}

/** What is named in the workspace: hashes as they are written, and evidence files by their stored names. */
export type References = {
  readonly hashes: ReadonlySet<string>;
  readonly storedNames: ReadonlySet<string>;
  /** False when something could not be read and might name anything. */
  readonly complete: boolean;
};

/** Everything that documents, their versions, the trash, packets and other named files, quarantine and backups name. */
export async function findReferences(
  core: Core,
  specs: CollectionSpecs,
  files: NamedFiles,
  backups: Backups,
): Promise<References> {
  const hashes = new Set<string>();
  const storedNames = new Set<string>();
  let complete = await addDocuments(core, specs, hashes);
  complete = (await addNamedFiles(files, hashes)) && complete;
  const { quarantine } = core.layout;
  const aside = (await core.fs.facts(quarantine)) ? await core.fs.list(quarantine) : [];
  for (const { name } of aside) {
    const path = `${quarantine}/${name}`;
    const read = await attempt(path, () => readIfThere(core.fs, path, TEXT_LIMIT));
    if (read.ok && read.value) addHashes(Buffer.from(read.value).toString("latin1"), hashes);
  }
  const listed = await backups.list();
  complete = complete && listed.ok;
  for (const { id } of listed.ok ? listed.value : []) {
    const paths = await backups.filesOf(id);
    complete = complete && paths.ok;
    for (const path of paths.ok ? paths.value : []) {
      if (path.startsWith("evidence/")) storedNames.add(path.split("/").at(-1) ?? "");
    }
  }
  return { hashes, storedNames, complete };
}
