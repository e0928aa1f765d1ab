import { expect, test } from "vitest";
import type { FactAnswer } from "#shared/facts";
import { literalOf, type Operator, type Test, testMask } from "./compare.ts";
import { triOfMask } from "./mask.ts";

const comparison = (op: Operator, value: number): Test => ({
  op,
  type: "number",
  literal: literalOf(value),
  list: new Set(),
  idle: false,
  parameter: undefined,
});

type Ends = { readonly min: string; readonly max: string; minOpen?: true; maxOpen?: true };
const between = (bounds: Ends): FactAnswer => ({ known: false, owner: "buyer", ask: [], bounds });

const closed = between({ min: "50", max: "60" });
const aboveHalf = between({ min: "50", max: "60", minOpen: true });
const belowTenth = between({ min: "0", max: "10", maxOpen: true });

test.each([
  // More than half, at most 60: a line drawn at half is passed for sure, and nobody holds exactly half.
  [aboveHalf, "gt", 50, "holds"],
  [aboveHalf, "le", 50, "fails"],
  [aboveHalf, "eq", 50, "fails"],
  [aboveHalf, "ge", 55, "unknown"],
  [closed, "gt", 50, "unknown"],
  [closed, "ge", 50, "holds"],
  [closed, "eq", 50, "unknown"],
  // Less than a tenth: the tenth itself is not reached.
  [belowTenth, "lt", 10, "holds"],
  [belowTenth, "ge", 10, "fails"],
  [belowTenth, "gt", 0, "unknown"],
] as const)(
  "an interval against a line, %#: its open ends are never met",
  (answer, op, line, value) => {
    expect(triOfMask(testMask(comparison(op, line), answer))).toBe(value);
  },
);
