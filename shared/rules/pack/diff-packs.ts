import type { FactSource } from "#shared/facts";
import { canonicalJson } from "#shared/kernel";
import { type EvaluateOptions, evaluateLane, type LaneOutcome } from "../evaluate/evaluate-lane.ts";
import type { Pack, Source } from "./pack-schema.ts";
import { pathText } from "./pack-text.ts";
import type { Program } from "./program.ts";

/** One field that differs, with both values; an absent side is undefined. */
type FieldChange = {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** One thing of a pack that was added, removed or changed. */
export type PackChange = {
  readonly kind: "pack" | "rule" | "parameter" | "definition" | "source";
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  readonly fields: readonly FieldChange[];
};

/** A pack with its sources. */
export type PackContent = { readonly pack: Pack; readonly sources: readonly Source[] };

const MAX_FIELDS = 500;

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

function compareFields(
  a: unknown,
  b: unknown,
  path: readonly (string | number)[],
  into: FieldChange[],
): void {
  if (into.length >= MAX_FIELDS || same(a, b)) return;
  if (isObject(a) && isObject(b)) {
    for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort())
      compareFields(a[key], b[key], [...path, key], into);
  } else if (Array.isArray(a) && Array.isArray(b)) {
    for (let index = 0; index < Math.max(a.length, b.length); index += 1)
      compareFields(a[index], b[index], [...path, index], into);
  } else into.push({ path: pathText(path), before: a, after: b });
}

function compareLists(
  kind: PackChange["kind"],
  a: readonly { readonly id: string }[],
  b: readonly { readonly id: string }[],
): readonly PackChange[] {
  const old = new Map(a.map((item) => [item.id, item]));
  const now = new Map(b.map((item) => [item.id, item]));
  const changes: PackChange[] = [];
  for (const id of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const before = old.get(id);
    const after = now.get(id);
    if (before === undefined) changes.push({ kind, id, change: "added", fields: [] });
    else if (after === undefined) changes.push({ kind, id, change: "removed", fields: [] });
    else {
      const fields: FieldChange[] = [];
      compareFields(before, after, [], fields);
      if (fields.length > 0) changes.push({ kind, id, change: "changed", fields });
    }
  }
  return changes;
}

/** What differs between two packs, field by field; the order in which things are written is no difference. */
export function diffPacks(a: PackContent, b: PackContent): readonly PackChange[] {
  const { parameters: p1, definitions: d1, rules: r1, ...head1 } = a.pack;
  const { parameters: p2, definitions: d2, rules: r2, ...head2 } = b.pack;
  return [
    ...compareLists("pack", [{ ...head1, id: "-" }], [{ ...head2, id: "-" }]).map((change) => ({
      ...change,
      id: b.pack.id,
    })),
    ...compareLists("rule", r1, r2),
    ...compareLists("parameter", p1, p2),
    ...compareLists("definition", d1, d2),
    ...compareLists("source", a.sources, b.sources),
  ];
}

/** A dossier whose outcome differs under two packs. */
export type DossierMove = {
  readonly id: string;
  readonly before: LaneOutcome;
  readonly after: LaneOutcome;
};

/** Whose lanes move when one pack takes the place of another; dossiers are looked at one by one, so that thousands may come. */
export function lanesMoved(
  a: Program,
  b: Program,
  dossiers: Iterable<{ readonly id: string; readonly facts: FactSource }>,
  options: EvaluateOptions,
): readonly DossierMove[] {
  const moves: DossierMove[] = [];
  for (const { id, facts } of dossiers) {
    const before = evaluateLane(a, facts, options);
    const after = evaluateLane(b, facts, options);
    if (!same(before, after)) moves.push({ id, before, after });
  }
  return moves;
}
