import { padded } from "./notes.ts";
import { createPowerFs, type PowerFs } from "./power-fs.ts";
import { openOn, seeded } from "./scenario.ts";

const by = { by: "psn_invented" };

/** What the untouched workspace holds: the newest edit of each document. */
export type Prototype = {
  readonly fs: PowerFs;
  readonly newest: ReadonlyMap<string, number>;
  /** The same, made with other keys under another id: its files must not pass here. */
  readonly foreign: PowerFs;
  readonly encrypted: boolean;
};

const passphrase = "an invented passphrase";
const encrypt = { passphrase, strength: { n: 1024, r: 1, p: 1 } };

async function buildOne(encrypted: boolean) {
  const fs = createPowerFs();
  const opened = await openOn(fs, encrypted ? { encrypt } : {});
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const workspace = opened.value;
  const notes = workspace.collection("notes");
  const newest = new Map<string, number>();
  for (let edit = 1; edit <= 24; edit += 1) {
    const id = `nte_${edit % 8}`;
    const done = await notes.put(id, padded(edit, 400), by);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    newest.set(id, edit);
  }
  await notes.remove("nte_7", by);
  newest.delete("nte_7");
  await workspace.evidence.put(Buffer.from("%PDF-1.7 invented evidence"), by);
  await workspace.close();
  return { fs: fs.afterKill(), newest };
}

/** A closed workspace with several documents, versions, a bin, evidence and a journal; and another of the same form. */
export async function buildPrototype(encrypted: boolean): Promise<Prototype> {
  const { fs, newest } = await buildOne(encrypted);
  const foreign = await buildOne(encrypted);
  return { fs, newest, foreign: foreign.fs, encrypted };
}

type Mutation = (bytes: Buffer, chance: () => number, others: readonly Buffer[]) => Buffer;

const pick = <T>(items: readonly T[], chance: () => number): T => {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};

const at = (bytes: Buffer, chance: () => number) =>
  Math.floor(chance() * Math.max(1, bytes.length));

