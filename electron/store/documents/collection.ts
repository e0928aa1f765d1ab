import { dirname } from "node:path";
import { Low } from "lowdb";
import { attempt } from "#node/files";
import type { JournalVerb } from "#shared/journal";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import type { Entry } from "../index/library.ts";
import { type Core, entriesOf, markIssue } from "../workspace/core.ts";
import { checkId } from "../workspace/layout.ts";
import { type DocumentRecord, documentAdapter, readData } from "./document-file.ts";
import type { DocumentQueue } from "./document-queue.ts";
import { createEditor, type Editor } from "./edits.ts";
import { listHistory, readVersionFile } from "./history.ts";
import { type Loaded, loadDocument } from "./loading.ts";
import type { GroupItem } from "./transaction.ts";
import type {
  Collection,
  CollectionSpec,
  KeptVersion,
  ListedDocument,
  PutOptions,
  Saved,
  StoredDocument,
} from "./types.ts";

/** A move of a document's file, and the verb that tells the journal that it did not happen. */
type Move = {
  readonly verb: JournalVerb;
  readonly back: JournalVerb;
  readonly from: string;
  readonly to: string;
};

class Refused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

function toStored<T>(record: DocumentRecord<T>, issue?: AppError): StoredDocument<T> {
  const { id, revision, savedAt, savedBy, sha256 } = record.head;
  const base = { id, data: record.data, revision, savedAt, savedBy, sha256 };
  return issue ? { ...base, damaged: issue } : base;
}

/** A collection, and what a save of several documents needs of it. */
export type CollectionParts<T, S> = {
  readonly collection: Collection<T, S>;
  readonly groupItem: (id: string, data: T, options: PutOptions) => Result<GroupItem>;
  /** Saves content from a backup or bundle as a new revision, whatever became of the present file. */
  readonly bringBack: (id: string, data: T, options: PutOptions) => Promise<Result<Saved>>;
};

