import { useRef, useState } from "react";
import type { AppError, Result } from "#shared/kernel";
import { useDesk, useInvalidate } from "#ui";

type State =
  | { readonly kind: "idle" }
  | {
      readonly kind: "running";
      readonly step: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly error: AppError };

/** One long piece of work: started, followed, cancelled. */
export function useJob(order: string) {
  const desk = useDesk();
  const invalidate = useInvalidate();
  const [state, setState] = useState<State>({ kind: "idle" });
  const abort = useRef<AbortController | undefined>(undefined);
  const start = async (begin: () => Promise<Result<{ job: string }>>): Promise<boolean> => {
    setState({ kind: "running", step: "start", done: 0, total: 0 });
    const begun = await begin();
    if (!begun.ok) {
      setState({ kind: "failed", error: begun.error });
      return false;
    }
    abort.current = new AbortController();
    const ended = await desk.follow(begun.value.job, {
      signal: abort.current.signal,
      onProgress: (progress) => setState({ kind: "running", ...progress }),
    });
    invalidate(["packets", order], ["packet-papers", order], ["seal-changes", order]);
    if (!ended.ok) setState({ kind: "failed", error: ended.error });
    else if (ended.value.state === "cancelled") setState({ kind: "cancelled" });
    else setState({ kind: "done", result: ended.value.result });
    return ended.ok && ended.value.state === "done";
  };
  return { state, start, cancel: () => abort.current?.abort() };
}
