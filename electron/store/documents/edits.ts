import { Low } from "lowdb";
import { type FileFacts, toAppError } from "#node/files";
import type { JournalVerb } from "#shared/journal";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import type { Entry } from "../index/library.ts";
import { type Core, entriesOf } from "../workspace/core.ts";
import {
  DOCUMENT_FORMAT,
  DOCUMENT_LIMIT,
  type DocumentRecord,
  describeIssues,
  documentAdapter,
  namesItself,
  sha256Of,
} from "./document-file.ts";
import { thinHistory } from "./history.ts";
import { type Announced, saveDocument } from "./saving.ts";
import type { CollectionSpec, PutOptions, Saved } from "./types.ts";

/** An edit on its way to disk. */
export type Edit<T> = {
  readonly data: T;
  readonly body: string;
  readonly options: PutOptions;
  readonly verb: JournalVerb | undefined;
  /** Whether this edit knowingly replaces what the mark of an issue protects. */
  readonly overIssue: boolean;
};

/** One version on its way to disk, with what earlier attempts left behind. */
export type Work<T> = {
  readonly record: DocumentRecord<T>;
  readonly by: string;
  readonly verb: JournalVerb;
  readonly attempts: FileFacts[];
  announced: Announced | undefined;
};

type Failed<T> = Work<T> & { readonly error: AppError };

/** What an edit comes to: a version to write, or nothing because the same content is saved already. */
type Plan<T> = { readonly work: Work<T> } | { readonly saved: Saved };

/** Takes edits of one collection to disk, and keeps those that did not get there. */
export interface Editor<T> {
  prepare(id: string, data: T, options: PutOptions, verb?: JournalVerb): Result<Edit<T>>;
  /** Runs inside the document's queue. */
  apply(id: string, edit: Edit<T>): Promise<Result<Saved>>;
  /** Inside the document's queue: decides what an edit comes to, or why it cannot be made. */
  plan(id: string, edit: Edit<T>): Result<Plan<T>>;
  /** Takes note of a version that reached its place. */
  finish(id: string, entry: Entry): Saved;
  /** Keeps a version that did not, and tries again later. */
  keep(id: string, work: Work<T>, cause: unknown): AppError;
  /** The edit that is in memory only, if there is one. */
  unsaved(id: string): { readonly record: DocumentRecord<T>; readonly error: AppError } | undefined;
}

const RETRY_FIRST_MS = 1000;
const RETRY_MOST_MS = 30_000;
const THIN_EVERY = 40;

function savedOf(entry: Entry): Saved {
  return { revision: entry.revision, savedAt: entry.savedAt, sha256: entry.sha256 };
}

