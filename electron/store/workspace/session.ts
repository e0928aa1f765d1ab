import { join } from "node:path";
import { DeskFailure } from "#node/files";
import { appError } from "#shared/kernel";
import type { CollectionSpecs, Issue, StoreEvent } from "../documents/types.ts";
import { clearTemps, refreshEntry } from "../index/reconcile.ts";
import { replay } from "../index/replay.ts";
import type { OpenedJournal } from "../journal/journal-file.ts";
import type { Core } from "./core.ts";
import type { HeldLock } from "./lock.ts";
import type { OpenOptions, Prepared } from "./prepare.ts";
import type { Timers } from "./timers.ts";
import type { OpenKeys, Workspace } from "./types.ts";
import { emptyTrash, writeIndex } from "./workspace.ts";

const INDEX_AT_MOST = 1000;
const FOLLOW_MS = 2000;
const SWEEP_MS = 5 * 60_000;
/** The first list is drawn before the files are looked through; then damage is told without anybody opening a document. */
const FIRST_LOOK_MS = 400;
const STEP_MS = 4;

/** Looks through all files once, step by step, soon after opening. */
function lookThrough<C extends CollectionSpecs>(
  workspace: Workspace<C>,
  core: Core,
  timers: Timers,
): void {
  const steps = (step: () => Promise<boolean>) => async () => {
    if (core.closing.now) return;
    const more = await step().catch(() => false);
    if (more) timers.once(STEP_MS, () => void steps(step)());
  };
  timers.once(FIRST_LOOK_MS, () => {
    if (core.closing.now) return;
    const swept = core.canWrite ? workspace.scanChanges() : Promise.resolve();
    void swept.catch(() => undefined).then(steps(workspace.examination()));
  });
}

/** What goes on by itself while a workspace is open: looking for changes from outside, and snapshots when asked for. */
export function keepWatch<C extends CollectionSpecs>(
  workspace: Workspace<C>,
  core: Core,
  timers: Timers,
  backupMs: number | undefined,
): void {
  const quietly = (work: () => Promise<unknown>) => async () => {
    if (!core.closing.now) await work().catch(() => undefined);
  };
  if (core.canWrite)
    timers.every(
      SWEEP_MS,
      quietly(() => workspace.scanChanges()),
    );
  else
    timers.every(
      FOLLOW_MS,
      quietly(() => core.catchUp()),
    );
  lookThrough(workspace, core, timers);
  if (!core.canWrite) return;
  if (backupMs === undefined) return;
  let taken = core.journal.head().seq;
  timers.every(
    backupMs,
    quietly(async () => {
      if (core.journal.head().seq === taken) return;
      const made = await workspace.backups.create("");
      if (made.ok) taken = core.journal.head().seq;
      else core.report({ error: made.error });
    }),
  );
}

/** A plain manifest over a sealed journal means that the keys were taken out of it; a plain line in a sealed one is foreign. */
export function checkSeals(
  opened: OpenedJournal,
  keys: OpenKeys | undefined,
  report: (issue: Issue) => void,
  path: string,
): void {
  const closed = opened.records.filter(({ entry }) => !entry);
  if (closed.length === 0) return;
  if (!keys) throw new DeskFailure(appError("store.encryption-missing", { path }));
  report({ error: appError("journal.lines-not-opened", { path, lines: closed.length }) });
}

/** One sign of life; and a look whether the lock is still ours. */
export async function beat(
  lock: HeldLock,
  report: (issue: Issue) => void,
  emit: (event: StoreEvent) => void,
): Promise<void> {
  await lock.beat().catch(() => undefined);
  const lost = await lock.check().catch(() => undefined);
  if (!lost) return;
  report({ error: lost });
  emit({ kind: "lost-lock", error: lost });
}

/** After recovery: left-over files go, and the journal says who opened the workspace and what was repaired. */
export async function beginSession<C extends CollectionSpecs>(
  core: Core,
  options: OpenOptions<C>,
  prepared: Prepared,
  opened: OpenedJournal,
  specs: CollectionSpecs,
): Promise<void> {
  const { layout, fs } = core;
  const last = opened.last?.entry;
  if (last?.verb !== "workspace.close") {
    const folders = Object.keys(specs).map((name) =>
      join(layout.root, core.codec.place(name, "x").folder),
    );
    await clearTemps(core, [...folders, layout.root, join(layout.root, "cache"), layout.evidence]);
  }
  await emptyTrash(fs, layout.gone);
  if (last && last.at > options.now()) {
    const params = { last: last.at, now: options.now() };
    core.report({ error: appError("store.clock-set-back", params) });
  }
  const by = options.owner ?? "";
  const detail = { program: options.program ?? "h200-desk" };
  if (prepared.created) await core.journal.append({ by, verb: "workspace.create", detail });
  if (opened.repaired > 0) {
    const repaired = { bytes: opened.repaired };
    await core.journal.append({ by, verb: "workspace.recover", detail: repaired });
    core.report({ error: appError("store.journal-repaired", repaired) });
  }
  const { disputed } = opened;
  if (disputed && disputed.code !== "journal.counter-unreadable") {
    // Written down, so that every later verification still tells it.
    const what = [disputed.code, ...Object.values(disputed.params).map(String)].join(" ");
    await core.journal.append({ by, verb: "workspace.recover", detail: { journal: what } });
  }
  const before = prepared.lock?.tookOver;
  if (before) {
    const from = { host: before.host, pid: before.pid, owner: before.owner };
    await core.journal.append({ by, verb: "workspace.take-over", detail: from });
  }
  await core.journal.append({ by, verb: "workspace.open", detail });
}

/** Writes the index in a quiet moment after changes, and after many changes at the next settled one. */
export function createIndexer(core: Core, specs: CollectionSpecs, timers: Timers, delayMs: number) {
  let cancel: (() => void) | undefined;
  let changes = 0;
  let writing = false;
  const write = () => {
    if (writing) return;
    writing = true;
    changes = 0;
    // An index that could not be written is only slower to open from: the old one and the journal hold everything.
    void writeIndex(core, specs)
      .catch(() => false)
      .finally(() => {
        writing = false;
      });
  };
  return {
    touched: () => {
      changes += 1;
      cancel?.();
      cancel = timers.once(delayMs, write);
      if (changes >= INDEX_AT_MOST && core.journal.isSettled()) write();
    },
  };
}

/** For a reader: applies what the writing process appended to the journal, one call at a time. */
export function createFollower(core: Core, specs: CollectionSpecs): () => Promise<void> {
  let running: Promise<void> | undefined;
  const follow = async () => {
    const records = await core.journal.refresh();
    const touched = replay(core.library, records);
    for (const { collection, id } of touched.values()) {
      const entry = core.library.get(collection)?.get(id);
      if (entry) await refreshEntry(core, specs, collection, id);
      const kind = entry?.state === "live" ? "changed" : "removed";
      core.emit({ kind, collection, id, revision: entry?.revision ?? 0, cause: "outside" });
    }
  };
  return () => {
    running ??= follow().finally(() => {
      running = undefined;
    });
    return running;
  };
}
