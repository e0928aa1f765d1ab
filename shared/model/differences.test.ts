import fc from "fast-check";
import { expect, test } from "vitest";
import { type Difference, differences } from "./differences.ts";

const order = {
  id: "ord_1",
  title: "旧",
  route: { kind: "export", transit: ["SG"] },
  lines: [
    { id: "lin_1", quantity: "8" },
    { id: "lin_2", quantity: "16" },
  ],
};

test("a changed, a new and a dropped field are each named once, entries of lists by their id", () => {
  const next = {
    ...order,
    title: "新",
    reference: "R-1",
    route: { kind: "export" },
    lines: [
      { id: "lin_2", quantity: "24" },
      { id: "lin_3", quantity: "1" },
    ],
  };
  expect(differences(order, next)).toEqual([
    { path: "title", place: "title", kind: "changed", before: "旧", after: "新" },
    { path: "route.transit", place: "route.transit", kind: "removed", before: ["SG"] },
    {
      path: "lines.lin_1",
      place: "lines.1",
      kind: "removed",
      before: { id: "lin_1", quantity: "8" },
    },
    {
      path: "lines.lin_2.quantity",
      place: "lines.1.quantity",
      kind: "changed",
      before: "16",
      after: "24",
    },
    { path: "lines.lin_3", place: "lines.2", kind: "added", after: { id: "lin_3", quantity: "1" } },
    { path: "reference", place: "reference", kind: "added", after: "R-1" },
  ]);
});

test("the same entries in another order are a difference too", () => {
  const turned = { ...order, lines: order.lines.toReversed() };
  expect(differences(order, turned)).toEqual([
    {
      path: "lines",
      place: "lines",
      kind: "changed",
      before: ["lin_1", "lin_2"],
      after: ["lin_2", "lin_1"],
    },
  ]);
});

/** Writes the differences into the first value; for records without lists that is the second one. */
function applied(value: Record<string, unknown>, found: readonly Difference[]): unknown {
  const copy = structuredClone(value);
  for (const { path, kind, after } of found) {
    const steps = path.split(".");
    const last = steps.pop() ?? "";
    let at = copy;
    for (const step of steps) at = at[step] as Record<string, unknown>;
    if (kind === "removed") delete at[last];
    else at[last] = after;
  }
  return copy;
}

const key = fc.stringMatching(/^[a-d]$/);
const record = fc.letrec<{ record: Record<string, unknown>; value: unknown }>((tie) => ({
  record: fc.dictionary(key, tie("value"), { maxKeys: 4 }),
  value: fc.oneof({ maxDepth: 3 }, fc.string(), fc.integer(), fc.array(fc.string()), tie("record")),
})).record;

test("nothing differs from itself, and what is told is enough to make the second out of the first", () => {
  fc.assert(
    fc.property(record, record, (a, b) => {
      expect(differences(a, a)).toEqual([]);
      const wanted = JSON.parse(JSON.stringify(b)) as Record<string, unknown>;
      expect(applied(JSON.parse(JSON.stringify(a)), differences(a, wanted))).toEqual(wanted);
    }),
  );
});
