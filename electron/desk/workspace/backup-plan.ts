import { type AppError, appError } from "#shared/kernel";
import { bookCollections, type Store } from "./collections.ts";

const HOUR_MS = 3_600_000;
/** Looked at this often, so that a machine that slept takes its snapshot soon after it wakes. */
const LOOK_MS = 60_000;
const NAMED = 5;

/** Snapshots that are taken by themselves while there are changes, and read back. */
export type BackupPlan = {
  /** 0 hours: only when asked. */
  readonly follow: (plan: { readonly everyHours: number; readonly dir?: string }) => void;
  readonly problem: () => AppError | undefined;
  readonly stop: () => void;
};

/** What the plan reads of time; replaced in tests. */
export type PlanClock = {
  readonly nowMs: () => number;
  readonly every: (ms: number, task: () => Promise<void>) => () => void;
};

const machineClock: PlanClock = {
  nowMs: () => Date.now(),
  every: (ms, task) => {
    const timer = setInterval(() => void task(), ms);
    timer.unref();
    return () => clearInterval(timer);
  },
};

type PlannedStore = Pick<Store, "mode" | "backups" | "journal" | "record" | "collection">;

/** Takes a snapshot and reads all of it back; contents that an older one left damaged are written anew. */
async function takeAndRead(store: PlannedStore): Promise<AppError | undefined> {
  const made = await store.backups.create("");
  if (!made.ok) return made.error;
  const read = await store.backups.mend(made.value.id);
  if (!read.ok) return read.error;
  const { id, checked, missing, damaged } = read.value;
  const files = [...missing, ...damaged];
  const noted = await store.record({
    by: "",
    verb: "backup.verify",
    subject: { collection: "backups", id },
    detail: { checked, missing: missing.length, damaged: damaged.length },
  });
  if (!noted.ok) return noted.error;
  const params = { id, files: files.slice(0, NAMED), count: files.length };
  return files.length === 0 ? undefined : appError("store.backup-not-sound", params);
}

/** Creates the plan of one opened workspace; it does nothing until told how often. */
export function createBackupPlan(store: PlannedStore, clock: PlanClock = machineClock): BackupPlan {
  let everyMs = 0;
  let takenAt = clock.nowMs();
  let takenSeq = store.journal.head().seq;
  let busy = false;
  let problem: AppError | undefined;
  let isKnown = false;
  /** Who opens the desk for minutes at a time is backed up too: time counts from the newest snapshot, not from opening. */
  const recall = async () => {
    isKnown = true;
    const listed = await store.backups.list();
    const newest = listed.ok ? (listed.value[0]?.at ?? "") : undefined;
    if (newest === undefined) return;
    const saved = bookCollections.flatMap((name) => store.collection(name).list());
    if (!saved.some(({ savedAt }) => savedAt > newest)) return;
    takenSeq = -1;
    takenAt = newest === "" ? Number.NEGATIVE_INFINITY : Date.parse(newest);
  };
  const look = async () => {
    if (busy || everyMs === 0) return;
    busy = true;
    if (!isKnown) await recall();
    const isDue = clock.nowMs() - takenAt >= everyMs;
    if (isDue && store.journal.head().seq !== takenSeq) {
      problem = await takeAndRead(store);
      takenAt = clock.nowMs();
      // The snapshot's own lines in the journal are no change that asks for another one.
      if (problem === undefined) takenSeq = store.journal.head().seq;
    }
    busy = false;
  };
  const cancel = store.mode === "read" ? () => undefined : clock.every(LOOK_MS, look);
  return {
    follow: ({ everyHours, dir }) => {
      everyMs = everyHours * HOUR_MS;
      store.backups.useFolder(dir);
    },
    problem: () => problem,
    stop: cancel,
  };
}
