import { type ByteSource, LARGEST_LIST, memorySource, type Watch } from "#node/input";
import { filesOf, groupListFiles, type ListOptions, readListGroup } from "#node/lists";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { ListSnapshot } from "#shared/lists";
import { buildListIndex, type ListIndex } from "#shared/screening";
import type { DeskFiles } from "../workspace/desk-workspace.ts";
import {
  isSuperseded,
  keptNotes,
  type ListMeta,
  listsOn,
  type PlainOptions,
  predecessorOf,
  readMeta,
} from "./list-meta.ts";

/** What the lists page shows of an imported list. */
export type ListSummary = Pick<ListMeta, "id" | "title" | "date" | "sha256" | "entries"> & {
  /** A later file covers the same lists: what this one says may have changed since, so it is screened no longer. */
  readonly superseded: boolean;
  readonly imported?: string | undefined;
  readonly format?: string | undefined;
  /** OFAC's names came without their aliases. */
  readonly withoutAliases: boolean;
  readonly notes: NonNullable<ListMeta["notes"]>;
};

/** A file as it was handed over. */
export type ListFile = { readonly name: string; readonly bytes: Uint8Array };

/** What a person says of the files that they import. */
export type ImportOptions = PlainOptions &
  Watch & {
    readonly title?: string | undefined;
    readonly date?: string | undefined;
    /** The day of the import. */
    readonly today: string;
  };

/** Which of the imported lists: the newest of each, those that were the newest on a day, or all. */
type WhichLists = { readonly asOf?: string | undefined; readonly all?: boolean };

/** The imported lists of a workspace, indexed when first looked at. */
export type ListRegistry = {
  list(): Promise<Result<readonly ListSummary[]>>;
  /** Imported lists ready for screening, in the order of their ids; superseded ones only where they are asked for. */
  indexes(which?: WhichLists): Promise<Result<readonly ListIndex[]>>;
  /** The same as they are read, for whoever makes indexes elsewhere. */
  snapshots(which?: WhichLists): Promise<Result<readonly ListSnapshot[]>>;
  /** Reads files and keeps them: each list whole, or nothing of any of them. */
  import(
    files: readonly ListFile[],
    options: ImportOptions,
  ): Promise<Result<readonly ListSummary[]>>;
  /** The entries of a list, and of the state that it takes the place of. */
  states(
    id: string,
    watch?: Watch,
  ): Promise<Result<{ readonly now: ListSnapshot; readonly before?: ListSnapshot }>>;
  remove(id: string): Promise<Result<void>>;
};

function summaryOf(meta: ListMeta, all: readonly ListMeta[]): ListSummary {
  const { id, title, date, sha256, entries, imported, format, notes = [] } = meta;
  return {
    id,
    title,
    date,
    sha256,
    entries,
    superseded: isSuperseded(meta, all),
    ...(imported === undefined ? {} : { imported }),
    ...(format === undefined ? {} : { format }),
    withoutAliases: format === "ofac-csv" && !meta.beside?.some((name) => /\.alt\./.test(name)),
    notes,
  };
}

const endingOf = (name: string) => /\.(csv|json|xlsx)$/i.exec(name)?.[0].toLowerCase() ?? ".txt";

