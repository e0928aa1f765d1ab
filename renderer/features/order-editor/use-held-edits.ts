import { useCallback, useEffect, useRef } from "react";
import { type Order, orderSchema } from "#shared/model";
import { type Draft, savable, useDesk } from "#ui";

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

/**
 * Lets the host hold each change until it is saved. `saved` tells whether all of the draft is on the disk; leaving the
 * editor in good order ends the holding.
 */
export function useHeldEdits(
  order: string,
  draft: Draft<Order>,
  { revision, saved }: { readonly revision: () => number; readonly saved: boolean },
): void {
  const { client } = useDesk();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    void client.drafts.drop({ id: order });
  }, [client, order]);
  useEffect(() => {
    const unsubscribe = draft.subscribe(() => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        const text = JSON.stringify(draft.get());
        void client.drafts.hold({ id: order, revision: revision(), text });
      }, PAUSE_MS);
    });
    return () => {
      unsubscribe();
      drop();
    };
  }, [client, draft, order, revision, drop]);
  useEffect(() => {
    // What the schema does not take yet is not on the disk either.
    if (saved && savable(orderSchema, draft.get()).issues.length === 0) drop();
  }, [saved, draft, drop]);
}
