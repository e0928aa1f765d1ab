import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ListSnapshot } from "#shared/lists";
import type { TenantHit } from "#shared/tenants";
import type { TenantScreening } from "./classify-book.ts";
import type { Looked } from "./look-up.ts";
import { listsCompared, screeningHere } from "./screen-tenants.ts";

/** What a screening thread is sent, and what it answers. */
export type ScreenTask = { readonly rows: readonly Looked[] };
export type ScreenAnswer = { readonly hits: readonly (readonly TenantHit[])[] };

const MOST_THREADS = 4;

/** A list as far as names and numbers are looked up in it: every thread holds a copy. */
function namesOnly(list: ListSnapshot): ListSnapshot {
  return {
    ...list,
    notes: [],
    entries: list.entries.map(({ id, list: own, kind, name, aliases, countries, codes }) => ({
      id,
      list: own,
      kind,
      name,
      aliases,
      countries,
      codes,
      programs: [],
    })),
  };
}

/** One thread; a task at a time. A thread that ends before it answered is a fault of the program. */
function thread(entry: string, lists: readonly ListSnapshot[]) {
  const worker = new Worker(entry, { workerData: lists });
  // What waits for no answer keeps nobody from ending.
  worker.unref();
  let settle: ((answer: ScreenAnswer) => void) | undefined;
  let fail: ((fault: unknown) => void) | undefined;
  worker.on("message", (answer: ScreenAnswer) => settle?.(answer));
  worker.on("error", (fault) => fail?.(fault));
  worker.on("exit", (code) => fail?.(new Error(`a screening thread ended with ${code}`)));
  return {
    ask: (task: ScreenTask) =>
      new Promise<ScreenAnswer>((resolve, reject) => {
        worker.ref();
        settle = (answer) => {
          worker.unref();
          resolve(answer);
        };
        fail = reject;
        worker.postMessage(task);
      }),
    end: async () => {
      fail = undefined;
      await worker.terminate();
    },
  };
}

/**
 * Looks tenants up in threads of their own, one for each core. `entry` is the built or source file of
 * `electron/worker/tenant-worker.ts`.
 */
export function screeningPool(entry: string, lists: readonly ListSnapshot[]): TenantScreening {
  const size = Math.max(1, Math.min(MOST_THREADS, availableParallelism()));
  const slim = lists.map(namesOnly);
  const threads = Array.from({ length: size }, () => thread(entry, slim));
  let started = false;
  let here: TenantScreening | undefined;
  const inThreads: TenantScreening["screen"] = async (rows) => {
    const share = Math.ceil(rows.length / threads.length);
    const answers = await Promise.all(
      threads.map(({ ask }, at) => {
        const own = rows.slice(at * share, (at + 1) * share);
        const looked = own.map(({ name, code }) => ({ name, code }));
        return looked.length === 0 ? { hits: [] } : ask({ rows: looked });
      }),
    );
    started = true;
    return answers.flatMap(({ hits }) => hits);
  };
  return {
    lists: listsCompared(lists),
    screen: async (rows) => {
      if (here !== undefined) return await here.screen(rows);
      try {
        return await inThreads(rows);
      } catch (fault) {
        // Where a host cannot start threads at all, its own must do.
        if (started) throw fault;
        here = screeningHere(lists);
        return await here.screen(rows);
      }
    },
    end: async () => {
      await Promise.all(threads.map(({ end }) => end()));
    },
  };
}