/** A registry over the workspace's `lists` folder: the files as they were imported, and beside them what they are. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its closures are one object's methods and share its queue and state
export function createListRegistry(files: DeskFiles): ListRegistry {
  const indexed = new Map<string, ListIndex>();

  async function metas(): Promise<Result<readonly ListMeta[]>> {
    const names = await files.list("lists");
    if (!names.ok) return names;
    const found: ListMeta[] = [];
    for (const name of names.value.filter((item) => item.endsWith(".meta.json"))) {
      const meta = await readMeta(files, name);
      // A stray or half-written note hides no other list; whoever reviewed with its list is asked again.
      if (meta.ok) found.push(meta.value);
      else files.report("lists", name, meta.error);
    }
    return ok(found.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  }

  async function snapshotOf(meta: ListMeta, watch: Watch = {}): Promise<Result<ListSnapshot>> {
    const sources: ByteSource[] = [];
    for (const name of [meta.file, ...(meta.beside ?? [])]) {
      const bytes = await files.read("lists", name);
      if (!bytes.ok) return bytes;
      sources.push(memorySource(name, bytes.value));
    }
    const { id, title, date, plain = {} } = meta;
    const options = { ...plain, ...watch, title, date };
    const groups = await groupListFiles(sources, options);
    if (!groups.ok) return groups;
    const [group] = groups.value;
    if (group === undefined) return err(appError("list-unknown", { id }));
    const read = await readListGroup(group, options);
    if (!read.ok) return read;
    if (read.value.sha256 !== meta.sha256)
      return err(appError("list-changed", { file: meta.file, id }));
    return ok({ ...read.value, id, title, date });
  }

  async function indexOf(meta: ListMeta): Promise<Result<ListIndex>> {
    const known = indexed.get(meta.sha256);
    if (known !== undefined) return ok(known);
    const snapshot = await snapshotOf(meta);
    if (!snapshot.ok) return snapshot;
    const index = buildListIndex(snapshot.value);
    indexed.set(meta.sha256, index);
    return ok(index);
  }

  /** Writes the files of one list, and last the note that makes them a list. */
  async function keep(
    snapshot: ListSnapshot,
    parts: readonly ListFile[],
    { columns, encoding, sheet, today }: ImportOptions,
    id: string,
  ): Promise<Result<ListMeta>> {
    const { title, date, sha256, entries, format, lists, notes } = snapshot;
    const stem = sha256.slice(0, 16);
    const names = parts.map(({ name }, at) => {
      const part = /alt/i.test(name) ? "alt" : "add";
      return at === 0 ? `${stem}${endingOf(name)}` : `${stem}.${part}${endingOf(name)}`;
    });
    for (const [at, { bytes }] of parts.entries()) {
      const written = await files.write("lists", names[at] ?? "", bytes);
      if (!written.ok) return written;
    }
    const said = { columns, encoding, sheet };
    const plain = Object.fromEntries(Object.entries(said).filter(([, one]) => one !== undefined));
    const meta: ListMeta = {
      schema: "h200-desk/list@1",
      id,
      title: title.slice(0, 400),
      date,
      sha256,
      entries: entries.length,
      file: names[0] ?? "",
      lists: [...lists],
      imported: today,
      format,
      ...(names.length > 1 ? { beside: names.slice(1) } : {}),
      ...(Object.keys(plain).length > 0 ? { plain } : {}),
      notes: keptNotes(notes),
    };
    const text = Buffer.from(`${JSON.stringify(meta, null, 2)}\n`);
    const noted = await files.write("lists", `${stem}.meta.json`, text);
    return noted.ok ? ok(meta) : noted;
  }

  async function find(id: string) {
    const all = await metas();
    if (!all.ok) return all;
    const meta = all.value.find((item) => item.id === id);
    return meta === undefined
      ? err(appError("list-unknown", { id }))
      : ok({ meta, all: all.value });
  }

  return {
    list: async () => {
      const all = await metas();
      return all.ok ? ok(all.value.map((meta) => summaryOf(meta, all.value))) : all;
    },
    indexes: async (which = {}) => {
      const all = await metas();
      if (!all.ok) return all;
      const indexes: ListIndex[] = [];
      for (const meta of which.all === true ? all.value : listsOn(all.value, which.asOf)) {
        const index = await indexOf(meta);
        if (!index.ok) return index;
        indexes.push(index.value);
      }
      return ok(indexes);
    },
    snapshots: async (which = {}) => {
      const all = await metas();
      if (!all.ok) return all;
      const found: ListSnapshot[] = [];
      for (const meta of which.all === true ? all.value : listsOn(all.value, which.asOf)) {
        const snapshot = await snapshotOf(meta);
        if (!snapshot.ok) return snapshot;
        found.push(snapshot.value);
      }
      return ok(found);
    },
    import: async (given, options) => {
      const large = given.find(({ bytes }) => bytes.length > LARGEST_LIST);
      if (large !== undefined)
        return err(
          appError("input-too-large", {
            file: large.name,
            bytes: large.bytes.length,
            limit: LARGEST_LIST,
          }),
        );
      const sources = given.map(({ name, bytes }) => memorySource(name, bytes));
      const about: ListOptions = options;
      const groups = await groupListFiles(sources, about);
      if (!groups.ok) return groups;
      const read: { snapshot: ListSnapshot; parts: readonly ListFile[] }[] = [];
      for (const group of groups.value) {
        const snapshot = await readListGroup(group, about);
        if (!snapshot.ok) return snapshot;
        const parts = filesOf(group).flatMap(
          ({ name }) => given.find((one) => one.name === name) ?? [],
        );
        read.push({ snapshot: snapshot.value, parts });
      }
      const present = await metas();
      if (!present.ok) return present;
      const kept: ListMeta[] = [];
      for (const { snapshot, parts } of read) {
        // The same name under which another state of the list was saved does not make it the same file.
        const others = [...present.value, ...kept].filter(
          ({ sha256 }) => sha256 !== snapshot.sha256,
        );
        const taken = others.some(({ id }) => id === snapshot.id);
        const own = `${snapshot.id.slice(0, 60)}-${snapshot.sha256.slice(0, 8)}`;
        const meta = await keep(snapshot, parts, options, taken ? own : snapshot.id);
        if (!meta.ok) return meta;
        kept.push(meta.value);
      }
      const all = await metas();
      return all.ok ? ok(kept.map((meta) => summaryOf(meta, all.value))) : all;
    },
    states: async (id, watch) => {
      const found = await find(id);
      if (!found.ok) return found;
      const { meta, all } = found.value;
      const now = await snapshotOf(meta, watch);
      if (!now.ok) return now;
      const earlier = predecessorOf(meta, all);
      if (earlier === undefined) return ok({ now: now.value });
      const before = await snapshotOf(earlier, watch);
      return before.ok ? ok({ now: now.value, before: before.value }) : before;
    },
    remove: async (id) => {
      const found = await find(id);
      if (!found.ok) return found;
      const { meta } = found.value;
      const names = [`${meta.sha256.slice(0, 16)}.meta.json`, meta.file, ...(meta.beside ?? [])];
      return await files.discard("lists", names, { id, title: meta.title });
    },
  };
}
