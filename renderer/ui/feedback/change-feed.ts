import { createContext, useContext, useEffect, useRef } from "react";

/** Told of each document (`orders/ord_x`) that changed, here or elsewhere. */
type NewsListener = (what: string) => void;

/** Where the app puts the news of the workspace. */
export type News = { readonly subscribe: (listener: NewsListener) => () => void };

/** The news of the workspace, given by the app. */
export const NewsContext = createContext<News>({ subscribe: () => () => undefined });

/** Calls back when one document changed, whoever changed it; or whenever an event of this name happened. */
export function useNews(what: string, onChange: () => unknown): void {
  const { subscribe } = useContext(NewsContext);
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
