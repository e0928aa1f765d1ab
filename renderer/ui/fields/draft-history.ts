/** One state that can be gone back to, and the path whose change left it. */
type Step<T> = { readonly value: T; readonly path: string };

/** Changes of one field that follow each other this closely are one change to take back. */
const TOGETHER_MS = 900;
/** Far more than anybody takes back step by step; states share all that did not change. */
const MOST = 500;

/** What was before and, after going back, what was after. Holds states, never differences: a deleted row comes back whole. */
export type History<T> = {
  /** Notes the state that a change at a path leaves behind. */
  readonly note: (before: T, path: string, at: number) => void;
  /** The state before, or the one after, with the path that differs; `now` is kept for the way back. */
  readonly back: (now: T) => Step<T> | undefined;
  readonly forth: (now: T) => Step<T> | undefined;
  readonly clear: () => void;
  readonly depth: () => { readonly back: number; readonly forth: number };
};

/** An empty history. */
export function createHistory<T>(): History<T> {
  let past: readonly Step<T>[] = [];
  let future: readonly Step<T>[] = [];
  let last: { readonly path: string; readonly at: number } | undefined;
  return {
    note: (before, path, at) => {
      future = [];
      const follows = last?.path === path && at - last.at < TOGETHER_MS;
      last = { path, at };
      if (!follows) past = [...past.slice(1 - MOST), { value: before, path }];
    },
    back: (now) => {
      const step = past.at(-1);
      if (step === undefined) return undefined;
      past = past.slice(0, -1);
      future = [...future, { value: now, path: step.path }];
      last = undefined;
      return step;
    },
    forth: (now) => {
      const step = future.at(-1);
      if (step === undefined) return undefined;
      future = future.slice(0, -1);
      past = [...past, { value: now, path: step.path }];
      last = undefined;
      return step;
    },
    clear: () => {
      past = [];
      future = [];
      last = undefined;
    },
    depth: () => ({ back: past.length, forth: future.length }),
  };
}
