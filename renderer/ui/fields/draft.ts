import { createHistory } from "./draft-history.ts";

/** One step of a path: a member's name, an index, or the id of an entry of a list. */
type Step = string;

type Plain = { readonly [key: string]: unknown };

/** Members that the schemas require even when they are empty. */
const KEPT_EMPTY = new Set(["names", "title"]);

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function indexOf(list: readonly unknown[], step: Step): number {
  if (/^\d+$/.test(step)) return Number(step);
  return list.findIndex((item) => isPlain(item) && item["id"] === step);
}

/** The value at a dotted path; entries of lists are named by id or index. Undefined where the path leads nowhere. */
export function readPath(root: unknown, path: string): unknown {
  let value = root;
  for (const step of path.split(".")) {
    if (Array.isArray(value)) value = value[indexOf(value, step)];
    else if (isPlain(value)) value = Object.hasOwn(value, step) ? value[step] : undefined;
    else return undefined;
  }
  return value;
}

function writeList(list: readonly unknown[], steps: readonly Step[], value: unknown): unknown {
  const [step = "", ...rest] = steps;
  const index = indexOf(list, step);
  if (index < 0 || index > list.length) return list;
  const next = rest.length === 0 ? value : write(list[index], rest, value);
  if (next === undefined) return list.filter((_, at) => at !== index);
  return list.toSpliced(index, 1, next);
}

function write(root: unknown, steps: readonly Step[], value: unknown): unknown {
  if (Array.isArray(root)) return writeList(root, steps, value);
  const [step = "", ...rest] = steps;
  const before: Plain = isPlain(root) ? root : {};
  const next = rest.length === 0 ? value : write(before[step], rest, value);
  const { [step]: _old, ...others } = before;
  const gone = next === undefined || (isEmpty(next) && !KEPT_EMPTY.has(step) && rest.length > 0);
  return gone ? others : { ...before, [step]: next };
}

function isEmpty(value: unknown): boolean {
  return isPlain(value) && Object.keys(value).length === 0;
}

/**
 * A copy with another value at the path; everything beside the path is shared with the original. `undefined` takes the
 * member or entry away, and members that become empty with it.
 */
export function writePath<T>(root: T, path: string, value: unknown): T {
  return write(root, path.split("."), value) as T;
}

/** A value under edit. Readers subscribe to the paths they show, so that a key stroke redraws one field. */
export type Draft<T> = {
  readonly get: () => T;
  readonly at: (path: string) => unknown;
  readonly set: (path: string, value: unknown) => void;
  /** Takes over another value as a whole, as after loading or resolving a conflict; what was before cannot be gone back to. */
  readonly replace: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Goes one change back or forth; answers the path that changed, or undefined where there is nothing to go to. */
  readonly undo: () => string | undefined;
  readonly redo: () => string | undefined;
  /** How many changes can be taken back, and how many of those taken back can be made again. */
  readonly depth: () => { readonly back: number; readonly forth: number };
};

/** Starts a draft from a value. */
export function createDraft<T>(initial: T): Draft<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const history = createHistory<T>();
  const change = (next: T) => {
    if (next === value) return;
    value = next;
    for (const listener of listeners) listener();
  };
  const step = (found: { readonly value: T; readonly path: string } | undefined) => {
    if (found !== undefined) change(found.value);
    return found?.path;
  };
  return {
    get: () => value,
    at: (path) => readPath(value, path),
    set: (path, next) => {
      const before = value;
      const after = writePath(value, path, next);
      if (after === before) return;
      history.note(before, path, performance.now());
      change(after);
    },
    replace: (next) => {
      if (next !== value) history.clear();
      change(next);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    undo: () => step(history.back(value)),
    redo: () => step(history.forth(value)),
    depth: history.depth,
  };
}
