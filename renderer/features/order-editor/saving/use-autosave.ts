import { useCallback, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { type AppError, canonicalJson, ok, type Result } from "#shared/kernel";
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
  /** What lies on the disk now; asked when a save met another version. */
  readonly stored: () => Promise<Result<{ readonly revision: number; readonly value: T }>>;
  readonly onSaved: () => void;
};

const PAUSE_MS = 600;
/** Who types without a pause is saved all the same. */
const LONGEST_MS = 4_000;
/** A save that failed is tried again this often; the edit is kept meanwhile. */
const AGAIN_MS = 4000;

/**
 * Saves a draft a moment after the last change, one save at a time, and once more when the person leaves. Stops at a
 * conflict until a person has decided.
 */
export function useAutosave<T>({ draft, schema, revision, save, stored, onSaved }: Options<T>) {
  const [state, setState] = useState<SaveState>({ kind: "saved", at: undefined });
  const current = useRef({ revision, busy: false, saved: draft.get(), halted: false, left: false });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const since = useRef<number | undefined>(undefined);

  /**
   * A save that was refused because another version lies there, when that version is the very content that was to be
   * saved: it got through although its answer did not, or the store itself tried again. Nobody is in conflict then.
   */
  const ownAnyway = useCallback(
    async (refused: Result<{ revision: number; savedAt: string }>, value: T) => {
      if (refused.ok || refused.error.code !== "revision-conflict") return refused;
      const there = await stored();
      if (!there.ok || canonicalJson(there.value.value) !== canonicalJson(value)) return refused;
      return ok({ revision: there.value.revision, savedAt: new Date().toISOString() });
    },
    [stored],
  );

  const run = useCallback(async (): Promise<void> => {
    const now = current.current;
    const value = draft.get();
    if (now.busy || now.halted || value === now.saved) return;
    const part = savable(schema, value);
    if (part.value === undefined) return;
    now.busy = true;
    setState({ kind: "saving" });
    const result = await save(part.value, now.revision);
    const done = result.ok ? result : await ownAnyway(result, part.value);
    now.busy = false;
    if (done.ok) {
      now.revision = done.value.revision;
      now.saved = value;
      // What was typed while the save was on its way is not on the disk yet, and must not look so for a moment.
      setState(
        draft.get() === value ? { kind: "saved", at: done.value.savedAt } : { kind: "waiting" },
      );
      onSaved();
      if (draft.get() !== value) await run();
    } else if (done.error.code === "revision-conflict") {
      now.halted = true;
      setState({ kind: "conflict" });
    } else {
      setState({ kind: "failed", error: done.error });
      clearTimeout(timer.current);
      if (!now.left) timer.current = setTimeout(() => void run(), AGAIN_MS);
    }
  }, [draft, schema, save, onSaved, ownAnyway]);

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
    current.current.left = false;
    return () => {
      current.current.left = true;
      unsubscribe();
      clearTimeout(timer.current);
      globalThis.removeEventListener("beforeunload", leaving);
      void run();
    };
  }, [draft, run]);

  /** Whether everything on the screen is on the disk, in the version given. */
  const isAt = useCallback((there: number) => current.current.revision === there, []);
  const isClean = useCallback(() => {
    const { busy, halted, saved } = current.current;
    return !busy && !halted && draft.get() === saved;
  }, [draft]);

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
  const retry = useCallback(() => void run(), [run]);
  return { state, retry, resume, revisionNow, isAt, isClean };
}
