import { errorOf, unwrap, useInvalidate } from "../data/query.ts";
import { useDesk } from "../layout/desk.ts";
import { useToasts } from "./toast.tsx";

/** Says that something was taken away, with a way to take that back at once: the newest act of this kind is undone. */
export function useUndo(): (text: string, verb: string) => void {
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const undo = async (verb: string) => {
    try {
      const acts = await unwrap(client.trash.undoable({}));
      const newest = acts.findLast((act) => act.verb === verb);
      if (newest === undefined) return;
      await unwrap(client.trash.undo({ number: newest.number }));
      invalidate([]);
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  return (text, verb) => toasts.say(text, () => void undo(verb));
}
