import type { z } from "zod";

/** One place that keeps a value from being saved whole, by the dotted path that fields carry. */
export type Issue = {
  readonly path: string;
  readonly kind: "required" | "format" | "long" | "number" | "range";
};

type Json = { [key: string]: unknown } | unknown[];

const REMOVED = Symbol("removed");

function isContainer(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  return isContainer(value) ? (value as Record<PropertyKey, unknown>)[key] : undefined;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(memberOf, root);
}

/** The path as fields name it: entries of lists by their id where they have one. */
function namedPath(root: unknown, path: readonly PropertyKey[]): string {
  let value = root;
  return path
    .map((key) => {
      const list = Array.isArray(value);
      value = memberOf(value, key);
      const id = list ? memberOf(value, "id") : undefined;
      return typeof id === "string" ? id : String(key);
    })
    .join(".");
}

function kindOf(root: unknown, issue: z.core.$ZodIssue): Issue["kind"] {
  const value = valueAt(root, issue.path);
  if (value === undefined || value === "") return "required";
  if (issue.code === "too_big") return "long";
  if (issue.code === "custom" && issue.message === "min above max") return "range";
  return issue.code === "invalid_type" ? "number" : "format";
}

function markRemoved(root: unknown, path: readonly PropertyKey[]): void {
  const parent = valueAt(root, path.slice(0, -1));
  const last = path.at(-1);
  if (isContainer(parent) && last !== undefined)
    (parent as Record<PropertyKey, unknown>)[last] = REMOVED;
}

function swept(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== REMOVED).map(swept);
  if (!isContainer(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== REMOVED)
      .map(([key, item]) => [key, swept(item)]),
  );
}

/** What is missing is blamed on its parent, which has to go; what is wrong goes by itself. */
function culprit(root: unknown, issue: z.core.$ZodIssue): readonly PropertyKey[] {
  const extra = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  if (extra !== undefined) return [...issue.path, extra];
  return valueAt(root, issue.path) === undefined ? issue.path.slice(0, -1) : issue.path;
}

/**
 * The largest part of a half-filled value that its schema accepts, and what had to be left out of it. A row that still
 * lacks a required member waits outside until it is whole, so the rest is never kept from being saved. `value` is undefined
 * when the root itself cannot stand.
 */
export function savable<T>(
  schema: z.ZodType<T>,
  input: unknown,
): { readonly value: T | undefined; readonly issues: readonly Issue[] } {
  const first = schema.safeParse(input);
  if (first.success) return { value: first.data, issues: [] };
  const issues = first.error.issues.map((issue) => ({
    path: namedPath(input, issue.path),
    kind: kindOf(input, issue),
  }));
  let rest: unknown = structuredClone(input);
  for (let round = 0; round < 40; round += 1) {
    const parsed = schema.safeParse(rest);
    if (parsed.success) return { value: parsed.data, issues };
    const culprits = parsed.error.issues.map((issue) => culprit(rest, issue));
    if (culprits.some((path) => path.length === 0)) break;
    for (const path of culprits) markRemoved(rest, path);
    rest = swept(rest);
  }
  return { value: undefined, issues };
}