/** Creates a collection over the shared core. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its closures are one object's methods and share its queue and state
export function createCollection<T, S>(
  core: Core,
  queue: DocumentQueue,
  name: string,
  spec: CollectionSpec<T, S>,
): CollectionParts<T, S> {
  const entries = () => entriesOf(core, name);
  const key = (id: string) => `${name}/${id}`;
  const place = (id: string) => core.codec.place(name, id);
  const editor = createEditor(core, name, spec, (id, task) => queue.run(key(id), task));
  let idByLower: Map<string, string> | undefined;

  /** On Windows and macOS two ids that differ only in case would be one file. */
  const collides = (id: string): boolean => {
    if (entries().has(id)) return false;
    idByLower ??= new Map([...entries().keys()].map((one) => [one.toLowerCase(), one]));
    const known = idByLower.get(id.toLowerCase()) ?? id;
    idByLower.set(id.toLowerCase(), known);
    return known !== id;
  };

  const read = async (id: string): Promise<Result<StoredDocument<T>>> => {
    let loaded: Loaded | undefined;
    const adapter = documentAdapter<T>({
      spec,
      load: async () => {
        const result = await loadDocument(core, name, id, (work) => queue.run(key(id), work));
        if (!result.ok) throw new Refused(result.error);
        loaded = result.value;
        return loaded.raw;
      },
      refuse: (error) => {
        markIssue(core, name, id, error);
        throw new Refused(error);
      },
      persist: () => Promise.reject(new Error("read only")),
    });
    const db = new Low<DocumentRecord<T> | null>(adapter as never, null as never);
    try {
      await db.read();
    } catch (error) {
      if (error instanceof Refused) return err(error.error);
      throw error;
    }
    if (!db.data) return err(appError("store.no-such-document", { collection: name, id }));
    return ok(toStored(db.data, loaded?.issue));
  };

  const get = (id: string): Promise<Result<StoredDocument<T>>> => {
    const pending = editor.unsaved(id);
    if (pending)
      return Promise.resolve(ok({ ...toStored(pending.record), unsaved: pending.error }));
    return read(id);
  };

  const makeRows = (state: Entry["state"]): readonly ListedDocument<S>[] =>
    [...entries()]
      .filter(([, entry]) => entry.state === state && entry.summary !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { revision, savedAt, savedBy, summary, issue }]) => ({
        id,
        revision,
        savedAt,
        savedBy,
        summary: summary as S,
        ...(issue ? { issue } : {}),
      }));

  const madeRows = new Map<
    Entry["state"],
    { changes: number; rows: readonly ListedDocument<S>[] }
  >();
  const rows = (state: Entry["state"]): readonly ListedDocument<S>[] => {
    const { changes } = entries();
    const known = madeRows.get(state);
    if (known?.changes === changes) return known.rows;
    const made = makeRows(state);
    madeRows.set(state, { changes, rows: made });
    return made;
  };

  const expectEntry = (
    id: string,
    state: Entry["state"],
    expected: number | undefined,
  ): Result<Entry> => {
    if (!core.canWrite) return err(appError("store.opened-read-only"));
    const pending = editor.unsaved(id);
    if (pending) return err(appError("store.unsaved-edit", { ...pending.error.params, id }));
    const entry = entries().get(id);
    if (entry?.state !== state) {
      const code = state === "bin" ? "store.not-in-bin" : "store.no-such-document";
      return err(appError(code, { collection: name, id }));
    }
    if (expected !== undefined && expected !== entry.revision) {
      const params = { collection: name, id, expected, current: entry.revision };
      return err(appError("store.conflict", params));
    }
    return ok(entry);
  };

  /**
   * Moves a document's file between the live folder, the trash and the session's trash, journal first. When the move
   * fails, the journal is told that the document stands as before; then neither has happened.
   */
  const shift = (id: string, options: PutOptions, move: Move, entry: Entry) =>
    attempt(move.from, async (): Promise<void> => {
      await core.writer.assertWritable();
      await core.writer.folder(dirname(move.to));
      const about = {
        by: options.by,
        subject: { collection: name, id },
        revision: entry.revision,
        old: entry.sha256,
      };
      const line = await core.journal.appendUnsettled({ ...about, verb: move.verb });
      try {
        await core.writer.move(move.from, move.to);
        line.settle();
      } catch (error) {
        // Moved, but perhaps not durably: the journal has it, unsettled, and the next opening would finish it.
        if (!(await core.fs.facts(move.to))) {
          await core.journal.append({ ...about, verb: move.back });
          line.settle();
          throw error;
        }
      }
      core.touched();
    });

  /** Takes a document whose file is lost out of the list; what was quarantined or backed up stays where it is. */
  const forget = (id: string, options: PutOptions, entry: Entry) =>
    attempt(core.layout.live(place(id)), async (): Promise<void> => {
      const subject = { collection: name, id };
      const { revision, sha256: old } = entry;
      await core.journal.append({ by: options.by, verb: "document.purge", subject, revision, old });
      entries().delete(id);
      core.settleIssue(name, id);
      core.touched();
      core.emit({ kind: "removed", collection: name, id, revision, cause: "here" });
    });

  const removeNow = (id: string, options: PutOptions) =>
    queue.run(key(id), async (): Promise<Result<void>> => {
      const found = expectEntry(id, "live", options.expectedRevision);
      if (!found.ok) return found;
      const entry = found.value;
      const from = core.layout.live(place(id));
      const to = core.layout.trash(place(id));
      if (entry.issue && !(await core.fs.facts(from))) return forget(id, options, entry);
      const move: Move = { verb: "document.remove", back: "document.restore", from, to };
      const done = await shift(id, options, move, entry);
      if (!done.ok) return done;
      entries().set(id, { ...entry, state: "bin" });
      core.emit({ kind: "removed", collection: name, id, revision: entry.revision, cause: "here" });
      return ok(undefined);
    });

  const restoreNow = (id: string, options: PutOptions) =>
    queue.run(key(id), async (): Promise<Result<void>> => {
      const found = expectEntry(id, "bin", options.expectedRevision);
      if (!found.ok) return found;
      const entry = found.value;
      const from = core.layout.trash(place(id));
      const to = core.layout.live(place(id));
      const move: Move = { verb: "document.restore", back: "document.remove", from, to };
      const done = await shift(id, options, move, entry);
      if (!done.ok) return done;
      const facts = await core.fs.facts(to).catch(() => undefined);
      entries().set(id, { ...entry, state: "live", facts });
      core.emit({ kind: "changed", collection: name, id, revision: entry.revision, cause: "here" });
      return ok(undefined);
    });

  const pushUndo = (verb: JournalVerb, id: string, undo: () => Promise<Result<void>>) =>
    core.undo.push({ verb, collection: name, ids: [id], at: core.now() }, undo);

  const purge = async (id: string, options: PutOptions): Promise<Result<void>> => {
    let purged: Entry | undefined;
    const done = await queue.run(key(id), async (): Promise<Result<void>> => {
      const found = expectEntry(id, "bin", options.expectedRevision);
      if (!found.ok) return found;
      const from = core.layout.trash(place(id));
      const to = core.layout.purged(place(id));
      const move: Move = { verb: "document.purge", back: "document.remove", from, to };
      const moved = await shift(id, options, move, found.value);
      if (!moved.ok) return moved;
      purged = found.value;
      entries().delete(id);
      return ok(undefined);
    });
    if (done.ok && purged) {
      const entry = purged;
      pushUndo("document.purge", id, () =>
        queue.run(key(id), async () => {
          const from = core.layout.purged(place(id));
          const to = core.layout.trash(place(id));
          // The bin entry comes back first in the journal as a removal, which is what the trash holds.
          const move: Move = { verb: "document.remove", back: "document.purge", from, to };
          const back = await shift(id, options, move, entry);
          if (back.ok) entries().set(id, entry);
          return back;
        }),
      );
    }
    return done;
  };

  const versions = async (id: string): Promise<Result<readonly KeptVersion[]>> => {
    const entry = entries().get(id);
    if (!entry) return err(appError("store.no-such-document", { collection: name, id }));
    const { revision, savedAt, savedBy, sha256 } = entry;
    const kept: KeptVersion[] = [{ revision, savedAt, savedBy, sha256, current: true }];
    const listed = await attempt(core.layout.history(place(id)), () => listHistory(core, name, id));
    if (!listed.ok) return listed;
    for (const file of listed.value) {
      const raw = await readVersionFile(core, name, id, file.path);
      if (!raw) continue;
      const { head } = raw;
      kept.push({
        revision: head.revision,
        savedAt: head.savedAt,
        savedBy: head.savedBy,
        sha256: head.sha256,
        current: false,
      });
    }
    return ok(kept);
  };

  const version = async (id: string, revision: number): Promise<Result<StoredDocument<T>>> => {
    if (entries().get(id)?.revision === revision && entries().get(id)?.state === "live") {
      return read(id);
    }
    const listed = await attempt(core.layout.history(place(id)), () => listHistory(core, name, id));
    if (!listed.ok) return listed;
    for (const file of listed.value) {
      if (file.revision !== revision) continue;
      const raw = await readVersionFile(core, name, id, file.path);
      const record = raw ? readData(spec, raw) : undefined;
      if (record) return record.ok ? ok(toStored(record.value)) : record;
    }
    return err(appError("store.no-such-version", { collection: name, id, revision }));
  };

  const badId = (id: string): AppError | undefined =>
    checkId(id) ?? (collides(id) ? appError("store.id-collides", { id }) : undefined);

  const groupItem = (id: string, data: T, options: PutOptions): Result<GroupItem> => {
    const bad = badId(id);
    if (bad) return err(bad);
    const edit = editor.prepare(id, data, options);
    if (!edit.ok) return edit;
    const summary = (value: unknown) => spec.summary(value as T);
    return ok({
      collection: name,
      id,
      editor: editor as Editor<unknown>,
      edit: edit.value,
      summary,
    });
  };

  const put: Collection<T, S>["put"] = (id, data, options) => {
    const bad = badId(id);
    if (bad) return Promise.resolve(err(bad));
    const edit = editor.prepare(id, data, options);
    if (!edit.ok) return Promise.resolve(edit);
    return options.expectedRevision === undefined
      ? queue.coalesce(key(id), edit.value, (input) => editor.apply(id, input))
      : queue.run(key(id), () => editor.apply(id, edit.value));
  };

  const saveAs = (
    id: string,
    data: T,
    options: PutOptions,
    verb: JournalVerb,
    overIssue: boolean,
  ) => {
    const edit = editor.prepare(id, data, options, verb);
    if (!edit.ok) return Promise.resolve(edit);
    return queue.run(key(id), () => editor.apply(id, { ...edit.value, overIssue }));
  };

  const collection: Collection<T, S> = {
    name,
    get,
    list: () => rows("live"),
    trash: () => rows("bin"),
    has: (id) => entries().get(id)?.state === "live",
    put,
    remove: async (id, options) => {
      const done = await removeNow(id, options);
      if (done.ok) pushUndo("document.remove", id, () => restoreNow(id, { by: options.by }));
      return done;
    },
    restore: restoreNow,
    purge,
    versions,
    version,
    revert: async (id, revision, options) => {
      const present = await get(id);
      const past = await version(id, revision);
      if (!past.ok) return past;
      const done = await saveAs(id, past.value.data, options, "document.revert", false);
      if (done.ok && present.ok) {
        const { data } = present.value;
        pushUndo("document.revert", id, async () => {
          const back = await saveAs(id, data, { by: options.by }, "document.revert", false);
          return back.ok ? ok(undefined) : back;
        });
      }
      return done;
    },
    adopt: async (id, options) => {
      const present = await get(id);
      if (!present.ok) return present;
      return saveAs(id, present.value.data, options, "document.adopt", true);
    },
  };
  const bringBack = (id: string, data: T, options: PutOptions) =>
    saveAs(id, data, options, "document.revert", true);

  return { collection, groupItem, bringBack };
}
