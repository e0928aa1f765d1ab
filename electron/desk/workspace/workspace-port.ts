import { attempt } from "#node/files";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { defaultSettings } from "#shared/model";
import type { Collection, StoredDocument } from "#store";
import { createChangeFeed } from "../session/change-feed.ts";
import { createBackupPlan } from "./backup-plan.ts";
import { mapOk } from "./books.ts";
import { SETTINGS_ID, type Store } from "./collections.ts";
import {
  type Book,
  type Books,
  type Change,
  type EvidenceBytes,
  type JournalLine,
  type JournalPort,
  type Receipt,
  type ToldLine,
  toldVerbs,
  type WorkspacePort,
} from "./ports.ts";

/** The contract's word for a save that was made from an older state. */
function contractError(error: AppError): AppError {
  return error.code === "store.conflict" ? appError("revision-conflict", error.params) : error;
}

function translated<T>(result: Result<T>): Result<T> {
  return result.ok ? result : err(contractError(result.error));
}

const stored = <T>({ id, revision, savedAt, data }: StoredDocument<T>) => ({
  id,
  revision,
  savedAt,
  value: data,
});

function createBook<T, S>(
  collection: Collection<T, S>,
  idOf: (value: T) => string,
  by: () => string,
): Book<T, S> {
  const here = (id: string) => collection.list().find((row) => row.id === id);
  return {
    list: () => collection.list(),
    has: (id) => collection.has(id),
    get: async (id) => mapOk(translated(await collection.get(id)), stored),
    save: async (value, revision) => {
      const id = idOf(value);
      const saved = await collection.put(id, value, { by: by(), expectedRevision: revision });
      return mapOk(translated(saved), (done) => ({
        id,
        revision: done.revision,
        savedAt: done.savedAt,
      }));
    },
    remove: async (id) => translated(await collection.remove(id, { by: by() })),
    restore: async (id) => translated(await collection.restore(id, { by: by() })),
    history: async (id) =>
      mapOk(await collection.versions(id), (versions) =>
        versions.map(({ revision, savedAt, savedBy }) => ({
          revision,
          at: savedAt,
          who: savedBy,
          verb: revision === 1 ? "document.create" : "document.save",
        })),
      ),
    revision: async (id, revision) => {
      const found =
        here(id)?.revision === revision
          ? await collection.get(id)
          : await collection.version(id, revision);
      return mapOk(found, (document) => document.data);
    },
  };
}

function createBooks(store: Store, by: () => string): Books {
  const plain = (value: { readonly id: string }) => value.id;
  return {
    orders: createBook(store.collection("orders"), plain, by),
    parties: createBook(store.collection("parties"), (record) => record.party.id, by),
    sites: createBook(store.collection("sites"), plain, by),
    products: createBook(store.collection("products"), plain, by),
    persons: createBook(store.collection("persons"), plain, by),
    evidence: createBook(store.collection("papers"), plain, by),
    cases: createBook(store.collection("cases"), plain, by),
  };
}

function changedId({ value }: Change): string {
  return "party" in value ? value.party.id : value.id;
}

async function saveAll(
  store: Store,
  changes: readonly Change[],
  by: string,
): Promise<Result<readonly Receipt[]>> {
  const saved = await store.saveAll(
    changes.map((change) => ({
      collection: change.book === "evidence" ? "papers" : change.book,
      id: changedId(change),
      data: change.value,
      expectedRevision: change.revision,
    })),
    { by },
  );
  return mapOk(translated(saved), (receipts) =>
    receipts.map(({ revision, savedAt }, index) => {
      const change = changes[index];
      return { id: change === undefined ? "" : changedId(change), revision, savedAt };
    }),
  );
}

async function journalLines(store: Store): Promise<Result<readonly JournalLine[]>> {
  return await attempt(store.dir, async () => {
    const lines: JournalLine[] = [];
    for await (const { seq, hash, entry } of store.journal.records()) {
      if (entry === undefined) continue;
      const { at, by, verb, subject, detail } = entry;
      const note =
        detail === undefined
          ? ""
          : Object.entries(detail)
              .map(([k, v]) => `${k}=${v}`)
              .join(" ");
      lines.push({
        seq,
        at,
        who: by,
        verb,
        subject: subject === undefined ? "" : `${subject.collection}/${subject.id}`,
        oldHash: entry.old ?? null,
        newHash: entry.new ?? null,
        hash,
        ...(note === "" ? {} : { note }),
      });
    }
    return lines;
  });
}

const isTold = (verb: string) => (toldVerbs as readonly string[]).includes(verb);

async function toldLines(store: Store): Promise<Result<ToldLine[]>> {
  return await attempt(store.dir, async () => {
    const lines: ToldLine[] = [];
    for await (const { entry } of store.journal.records()) {
      if (entry === undefined || !isTold(entry.verb)) continue;
      const { verb, at, subject, detail = {} } = entry;
      lines.push({ verb, at, subject, detail });
    }
    return lines;
  });
}

