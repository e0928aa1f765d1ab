/** One place in which two values differ; `path` names entries of lists by their id where they have one. */
export type Difference = {
  readonly path: string;
  /** The same path with the position (from 1) of an entry in its list instead of its id. */
  readonly place: string;
  readonly kind: "added" | "removed" | "changed";
  readonly before?: unknown;
  readonly after?: unknown;
};

type Plain = { readonly [key: string]: unknown };

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The id under which an entry of a list is known; entries without one are compared as a whole list. */
function idOf(item: unknown): string | undefined {
  const id = isPlain(item) ? item["id"] : undefined;
  return typeof id === "string" ? id : undefined;
}

/** A list whose entries all have ids of their own, by id; undefined for other lists. */
function byId(list: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  const entries = new Map<string, unknown>();
  for (const item of list) {
    const id = idOf(item);
    if (id === undefined) return undefined;
    entries.set(id, item);
  }
  return entries.size === list.length ? entries : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}

/** Two values whose members can be told apart by name, and how a name is shown. */
type Pair = {
  readonly before: ReadonlyMap<string, unknown>;
  readonly after: ReadonlyMap<string, unknown>;
  readonly shown: (name: string) => string;
};

function pairOf(a: unknown, b: unknown): Pair | undefined {
  if (isPlain(a) && isPlain(b)) {
    const [before, after] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
    return { before, after, shown: (name) => name };
  }
  if (!Array.isArray(a) || !Array.isArray(b)) return undefined;
  const [before, after] = [byId(a), byId(b)];
  if (before === undefined || after === undefined) return undefined;
  const [old, now] = [[...before.keys()], [...after.keys()]];
  // What is still there is counted as it stands now, what is gone as it stood.
  const shown = (id: string) => String((now.includes(id) ? now : old).indexOf(id) + 1);
  return { before, after, shown };
}

type At = { readonly path: string; readonly place: string };

function collect(at: At, before: unknown, after: unknown, into: Difference[]): void {
  if (isSame(before, after)) return;
  if (before === undefined) into.push({ ...at, kind: "added", after });
  else if (after === undefined) into.push({ ...at, kind: "removed", before });
  else {
    const pair = pairOf(before, after);
    if (pair === undefined) into.push({ ...at, kind: "changed", before, after });
    else collectMembers(at, pair, into);
  }
}

function collectMembers(at: At, { before, after, shown }: Pair, into: Difference[]): void {
  const found = into.length;
  const below = (path: string, step: string) => (path === "" ? step : `${path}.${step}`);
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const inner = { path: below(at.path, name), place: below(at.place, shown(name)) };
    collect(inner, before.get(name), after.get(name), into);
  }
  // The same entries in another order: the members agree one by one, the lists do not.
  if (into.length === found) {
    into.push({ ...at, kind: "changed", before: [...before.keys()], after: [...after.keys()] });
  }
}

/**
 * Where two values differ, member by member, in the order of their members: nothing that is equal is named, and every
 * difference is.
 */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  const found: Difference[] = [];
  collect({ path: "", place: "" }, before, after, found);
  return found;
}
