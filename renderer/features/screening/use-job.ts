import { useCallback, useRef, useState } from "react";
import type { AppError, Result } from "#shared/kernel";
import { errorOf, unwrap, useDesk } from "#ui";

/** Long work that a page starts, follows and can stop; `progress` is there while it runs. */
export function useJob() {
  const { follow } = useDesk();
  const [progress, setProgress] = useState<{ done: number; total: number } | undefined>(undefined);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const abort = useRef<AbortController | undefined>(undefined);
  /** The job's result, or nothing when it was stopped or failed; a failure is kept as `error`. */
  const run = useCallback(
    async (start: () => Promise<Result<{ readonly job: string }>>): Promise<unknown> => {
      setError(undefined);
      setProgress({ done: 0, total: 1 });
      abort.current = new AbortController();
      try {
        const { job } = await unwrap(start());
        const { signal } = abort.current;
        const ended = await unwrap(follow(job, { signal, onProgress: setProgress }));
        return ended.state === "done" ? ended.result : undefined;
      } catch (fault) {
        setError(errorOf(fault));
        return undefined;
      } finally {
        setProgress(undefined);
      }
    },
    [follow],
  );
  const stop = useCallback(() => abort.current?.abort(), []);
  return { progress, error, run, stop };
}