function createJournalPort(store: Store, by: () => string): JournalPort {
  let kept: ToldLine[] | undefined;
  return {
    told: async (verb) => {
      // Only the one writer adds such lines, and only through `record`; a reader looks each time.
      const all = kept === undefined ? await toldLines(store) : ok(kept);
      if (!all.ok) return all;
      if (store.mode === "write") kept = all.value;
      return ok(all.value.filter((line) => line.verb === verb));
    },
    record: async (verb, subject, detail) => {
      // What a reader of somebody else's workspace looks at leaves no trace there.
      if (store.mode === "read") return ok(undefined);
      const draft = {
        by: by(),
        verb,
        ...(subject === undefined ? {} : { subject: { ...subject } }),
        ...(detail === undefined ? {} : { detail: { ...detail } }),
      };
      const recorded = await store.record(draft);
      if (recorded.ok && isTold(verb)) kept?.push({ verb, at: "", subject, detail: detail ?? {} });
      return mapOk(recorded, () => undefined);
    },
    show: async ({ subject, before, limit }) =>
      mapOk(await journalLines(store), (lines) =>
        lines
          .filter((line) => subject === undefined || line.subject.includes(subject))
          .filter((line) => before === undefined || line.seq < before)
          .slice(-limit)
          .toReversed(),
      ),
    verify: async () => {
      const report = await attempt(store.dir, () => store.journal.verify());
      return mapOk(report, ({ lines, breaks }) => {
        const first = breaks[0];
        const found = breaks.map(({ error, file, line }) =>
          appError(error.code, { ...error.params, file, line }),
        );
        return {
          breaks: found,
          intact: breaks.length === 0,
          entries: lines,
          ...(first === undefined
            ? {}
            : { problem: `${first.error.code} (${first.file}:${first.line})` }),
        };
      });
    },
  };
}

function createEvidencePort(store: Store, by: () => string): EvidenceBytes {
  return {
    put: async (bytes, fileName) => {
      const input = fileName === undefined ? { by: by() } : { by: by(), fileName };
      return mapOk(await store.evidence.put(bytes, input), (kept) => ({
        sha256: kept.sha256,
        bytes: kept.bytes,
        mediaType: kept.mediaType,
        known: kept.known,
        ...(kept.nameMismatch === undefined ? {} : { nameSays: kept.nameMismatch.named }),
      }));
    },
    get: (sha256) => store.evidence.read(sha256),
    stream: (sha256) => store.evidence.stream(sha256),
    has: (sha256) => store.evidence.has(sha256),
  };
}

/** The desk's view of an opened store. */
export function createWorkspacePort(store: Store): WorkspacePort {
  let actor = "";
  const by = () => actor;
  const books = createBooks(store, by);
  const settings = store.collection("settings");
  const changeFeed = createChangeFeed(store);
  const plan = createBackupPlan(store);
  const quarantined = async () => mapOk(await store.quarantined(), (files) => [...files]);
  return {
    books,
    settings: {
      get: async () => {
        if (!settings.has(SETTINGS_ID)) return ok(defaultSettings);
        return mapOk(await settings.get(SETTINGS_ID), (document) => document.data);
      },
      save: async (value) =>
        mapOk(translated(await settings.put(SETTINGS_ID, value, { by: by() })), () => undefined),
    },
    saveAll: (changes) => saveAll(store, changes, by()),
    journal: createJournalPort(store, by),
    evidence: createEvidencePort(store, by),
    files: {
      ...store.files,
      discard: (folder, names, what) => store.files.discard(folder, names, { ...what, by: by() }),
    },
    actAs: (person) => {
      actor = person ?? "";
    },
    actor: by,
    info: async () => {
      const aside = await quarantined();
      return ok({
        path: store.dir,
        encrypted: store.encrypted,
        readOnly: store.mode === "read",
        ...(store.readOnlyReason === undefined ? {} : { readOnlyReason: store.readOnlyReason }),
        ...(store.tookOver === undefined
          ? {}
          : { tookOverFrom: `${store.tookOver.owner} ${store.tookOver.host}`.trim() }),
        quarantined: aside.ok ? aside.value.length : 0,
      });
    },
    backup: async () => mapOk(await store.backups.create(by()), ({ id }) => ({ id })),
    backups: async () =>
      mapOk(await store.backups.list(), (all) =>
        all.map(({ id, at, documents, bytes }) => ({ id, at, documents, bytes })),
      ),
    restoreBackup: async (id, document) =>
      mapOk(
        await store.restoreBackup(id, {
          by: by(),
          ...(document === undefined ? {} : { document }),
        }),
        () => undefined,
      ),
    quarantined,
    changes: async (since, waitMs) => ok(await changeFeed.wait(since, waitMs)),
    planBackups: plan.follow,
    backupProblem: plan.problem,
    closeSafely: async () => {
      const closed = await store.close();
      if (!closed.ok) return closed;
      plan.stop();
      changeFeed.stop();
      return closed;
    },
    close: async () => {
      plan.stop();
      changeFeed.stop();
      await store.close({ force: true });
    },
  };
}
