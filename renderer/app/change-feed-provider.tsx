import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { type ChangeFeed, ChangeFeedContext, useDesk } from "#ui";

const LOOK_MS = 2000;
/** A person at work puts the locking off at most this often. */
const TOUCH_MS = 15_000;

/** The answers that show the documents of a collection. */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  orders: ["orders"],
  parties: ["parties", "ownership"],
  sites: ["sites"],
  products: ["products"],
  persons: ["persons"],
  papers: ["evidence"],
  cases: ["cases"],
  settings: ["settings"],
};

type Props = {
  /** Called when the workspace was locked or closed, here or from another window. */
  readonly onClosed: () => void;
  readonly children: ReactNode;
};

/**
 * Asks the desk every two seconds what changed, here, in another window or by another program, and lets what shows it be
 * asked again. Asks nothing while nobody can see the page.
 */
export function ChangeFeedProvider({ onClosed, children }: Props) {
  const { client } = useDesk();
  const queries = useQueryClient();
  const listeners = useRef(new Set<(what: string) => void>());
  const closed = useRef(onClosed);
  useEffect(() => {
    closed.current = onClosed;
  });
  const news = useMemo<ChangeFeed>(
    () => ({
      subscribe: (listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [],
  );
  useEffect(() => {
    let since = -1;
    let busy = false;
    let gone = false;
    const look = async () => {
      if (busy || gone || document.visibilityState === "hidden") return;
      busy = true;
      const reply = await client.workspace.changes({ since: Math.max(since, 0), waitMs: 0 });
      busy = false;
      if (gone) return;
      if (!reply.ok) {
        if (reply.error.code === "desk-locked" || reply.error.code === "desk-closed")
          closed.current();
        return;
      }
      const { seq, changed, outside = [] } = reply.value;
      // Numbers that begin anew belong to another opening, perhaps to another workspace.
      if (seq < since) return closed.current();
      // What happened before this page was there is in what it asked for.
      const fresh = since >= 0 && seq > since ? changed : [];
      since = seq;
      if (fresh.length === 0) return;
      const stale = new Set(fresh.flatMap((what) => shownBy[what.split("/")[0] ?? ""] ?? []));
      if (fresh.some((what) => !what.includes("/"))) stale.add("fileIssues");
      if (outside.length > 0)
        for (const name of ["completeness", "check", "fileIssues"]) stale.add(name);
      for (const name of stale) void queries.invalidateQueries({ queryKey: [name] });
      for (const what of fresh) for (const listener of [...listeners.current]) listener(what);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    const shown = () => void look();
    document.addEventListener("visibilitychange", shown);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", shown);
    };
  }, [client, queries]);
  useTouch();
  return <ChangeFeedContext value={news}>{children}</ChangeFeedContext>;
}

/** Tells the desk that a person is at work, so that it does not lock. */
function useTouch(): void {
  const { client } = useDesk();
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const touch = () => {
      if (performance.now() - last < TOUCH_MS) return;
      last = performance.now();
      void client.start.touch({});
    };
    const kinds = ["pointerdown", "pointermove", "keydown", "wheel"] as const;
    for (const kind of kinds) globalThis.addEventListener(kind, touch, { passive: true });
    return () => {
      for (const kind of kinds) globalThis.removeEventListener(kind, touch);
    };
  }, [client]);
}
