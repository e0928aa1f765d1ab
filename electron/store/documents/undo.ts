import type { JournalVerb } from "#shared/journal";
import { appError, err, ok, type Result } from "#shared/kernel";

/** A destructive act of this session that can still be taken back. */
export type UndoItem = {
  readonly number: number;
  readonly verb: JournalVerb;
  readonly collection: string;
  readonly ids: readonly string[];
  /** What a person calls them, where no list of documents tells it. */
  readonly names?: readonly string[];
  readonly at: string;
};

type Kept = UndoItem & { readonly undo: () => Promise<Result<void>> };

/** The acts of this session, newest last. */
export interface UndoStack {
  push(item: Omit<UndoItem, "number">, undo: () => Promise<Result<void>>): void;
  list(): readonly UndoItem[];
  /** Takes back one act (the newest when no number is given); it leaves the stack only when that worked. */
  undo(number?: number): Promise<Result<UndoItem>>;
}

const KEPT = 200;

/** Creates an empty stack. */
export function createUndoStack(): UndoStack {
  const items: Kept[] = [];
  let count = 0;
  return {
    push: (item, undo) => {
      count += 1;
      items.push({ ...item, number: count, undo });
      if (items.length > KEPT) items.shift();
    },
    list: () => items.map(({ undo: _, ...rest }) => rest),
    undo: async (number) => {
      const index =
        number === undefined ? items.length - 1 : items.findIndex((one) => one.number === number);
      const kept = items[index];
      if (!kept) return err(appError("store.nothing-to-undo"));
      const done = await kept.undo();
      if (!done.ok) return done;
      items.splice(items.indexOf(kept), 1);
      const { undo: _, ...item } = kept;
      return ok(item);
    },
  };
}