/** Ways in which files go bad: worn disks, broken copies, careless sync, hostile hands. */
const mutations: Readonly<Record<string, Mutation>> = {
  "flip one bit": (bytes, chance) => {
    const out = Buffer.from(bytes);
    const place = at(out, chance);
    out[place] = (out[place] ?? 0) ^ (1 << Math.floor(chance() * 8));
    return out;
  },
  "flip many bits": (bytes, chance) => {
    const out = Buffer.from(bytes);
    for (let n = 0; n < 20; n += 1) out[at(out, chance)] = Math.floor(chance() * 256);
    return out;
  },
  "cut off": (bytes, chance) => bytes.subarray(0, at(bytes, chance)),
  empty: () => Buffer.alloc(0),
  "zero a stretch": (bytes, chance) => {
    const out = Buffer.from(bytes);
    const from = at(out, chance);
    return out.fill(0, from, Math.min(out.length, from + 64));
  },
  "append rubbish": (bytes, chance) =>
    Buffer.concat([bytes, Buffer.from(`${"{[".repeat(at(bytes, chance))}`)]),
  "swap with another file": (_bytes, chance, others) => pick(others, chance),
  "half of another file": (bytes, chance, others) => {
    const other = pick(others, chance);
    const half = bytes.subarray(0, bytes.length >> 1);
    return Buffer.concat([half, other.subarray(other.length >> 1)]);
  },
  "huge number": (bytes) =>
    Buffer.from(bytes.toString("latin1").replace(/:(\d+)/, ":9e999"), "latin1"),
  "negative number": (bytes) =>
    Buffer.from(bytes.toString("latin1").replace(/:(\d+)/g, ":-$1"), "latin1"),
  "other number": (bytes, chance) => {
    const other = String(Math.floor(chance() * 1e6));
    return Buffer.from(bytes.toString("latin1").replace(/:(\d+)/, `:${other}`), "latin1");
  },
  "deep nesting": (bytes) =>
    Buffer.from(
      bytes.toString("latin1").replace(/:(\d+)/, `:${"[".repeat(100_000)}${"]".repeat(100_000)}`),
      "latin1",
    ),
  "repeat a line": (bytes) => {
    const lines = bytes.toString("latin1").split("\n");
    lines.splice(lines.length >> 1, 0, lines[0] ?? "");
    return Buffer.from(lines.join("\n"), "latin1");
  },
  "drop a line": (bytes, chance) => {
    const lines = bytes.toString("latin1").split("\n");
    lines.splice(Math.floor(chance() * lines.length), 1);
    return Buffer.from(lines.join("\n"), "latin1");
  },
  "byte order mark": (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  "wide encoding": (bytes) => Buffer.from(bytes.toString("utf8"), "utf16le"),
  "newer version": (bytes) =>
    Buffer.from(
      bytes
        .toString("latin1")
        .replace(/"version":\s*1/, '"version":99')
        .replace("@1", "@2"),
      "latin1",
    ),
  "prototype keys": (bytes) =>
    Buffer.from(bytes.toString("latin1").replace(/"/, '"__proto__":{"x":1},"'), "latin1"),
};

/** Codes that say clearly that a document or the workspace is refused or in doubt. */
function isClear(code: string): boolean {
  return /^(store|files|journal|evidence)\.[a-z-]+$/.test(code) && code !== "files.failed";
}

/** Mutates one file of a copy and uses the workspace; returns what went wrong, which must be nothing. */
export async function mutateOnce(prototype: Prototype, seed: number): Promise<readonly string[]> {
  const chance = seeded(seed);
  const fs = prototype.fs.afterKill();
  const path = pick(fs.paths(), chance);
  const name = pick(Object.keys(mutations), chance);
  const mutate = mutations[name];
  const bytes = Buffer.from(fs.bytesOf(path) ?? Buffer.alloc(0));
  const others = [...fs.paths(), ...prototype.foreign.paths()].map((one) =>
    Buffer.from(fs.bytesOf(one) ?? prototype.foreign.bytesOf(one) ?? Buffer.alloc(0)),
  );
  const twin = prototype.foreign.bytesOf(path);
  if (!mutate) return [];
  // Now and then a file of the other workspace stands in the very place of this one's.
  const mutated = twin && seed % 10 === 0 ? Buffer.from(twin) : mutate(bytes, chance, others);
  fs.overwrite(path, mutated);
  const where = `${name} in ${path}`;
  const wrong: string[] = [];
  try {
    await workOnMutated(fs, prototype, wrong);
  } catch (error) {
    wrong.push(`threw ${error instanceof Error ? error.stack : String(error)}`);
  }
  const kept = fs.paths().some((one) => mutated.equals(fs.bytesOf(one) ?? Buffer.alloc(0)));
  if (/^\/w\/(notes|vault)\//.test(path) && !kept) wrong.push("the damaged bytes were not kept");
  return wrong.map((text) => `${where}: ${text}`);
}

async function workOnMutated(fs: PowerFs, prototype: Prototype, wrong: string[]): Promise<void> {
  const opened = await openOn(fs, prototype.encrypted ? { unlock: { passphrase } } : {});
  if (!opened.ok) {
    if (!isClear(opened.error.code)) wrong.push(`unclear: ${JSON.stringify(opened.error)}`);
    return;
  }
  const workspace = opened.value;
  const notes = workspace.collection("notes");
  await workspace.scanChanges();
  for (const [id, edit] of prototype.newest) {
    const read = await notes.get(id);
    if (!read.ok) {
      if (!isClear(read.error.code)) wrong.push(`unclear: ${JSON.stringify(read.error)}`);
      const told = workspace.issues().some((issue) => issue.id === id || !issue.id);
      if (!told) wrong.push(`${id} is gone and nothing says so: ${read.error.code}`);
      continue;
    }
    const { data, damaged } = read.value;
    if (data.edit !== edit && !damaged)
      wrong.push(`${id} silently shows ${data.edit}, not ${edit}`);
    if (data.padding !== padded(data.edit, 400).padding) wrong.push(`${id} shows changed text`);
    if (damaged && workspace.issues().length === 0) wrong.push(`${id} damaged but not reported`);
  }
  await workspace.journal.verify();
  const saved = await notes.put("nte_new", padded(99, 400), by);
  if (!saved.ok && !isClear(saved.error.code))
    wrong.push(`unclear: ${JSON.stringify(saved.error)}`);
  await workspace.close({ force: true });
}
