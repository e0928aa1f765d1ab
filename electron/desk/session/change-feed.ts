import type { StoreEvent } from "#store";
import type { Store } from "../workspace/collections.ts";

const REMEMBERED = 500;

/** What changed after a number: documents as `collection/id`, other events by their kind. */
export type ChangeFeed = {
  readonly seq: number;
  readonly changed: readonly string[];
  readonly outside: readonly string[];
};

function isOutside(event: StoreEvent): boolean {
  return "cause" in event && event.cause === "outside";
}

/** Counts what changed, so that a page can wait for it. */
export function createChangeFeed(store: Pick<Store, "subscribe">) {
  let seq = 0;
  const recent: { readonly seq: number; readonly what: string; readonly outside: boolean }[] = [];
  const waiting = new Set<() => void>();
  const note = (what: string, outside: boolean) => {
    seq += 1;
    recent.push({ seq, what, outside });
    if (recent.length > REMEMBERED) recent.shift();
  };
  const stop = store.subscribe((event) => {
    const about = event.kind === "issue" ? event.issue : event;
    if ("collection" in about && about.collection !== undefined)
      note(`${about.collection}/${about.id ?? ""}`, isOutside(event));
    // A page that shows what is wrong wants to know it at once, whichever document it is about.
    if (event.kind !== "changed" && event.kind !== "removed") note(event.kind, false);
    for (const wake of [...waiting]) wake();
  });
  const since = (from: number): ChangeFeed => {
    const fresh = recent.filter((item) => item.seq > from);
    return {
      seq,
      changed: [...new Set(fresh.map(({ what }) => what))],
      outside: [...new Set(fresh.filter(({ outside }) => outside).map(({ what }) => what))],
    };
  };
  return {
    stop: () => {
      stop();
      for (const wake of [...waiting]) wake();
    },
    wait: async (from: number, waitMs: number): Promise<ChangeFeed> => {
      // Another number than the newest: something changed, or the caller counts from another opening.
      if (seq !== from || waitMs === 0) return since(from);
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, waitMs);
        timer.unref();
        waiting.add(wake);
      });
      return since(from);
    },
  };
}
