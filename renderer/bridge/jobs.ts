import type { DeskClient } from "#shared/ipc";
import { err, ok, type Result } from "#shared/kernel";

/** How far a long piece of work has come. */
export interface JobProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

export interface FollowOptions {
  readonly onProgress?: (progress: JobProgress) => void;
  readonly signal?: AbortSignal;
}

/** How it ended, when it did not fail. */
export type JobOutcome =
  | { readonly state: "done"; readonly result: unknown }
  | { readonly state: "cancelled" };

const waitMs = 15_000;

/** Follows a job to its end; an abort asks the host to cancel and then still waits for the end. */
export async function followJob(
  client: DeskClient,
  job: string,
  { onProgress, signal }: FollowOptions,
): Promise<Result<JobOutcome>> {
  const cancel = () => void client.jobs.cancel({ job });
  if (signal?.aborted) cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    // The first look does not wait, so that the bar appears at once.
    for (let wait = 0; ; wait = waitMs) {
      const status = await client.jobs.status({ job, waitMs: wait });
      if (!status.ok) return status;
      const { state, step, done, total, result, error } = status.value;
      onProgress?.({ step, done, total });
      if (state === "done") return ok({ state, result });
      if (state === "cancelled") return ok({ state });
      if (state === "failed") return err(error ?? { code: "internal", params: { channel: step } });
    }
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}
