import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Terminal } from "./desk-terminal.ts";
import { splitWords } from "./split.ts";

/** `facts`: ids, lanes, numbers, keys. `texts`: words for people. `files`: hashes of files that the desk wrote. */
export type Kind = "facts" | "texts" | "files";

/** One record as the index names it. */
type Entry = { readonly kind: Kind; readonly sha256: string };

/** All records of one run: their hashes, and what was recorded on request. */
export type Records = {
  readonly index: ReadonlyMap<string, Entry>;
  readonly value: (name: string) => unknown;
};

/** Takes records and writes them down. */
export type Recorder = {
  /** Keeps a value as one record. */
  readonly keep: (kind: Kind, name: string, value: unknown) => void;
  /** Keeps a value as two records: everything but words, and the words by their paths. */
  readonly keepSplit: (name: string, value: unknown) => void;
  /** Writes the index; how many records of each kind there are. */
  readonly finish: () => Readonly<Record<Kind, number>>;
};

/** What each recording part is given. */
export type Parts = {
  readonly root: string;
  readonly folder: string;
  readonly terminal: Terminal;
  readonly recorder: Recorder;
};

/** The SHA-256 of bytes or of a text, in hex. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A readable name that no other record shares, whatever the record's own name holds. */
function fileOf(folder: string, name: string): string {
  const readable = name.replaceAll(/[^\w.@-]+/g, "_").slice(0, 120);
  return join(folder, "records", `${readable}-${sha256(name).slice(0, 8)}.json.gz`);
}

/** A recorder that writes into a folder. */
export function createRecorder(folder: string): Recorder {
  mkdirSync(join(folder, "records"), { recursive: true });
  const index = new Map<string, Entry>();
  const keep = (kind: Kind, name: string, value: unknown) => {
    const full = `${kind}/${name}`;
    if (index.has(full)) throw new Error(`${full} is recorded twice.`);
    const text = JSON.stringify(value);
    index.set(full, { kind, sha256: sha256(text) });
    writeFileSync(fileOf(folder, full), gzipSync(text, { level: 1 }));
  };
  return {
    keep,
    keepSplit: (name, value) => {
      const { facts, texts } = splitWords(value);
      keep("facts", name, facts);
      keep("texts", name, texts);
    },
    finish: () => {
      const sorted = [...index].toSorted(([a], [b]) => (a < b ? -1 : 1));
      writeFileSync(
        join(folder, "index.json"),
        `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`,
      );
      const count = (kind: Kind) => sorted.filter(([, entry]) => entry.kind === kind).length;
      return { facts: count("facts"), files: count("files"), texts: count("texts") };
    },
  };
}

/** Reads what a recorder wrote. */
export function readRecords(folder: string): Records {
  const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as object;
  return {
    index: new Map(Object.entries(index) as [string, Entry][]),
    value: (name) => JSON.parse(gunzipSync(readFileSync(fileOf(folder, name))).toString("utf8")),
  };
}
