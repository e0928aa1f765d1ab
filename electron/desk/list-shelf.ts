import { z } from "zod";
import { decodeText, parseStrictJson } from "#node/input";
import { type ListFile, readList } from "#node/lists";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { ListSnapshot } from "#shared/lists";
import type { ListIndex } from "#shared/screening";
import { indexName, keptIndex } from "./kept-index.ts";
import type { FilePort } from "./ports.ts";

const metaSchema = z.strictObject({
  schema: z.literal("h200-desk/list@1"),
  id: z.string().max(80),
  title: z.string().max(400),
  date: z.string().max(20),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  entries: z.number().int().nonnegative(),
  file: z.string().max(200),
  /** Short ids of the lists inside; files imported long ago do not say. */
  lists: z.array(z.string().max(80)).max(500).optional(),
});
type Meta = z.infer<typeof metaSchema>;

/** What the lists page shows of an imported list. */
export type ListSummary = Pick<Meta, "id" | "title" | "date" | "sha256" | "entries"> & {
  /** A later file covers the same lists: what this one says may have changed since. */
  readonly superseded: boolean;
};

/** The imported lists of a workspace, indexed when first looked at. */
export type ListShelf = {
  list(): Promise<Result<readonly ListSummary[]>>;
  /** All imported lists ready for screening, in the order of their ids. */
  indexes(): Promise<Result<readonly ListIndex[]>>;
  import(file: ListFile): Promise<Result<ListSummary>>;
  remove(id: string): Promise<Result<void>>;
};

/** Whether another file is of a later day and covers everything that this one does. */
function isSuperseded(meta: Meta, all: readonly Meta[]): boolean {
  const own = meta.lists ?? [];
  if (own.length === 0 || meta.date === "unknown") return false;
  return all.some(
    ({ date, lists = [] }) =>
      date !== "unknown" && date > meta.date && own.every((list) => lists.includes(list)),
  );
}

function summaryOf(meta: Meta, all: readonly Meta[]): ListSummary {
  const { id, title, date, sha256, entries } = meta;
  return { id, title, date, sha256, entries, superseded: isSuperseded(meta, all) };
}

async function readMeta(files: FilePort, name: string): Promise<Result<Meta>> {
  const bytes = await files.read("lists", name);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, name, { mark: "refuse" });
  if (!text.ok) return text;
  const json = parseStrictJson(text.value, name);
  if (!json.ok) return json;
  const parsed = metaSchema.safeParse(json.value);
  return parsed.success ? ok(parsed.data) : err(appError("list-meta-damaged", { file: name }));
}

function metaOf(snapshot: ListSnapshot, file: string): Meta {
  const { id, title, date, sha256, entries } = snapshot;
  const lists = [...snapshot.lists];
  return {
    schema: "h200-desk/list@1",
    id,
    title,
    date,
    sha256,
    entries: entries.length,
    file,
    lists,
  };
}

/** A shelf over the workspace's `lists` folder: the file as it was imported, and beside it what it says of itself. */
export function createListShelf(files: FilePort): ListShelf {
  const indexed = new Map<string, ListIndex>();

  async function metas(): Promise<Result<readonly Meta[]>> {
    const names = await files.list("lists");
    if (!names.ok) return names;
    const found: Meta[] = [];
    for (const name of names.value.filter((item) => item.endsWith(".meta.json"))) {
      const meta = await readMeta(files, name);
      if (!meta.ok) return meta;
      found.push(meta.value);
    }
    return ok(found.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  }

  async function indexOf(meta: Meta): Promise<Result<ListIndex>> {
    const known = indexed.get(meta.sha256);
    if (known !== undefined) return ok(known);
    const bytes = await files.read("lists", meta.file);
    if (!bytes.ok) return bytes;
    const snapshot = readList({ name: meta.file, bytes: bytes.value });
    if (!snapshot.ok) return snapshot;
    if (snapshot.value.sha256 !== meta.sha256)
      return err(appError("list-changed", { file: meta.file, id: meta.id }));
    const { id, title, date } = meta;
    const index = await keptIndex(files, { ...snapshot.value, id, title, date });
    indexed.set(meta.sha256, index);
    return ok(index);
  }

  return {
    list: async () => {
      const all = await metas();
      return all.ok ? ok(all.value.map((meta) => summaryOf(meta, all.value))) : all;
    },
    indexes: async () => {
      const all = await metas();
      if (!all.ok) return all;
      const indexes: ListIndex[] = [];
      for (const meta of all.value) {
        const index = await indexOf(meta);
        if (!index.ok) return index;
        indexes.push(index.value);
      }
      return ok(indexes);
    },
    import: async (file) => {
      const snapshot = readList(file);
      if (!snapshot.ok) return snapshot;
      const ending = /\.(csv|json)$/i.exec(file.name)?.[0].toLowerCase() ?? ".txt";
      const stored = `${snapshot.value.sha256.slice(0, 16)}${ending}`;
      const meta = metaOf(snapshot.value, stored);
      const written = await files.write("lists", stored, file.bytes);
      if (!written.ok) return written;
      const noted = await files.write(
        "lists",
        `${snapshot.value.sha256.slice(0, 16)}.meta.json`,
        Buffer.from(`${JSON.stringify(meta, null, 2)}\n`),
      );
      if (!noted.ok) return noted;
      const all = await metas();
      return all.ok ? ok(summaryOf(meta, all.value)) : all;
    },
    remove: async (id) => {
      const all = await metas();
      if (!all.ok) return all;
      const meta = all.value.find((item) => item.id === id);
      if (meta === undefined) return err(appError("list-unknown", { id }));
      const names = [`${meta.sha256.slice(0, 16)}.meta.json`, meta.file];
      // The index is made anew whenever it is missing, so it is removed for good and not kept for taking back.
      await files.remove("lists", indexName(meta.sha256));
      return await files.discard("lists", names, { id, title: meta.title });
    },
  };
}
