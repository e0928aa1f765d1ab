import { createContext, useContext, useEffect, useRef } from "react";

/** Told of each document (`orders/ord_x`) that changed, here or elsewhere. */
type ChangeListener = (what: string) => void;

/** Where the app puts the news of the workspace. */
export type ChangeFeed = { readonly subscribe: (listener: ChangeListener) => () => void };

/** The news of the workspace, given by the app. */
export const ChangeFeedContext = createContext<ChangeFeed>({ subscribe: () => () => undefined });

/** Calls back when one document changed, whoever changed it; or whenever an event of this name happened. */
export function useChangeFeed(what: string, onChange: () => unknown): void {
  const { subscribe } = useContext(ChangeFeedContext);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(
    () =>
      subscribe((changed) => {
        if (changed === what) void latest.current();
      }),
    [subscribe, what],
  );
}
