import { useCallback, useEffect, useRef } from "react";
import { type Order, orderSchema } from "#shared/model";
import { type Draft, savable, useDesk } from "#ui";
import { afterSaves } from "./saves-under-way.ts";

/** Edits that a page could not save any more before it stopped. */
export type HeldEdits = { readonly revision: number; readonly value: Order };

/** Short enough that a crash takes no word, long enough that typing does not send each letter. */
const PAUSE_MS = 120;

/** Reads what the host held; what cannot be read, or belongs to another order, counts as nothing. */
export function readHeld(
  order: string,
  held: { readonly revision: number; readonly text: string } | undefined,
): HeldEdits | undefined {
  if (held === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(held.text);
    const isOwn = typeof value === "object" && value !== null && "id" in value;
    return isOwn && value.id === order
      ? { revision: held.revision, value: value as Order }
      : undefined;
  } catch {
    return undefined;
  }
}

const PAGE = "desk-page";

/** This page's name; it stays when the page is loaded again, and another window has another. */
export function pageName(): string {
  const known = globalThis.sessionStorage.getItem(PAGE);
  if (known !== null && /^[A-Za-z0-9-]{1,60}$/.test(known)) return known;
  const made = crypto.randomUUID();
  globalThis.sessionStorage.setItem(PAGE, made);
  return made;
}

type Saving = {
  /** The stored revision that the draft was made on. */
  readonly revision: () => number;
  readonly saved: boolean;
  /** Whether nothing is unsaved and no conflict waits, at this very moment. */
  readonly isClean: () => boolean;
};

/**
 * Lets the host hold each change until it is saved. Leaving the editor in good order ends the holding; what is in conflict
 * or could not be saved stays held, and is there again when somebody comes back.
 */
export function useHeldEdits(
  order: string,
  draft: Draft<Order>,
  resumed: boolean,
  { revision, saved, isClean }: Saving,
): void {
  const { client } = useDesk();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
  }, []);
  const drop = useCallback(async () => {
    stop();
    await client.drafts.drop({ id: order, page: pageName() });
  }, [client, order, stop]);
  const hold = useCallback(async () => {
    stop();
    const text = JSON.stringify(draft.get());
    await client.drafts.hold({ id: order, page: pageName(), revision: revision(), text });
  }, [client, draft, order, revision, stop]);
  useEffect(() => {
    const unsubscribe = draft.subscribe(() => {
      timer.current ??= setTimeout(() => void hold(), PAUSE_MS);
    });
    const leaving = () => {
      if (timer.current !== undefined) void hold();
    };
    globalThis.addEventListener("beforeunload", leaving);
    return () => {
      unsubscribe();
      globalThis.removeEventListener("beforeunload", leaving);
      stop();
      void afterSaves(order, async () => {
        // The answer of the last save is taken in first; only then is it known whether anything is left.
        await new Promise((resolve) => setTimeout(resolve, 0));
        await (isClean() ? drop() : hold());
      });
    };
  }, [draft, order, hold, drop, stop, isClean]);
  const isTaken = useRef(!resumed);
  useEffect(() => {
    // What another page left behind is put into the draft just after this.
    const before = isTaken.current;
    isTaken.current = true;
    // What the schema does not take yet is not on the disk either.
    if (before && saved && savable(orderSchema, draft.get()).issues.length === 0) void drop();
  }, [saved, draft, drop]);
}
