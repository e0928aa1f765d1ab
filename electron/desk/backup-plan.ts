import type { AppError } from "#shared/kernel";
import type { Store } from "./collections.ts";

const HOUR_MS = 3_600_000;
/** Looked at this often, so that a machine that slept takes its snapshot soon after it wakes. */
const LOOK_MS = 60_000;

/** Snapshots that are taken by themselves while there are changes. */
export type BackupPlan = {
  /** 0 hours: only when asked. */
  readonly follow: (plan: { readonly everyHours: number; readonly dir?: string }) => void;
  readonly problem: () => AppError | undefined;
  readonly stop: () => void;
};

/** What the plan reads of time; replaced in tests. */
export type PlanClock = {
  readonly nowMs: () => number;
  readonly every: (ms: number, task: () => void) => () => void;
};

const machineClock: PlanClock = {
  nowMs: () => Date.now(),
  every: (ms, task) => {
    const timer = setInterval(task, ms);
    timer.unref();
    return () => clearInterval(timer);
  },
};

/** Creates the plan of one opened workspace; it does nothing until told how often. */
export function createBackupPlan(
  store: Pick<Store, "mode" | "backups" | "journal">,
  clock: PlanClock = machineClock,
): BackupPlan {
  let everyMs = 0;
  let takenAt = clock.nowMs();
  let takenSeq = store.journal.head().seq;
  let busy = false;
  let problem: AppError | undefined;
  const look = async () => {
    const due = everyMs > 0 && clock.nowMs() - takenAt >= everyMs;
    if (busy || !due || store.journal.head().seq === takenSeq) return;
    busy = true;
    const made = await store.backups.create("");
    busy = false;
    problem = made.ok ? undefined : made.error;
    takenAt = clock.nowMs();
    // The snapshot's own line in the journal is no change that asks for another one.
    if (made.ok) takenSeq = store.journal.head().seq;
  };
  const cancel = store.mode === "read" ? () => undefined : clock.every(LOOK_MS, () => void look());
  return {
    follow: ({ everyHours, dir }) => {
      everyMs = everyHours * HOUR_MS;
      store.backups.useFolder(dir);
    },
    problem: () => problem,
    stop: cancel,
  };
}
