import { randomBytes } from "node:crypto";
import type { DeskHandlers } from "#shared/ipc";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { done as answered } from "../workspace/books.ts";

/** Where a piece of long work stands. */
type JobStatus = {
  readonly state: "running" | "done" | "failed" | "cancelled";
  /** Message code of the present step. */
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly result?: unknown;
  readonly error?: {
    readonly code: string;
    readonly params: Record<string, string | number | boolean | string[]>;
  };
};

/** What long work is given: a way to tell how far it is, and a signal that says stop. */
export type JobContext = {
  readonly signal: AbortSignal;
  readonly progress: (step: string, done: number, total: number) => void;
};

/** Long work under a name that a page can follow and cancel. */
export type Jobs = {
  start(work: (context: JobContext) => Promise<Result<unknown>>): string;
  /** Answers at once when something changed since the last look, else after `waitMs`. */
  status(job: string, waitMs: number): Promise<Result<JobStatus>>;
  cancel(job: string): Result<void>;
  /** Cancels all and waits until they ended. */
  dispose(): Promise<void>;
};

type Entry = {
  status: JobStatus;
  version: number;
  seen: number;
  readonly abort: AbortController;
  waiting: (() => void)[];
  ended: Promise<void>;
};

const KEPT = 100;

function wire(error: AppError): NonNullable<JobStatus["error"]> {
  const params = Object.fromEntries(
    Object.entries(error.params).map(([name, value]) => [
      name,
      typeof value === "object" ? [...value] : value,
    ]),
  );
  return { code: error.code, params };
}

/** Starts without jobs; ended ones are remembered, the newest hundred. */
export function createJobs(onFault: (fault: unknown) => void): Jobs {
  const entries = new Map<string, Entry>();

  function move(entry: Entry, status: JobStatus): void {
    entry.status = status;
    entry.version += 1;
    const waiting = entry.waiting;
    entry.waiting = [];
    for (const wake of waiting) wake();
  }

  function forgetOld(): void {
    for (const [id, entry] of entries) {
      if (entries.size <= KEPT) return;
      if (entry.status.state !== "running") entries.delete(id);
    }
  }

  async function run(
    entry: Entry,
    work: (context: JobContext) => Promise<Result<unknown>>,
  ): Promise<void> {
    const { signal } = entry.abort;
    const progress: JobContext["progress"] = (step, done, total) => {
      if (entry.status.state === "running") move(entry, { state: "running", step, done, total });
    };
    const end = (state: JobStatus["state"], more: Partial<JobStatus>) => {
      const { step, done, total } = entry.status;
      move(entry, { state, step, done, total, ...more });
    };
    try {
      const result = await work({ signal, progress });
      if (signal.aborted) end("cancelled", {});
      else if (result.ok) end("done", { done: entry.status.total, result: result.value });
      else end("failed", { error: wire(result.error) });
    } catch (fault) {
      if (signal.aborted) return end("cancelled", {});
      onFault(fault);
      end("failed", { error: { code: "internal", params: {} } });
    }
  }

  return {
    start: (work) => {
      const id = `job_${randomBytes(12).toString("hex")}`;
      const entry: Entry = {
        status: { state: "running", step: "start", done: 0, total: 1 },
        version: 1,
        seen: 0,
        abort: new AbortController(),
        waiting: [],
        ended: Promise.resolve(),
      };
      entries.set(id, entry);
      forgetOld();
      entry.ended = run(entry, work);
      return id;
    },
    status: async (job, waitMs) => {
      const entry = entries.get(job);
      if (entry === undefined) return err(appError("job-unknown"));
      if (entry.version === entry.seen && entry.status.state === "running" && waitMs > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, waitMs);
          entry.waiting.push(() => {
            clearTimeout(timer);
            resolve();
          });
        });
      }
      entry.seen = entry.version;
      return ok(entry.status);
    },
    cancel: (job) => {
      const entry = entries.get(job);
      if (entry === undefined) return err(appError("job-unknown"));
      entry.abort.abort();
      return ok(undefined);
    },
    dispose: async () => {
      for (const entry of entries.values()) entry.abort.abort();
      await Promise.all([...entries.values()].map((entry) => entry.ended));
    },
  };
}

/** Long work that goes on while the page does something else. */
export function jobHandlers({ jobs }: { readonly jobs: Jobs }): DeskHandlers["jobs"] {
  return {
    status: ({ job, waitMs }) => jobs.status(job, waitMs),
    cancel: ({ job }) => Promise.resolve(answered(jobs.cancel(job))),
  };
}
