import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { askAgain, type ChangeFeed, ChangeFeedContext, useDesk } from "#ui";

/** The desk answers as soon as something changed, else after this long; shorter than any host lets a call wait. */
const WAIT_MS = 25_000;
/** After a call that did not come through, the next one waits a little. */
const RETRY_MS = 2_000;
/** Changes come in bursts, as with an import: those of so long a while are told together. */
const GATHER_MS = 150;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
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

type Changes = {
  readonly seq: number;
  readonly changed: readonly string[];
  readonly outside?: readonly string[] | undefined;
};

type Props = {
  /** Called when the workspace was locked or closed, here or from another window. */
  readonly onClosed: () => void;
  readonly children: ReactNode;
};

type Listening = {
  readonly client: ReturnType<typeof useDesk>["client"];
  readonly queries: QueryClient;
  readonly tell: (what: string) => void;
  readonly closed: () => void;
};

/** The answers that show what is new, by the names they are kept under. */
function staleAnswers(fresh: readonly string[], outside: readonly string[]): ReadonlySet<string> {
  const stale = new Set(fresh.flatMap((what) => shownBy[what.split("/")[0] ?? ""] ?? []));
  if (fresh.some((what) => !what.includes("/"))) stale.add("fileIssues");
  // What is thrown away or brought back changes its own book and the bin.
  if (fresh.length > 0) stale.add("trash");
  if (fresh.length > 0 && outside.length > 0)
    for (const name of ["completeness", "check", "fileIssues"]) stale.add(name);
  return stale;
}

/** Waits at the desk for changes while the page is seen, until the function that it gives back is called. */
function listen({ client, queries, tell, closed }: Listening): () => void {
  let since = -1;
  let waiting = false;
  let gone = false;
  /** Whether to go on waiting. */
  const take = ({ seq, changed, outside = [] }: Changes): boolean => {
    // Numbers that begin anew belong to another opening, perhaps to another workspace.
    if (seq < since) {
      closed();
      return false;
    }
    // What happened before this page was there is in what it asked for.
    const fresh = since >= 0 && seq > since ? changed : [];
    since = seq;
    for (const name of staleAnswers(fresh, outside)) void askAgain(queries, [name]);
    for (const what of fresh) tell(what);
    return true;
  };
  /** One call; whether to go on waiting after it. */
  const ask = async (): Promise<boolean> => {
    const reply = await client.workspace.changes({
      since: Math.max(since, 0),
      waitMs: since < 0 ? 0 : WAIT_MS,
    });
    if (gone) return false;
    if (reply.ok) {
      if (!take(reply.value)) return false;
      if (reply.value.changed.length > 0) await pause(GATHER_MS);
      return true;
    }
    if (reply.error.code === "desk-locked" || reply.error.code === "desk-closed") {
      closed();
      return false;
    }
    await pause(RETRY_MS);
    return true;
  };
  const wait = async () => {
    if (waiting) return;
    waiting = true;
    while (!gone && document.visibilityState !== "hidden" && (await ask()));
    waiting = false;
  };
  void wait();
  const shown = () => void wait();
  document.addEventListener("visibilitychange", shown);
  return () => {
    gone = true;
    document.removeEventListener("visibilitychange", shown);
  };
}

/**
 * Keeps one call waiting at the desk for what changes, here, in another window or by another program, and has what shows
 * it asked for again. Waits for nothing while nobody can see the page.
 */
export function ChangeFeedProvider({ onClosed, children }: Props) {
  const { client } = useDesk();
  const queries = useQueryClient();
  const listeners = useRef(new Set<(what: string) => void>());
  const closed = useRef(onClosed);
  useEffect(() => {
    closed.current = onClosed;
  });
  const feed = useMemo<ChangeFeed>(
    () => ({
      subscribe: (listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [],
  );
  useEffect(
    () =>
      listen({
        client,
        queries,
        tell: (what) => {
          for (const listener of [...listeners.current]) listener(what);
        },
        closed: () => closed.current(),
      }),
    [client, queries],
  );
  useTouch();
  return <ChangeFeedContext value={feed}>{children}</ChangeFeedContext>;
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
