import { useCallback, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import type { AppError, Result } from "#shared/kernel";
import { type Draft, savable } from "#ui";

/** How far the draft is from what lies on the disk. */
export type SaveState =
  | { readonly kind: "saved"; readonly at: string | undefined }
  | { readonly kind: "waiting" }
  | { readonly kind: "saving" }
  | { readonly kind: "conflict" }
  | { readonly kind: "failed"; readonly error: AppError };

type Options<T> = {
  readonly draft: Draft<T>;
  readonly schema: z.ZodType<T>;
  readonly revision: number;
  readonly save: (
    value: T,
    revision: number,
  ) => Promise<Result<{ revision: number; savedAt: string }>>;
  readonly onSaved: () => void;
};

const PAUSE_MS = 600;
/** Who types without a pause is saved all the same. */
const LONGEST_MS = 4_000;

/**
 * Saves a draft a moment after the last change, one save at a time, and once more when the person leaves. Stops at a
 * conflict until a person has decided.
 */
export function useAutosave<T>({ draft, schema, revision, save, onSaved }: Options<T>) {
  const [state, setState] = useState<SaveState>({ kind: "saved", at: undefined });
  const current = useRef({ revision, busy: false, saved: draft.get(), halted: false });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const since = useRef<number | undefined>(undefined);

  const run = useCallback(async (): Promise<void> => {
    const now = current.current;
    const value = draft.get();
    if (now.busy || now.halted || value === now.saved) return;
    const part = savable(schema, value);
    if (part.value === undefined) return;
    now.busy = true;
    setState({ kind: "saving" });
    const result = await save(part.value, now.revision);
    now.busy = false;
    if (result.ok) {
      now.revision = result.value.revision;
      now.saved = value;
      setState({ kind: "saved", at: result.value.savedAt });
      onSaved();
      if (draft.get() !== value) await run();
    } else if (result.error.code === "revision-conflict") {
      now.halted = true;
      setState({ kind: "conflict" });
    } else setState({ kind: "failed", error: result.error });
  }, [draft, schema, save, onSaved]);

  useEffect(() => {
    const unsubscribe = draft.subscribe(() => {
      if (current.current.halted) return;
      setState((before) => (before.kind === "saving" ? before : { kind: "waiting" }));
      clearTimeout(timer.current);
      since.current ??= performance.now();
      const rest = LONGEST_MS - (performance.now() - since.current);
      timer.current = setTimeout(
        () => {
          since.current = undefined;
          void run();
        },
        Math.max(0, Math.min(PAUSE_MS, rest)),
      );
    });
    const leaving = (event: BeforeUnloadEvent) => {
      if (draft.get() === current.current.saved) return;
      void run();
      event.preventDefault();
    };
    globalThis.addEventListener("beforeunload", leaving);
    return () => {
      unsubscribe();
      clearTimeout(timer.current);
      globalThis.removeEventListener("beforeunload", leaving);
      void run();
    };
  }, [draft, run]);

  /** Goes on from another revision: after taking over the stored value, or to write over it. */
  const resume = useCallback(
    (from: number, saved: T | undefined) => {
      current.current.revision = from;
      current.current.halted = false;
      if (saved !== undefined) {
        current.current.saved = saved;
        setState({ kind: "saved", at: undefined });
      } else void run();
    },
    [run],
  );
  const revisionNow = useCallback(() => current.current.revision, []);
  return { state, retry: () => void run(), resume, revisionNow };
}
