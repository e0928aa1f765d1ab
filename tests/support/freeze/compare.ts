import type { Kind, Records } from "./recorder.ts";

/** What differs: one line each, and how many of each kind. */
export type Comparison = {
  readonly lines: readonly string[];
  readonly counts: Readonly<Record<Kind, number>> & { readonly records: number };
};

const ABSENT = Symbol("absent");
/** So much of one record is printed; the rest is counted. */
const MOST_LINES = 200;

type Difference = { readonly path: string; readonly before: unknown; readonly after: unknown };

function partsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return new Map(Object.entries(value));
}

function* differences(before: unknown, after: unknown, path = ""): Generator<Difference> {
  const [left, right] = [partsOf(before), partsOf(after)];
  const alike = Array.isArray(before) === Array.isArray(after);
  if (left === undefined || right === undefined || !alike) {
    if (!Object.is(before, after)) yield { path, before, after };
    return;
  }
  for (const key of new Set([...left.keys(), ...right.keys()]))
    yield* differences(
      left.has(key) ? left.get(key) : ABSENT,
      right.has(key) ? right.get(key) : ABSENT,
      path === "" ? key : `${path}.${key}`,
    );
}

function shown(value: unknown): string {
  if (value === ABSENT) return "(absent)";
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** Order of the keys alone differs: the bytes of the answer changed, no value did. */
const orderOnly: Difference = { path: "(order of keys)", before: "as before", after: "changed" };

function found(before: Records, after: Records, name: string): readonly Difference[] {
  const [left, right] = [before.index.get(name), after.index.get(name)];
  if (left === undefined) return [{ path: "", before: ABSENT, after: "a record" }];
  if (right === undefined) return [{ path: "", before: "a record", after: ABSENT }];
  if (left.sha256 === right.sha256) return [];
  const list = [...differences(before.value(name), after.value(name))];
  return list.length === 0 ? [orderOnly] : list;
}

/**
 * Holds two runs against each other: a line `record, path, before, after` for each place that differs. Places whose path
 * matches `except` are passed over.
 */
export function compareRecords(
  before: Records,
  after: Records,
  options: { readonly except?: RegExp } = {},
): Comparison {
  const names = [...new Set([...before.index.keys(), ...after.index.keys()])].toSorted();
  const counts = { facts: 0, files: 0, texts: 0, records: names.length };
  const lines: string[] = [];
  for (const name of names) {
    const kind = (before.index.get(name) ?? after.index.get(name))?.kind ?? "facts";
    const list = found(before, after, name).filter(
      ({ path }) => options.except?.test(path) !== true,
    );
    counts[kind] += list.length;
    for (const { path, before: was, after: is } of list.slice(0, MOST_LINES))
      lines.push(`${name}\t${path}\t${shown(was)}\t${shown(is)}`);
    if (list.length > MOST_LINES) lines.push(`${name}\t… ${list.length - MOST_LINES} more`);
  }
  return { lines, counts };
}