/** Creates the editor of one collection. `queue` runs a task in the document's queue. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its closures are one object's methods and share its queue and state
export function createEditor<T, S>(
  core: Core,
  name: string,
  spec: CollectionSpec<T, S>,
  queue: (id: string, task: () => Promise<void>) => Promise<void>,
): Editor<T> {
  const failed = new Map<string, Failed<T>>();
  const entries = () => entriesOf(core, name);
  const keyOf = (id: string) => `${name}/${id}`;

  const write = async (id: string, work: Work<T>): Promise<Entry> => {
    let entry: Entry | undefined;
    const adapter = documentAdapter<T>({
      spec,
      load: () => Promise.resolve(null),
      refuse: (error) => {
        throw new Error(error.code);
      },
      persist: async (record) => {
        entry = await saveDocument(core, {
          collection: name,
          id,
          raw: record,
          summary: spec.summary(record.data),
          verb: work.verb,
          by: work.by,
          announced: work.announced,
          attempts: work.attempts,
          onAnnounced: (announced) => {
            work.announced = announced;
          },
        });
      },
    });
    const db = new Low<DocumentRecord<T>>(adapter, work.record);
    await db.write();
    if (!entry) throw new Error("lowdb did not write");
    return entry;
  };

  const onSaved = (id: string, entry: Entry) => {
    if (failed.delete(id)) {
      core.unsaved.delete(keyOf(id));
      core.emit({ kind: "saved-again", collection: name, id });
    }
    core.settleIssue(name, id);
    core.emit({
      kind: "changed",
      collection: name,
      id,
      revision: entry.revision,
      cause: "here",
    });
    if (entry.revision % THIN_EVERY === 0) {
      void thinHistory(core, name, id, Date.parse(core.now())).catch(() => undefined);
    }
  };

  const retry = (id: string) =>
    queue(id, async () => {
      const work = failed.get(id);
      if (!work) return;
      try {
        onSaved(id, await write(id, work));
      } catch (error) {
        keep(id, work, error);
      }
    });

  const keep = (id: string, work: Work<T>, cause: unknown): AppError => {
    const path = core.layout.live(core.codec.place(name, id));
    const reason = toAppError(cause, path);
    const error = appError(reason.code, { ...reason.params, collection: name, id, kept: true });
    const tries = core.unsaved.get(keyOf(id))?.tries ?? 0;
    failed.set(id, { ...work, error });
    core.unsaved.set(keyOf(id), {
      collection: name,
      id,
      error,
      tries: tries + 1,
      retry: () => retry(id),
    });
    core.emit({ kind: "unsaved", collection: name, id, error });
    const delay = Math.min(RETRY_FIRST_MS * 2 ** Math.min(tries, 10), RETRY_MOST_MS);
    core.later(delay, () => void retry(id));
    return error;
  };

  const conflictOf = (id: string, edit: Edit<T>, entry: Entry | undefined) => {
    const current = entry?.revision ?? 0;
    const expected = edit.options.expectedRevision;
    if (entry?.state === "bin") return appError("store.in-bin", { collection: name, id });
    if (expected !== undefined && expected !== current) {
      return appError("store.conflict", { collection: name, id, expected, current });
    }
    if (entry?.issue && !edit.overIssue) {
      return appError("store.needs-decision", {
        collection: name,
        id,
        because: entry.issue.code,
      });
    }
    return undefined;
  };

  const plan = (id: string, edit: Edit<T>): Result<Plan<T>> => {
    const entry = entries().get(id);
    const conflict = conflictOf(id, edit, entry);
    if (conflict) return err(conflict);
    const sha256 = sha256Of(edit.body);
    const earlier = failed.get(id);
    if (entry && !entry.issue && !earlier && entry.sha256 === sha256 && !edit.verb) {
      return ok({ saved: savedOf(entry) });
    }
    const announced = earlier?.announced;
    const repeats = announced !== undefined && announced.sha256 === sha256;
    const last = Math.max(entry?.revision ?? 0, announced && !repeats ? announced.revision : 0);
    const head = {
      format: DOCUMENT_FORMAT,
      workspace: core.workspaceId,
      collection: name,
      id,
      version: spec.version,
      revision: repeats ? announced.revision : last + 1,
      savedAt: core.now(),
      savedBy: edit.options.by,
      sha256,
    };
    const work: Work<T> = {
      record: { head, body: edit.body, data: edit.data },
      by: edit.options.by,
      verb: edit.verb ?? (entry ? "document.save" : "document.create"),
      attempts: earlier?.attempts ?? [],
      announced,
    };
    return ok({ work });
  };

  const finish = (id: string, entry: Entry): Saved => {
    onSaved(id, entry);
    return savedOf(entry);
  };

  const apply = async (id: string, edit: Edit<T>): Promise<Result<Saved>> => {
    const planned = plan(id, edit);
    if (!planned.ok) return planned;
    if ("saved" in planned.value) return ok(planned.value.saved);
    const { work } = planned.value;
    try {
      return ok(finish(id, await write(id, work)));
    } catch (error) {
      return err(keep(id, work, error));
    }
  };

  return {
    apply,
    plan,
    finish,
    keep,
    unsaved: (id) => failed.get(id),
    prepare: (id, data, options, verb) => {
      if (!core.canWrite) return err(appError("store.opened-read-only"));
      const parsed = spec.schema.safeParse(data);
      if (!parsed.success) {
        const params = { collection: name, id, places: describeIssues(parsed.error) };
        return err(appError("store.document-invalid", params));
      }
      if (!namesItself(spec, id, parsed.data)) {
        const params = { collection: name, id, places: ["id"] };
        return err(appError("store.document-invalid", params));
      }
      const body = JSON.stringify(parsed.data);
      if (body.length > DOCUMENT_LIMIT / 4) {
        const params = { collection: name, id, bytes: body.length, limit: DOCUMENT_LIMIT / 4 };
        return err(appError("store.document-too-large", params));
      }
      return ok({ data: parsed.data, body, options, verb, overIssue: false });
    },
  };
}
