import type { FactAnswer, FactType } from "#shared/facts";
import { compareDecimal } from "#shared/kernel";
import type { Comparison } from "../pack/pack-schema.ts";
import type { DayState, Scalar } from "../pack/parameter.ts";
import { FAILS, HOLDS, type Mask, unknownOf } from "./mask.ts";

/** The comparisons, in the order in which they are printed. */
export const operators = ["is", "lt", "le", "gt", "ge", "eq", "in", "hasAny", "onlyFrom"] as const;
export type Operator = (typeof operators)[number];

type Known = Extract<FactAnswer, { known: true }>["value"];
type Unknown = Extract<FactAnswer, { known: false }>;

/** A value to compare with, ready for use: as text, and as a number where that is exact. */
export type Literal = {
  readonly text: string;
  readonly value: Scalar;
  /** NaN where the text is no number or too long to be exact as one. */
  readonly number: number;
};

/** One comparison on one day. */
export type Test = {
  readonly op: Operator;
  readonly type: FactType;
  readonly literal: Literal;
  readonly list: ReadonlySet<string>;
  /** Set where the law gives no value to compare with: the comparison fails whatever the fact says. */
  readonly idle: boolean;
  readonly parameter: DayState | undefined;
};

/** Prepares a literal; 15 significant digits are exact in a double. */
export function literalOf(value: Scalar): Literal {
  const text = String(value);
  const digits = text.replace(/[^0-9]/g, "").length;
  const plain = typeof value === "number" || /^-?\d+(\.\d+)?$/.test(text);
  return { text, value, number: plain && digits <= 15 ? Number(value) : Number.NaN };
}

/** -1, 0, 1 of a decimal against a literal: by machine number where exact, else digit by digit. */
function compareNumber(value: string, literal: Literal): number {
  if (value.length <= 15) {
    const number = Number(value);
    if (number < literal.number) return -1;
    if (number > literal.number) return 1;
    if (number === literal.number) return 0;
  }
  return compareDecimal(value, literal.text);
}

/** -1, 0, 1 of a number or date against a literal. */
function compareOrdered(type: FactType, value: string, literal: Literal): number {
  if (type === "number") return compareNumber(value, literal);
  if (value === literal.text) return 0;
  return value < literal.text ? -1 : 1;
}

/** Whether an ordered comparison succeeds, given how the value compares with the literal. */
function orderedHolds(op: Operator, order: number): boolean {
  switch (op) {
    case "lt":
      return order < 0;
    case "le":
      return order <= 0;
    case "gt":
      return order > 0;
    case "ge":
      return order >= 0;
    default:
      return order === 0;
  }
}

function setHolds(test: Test, members: readonly string[]): boolean {
  if (test.op === "hasAny") return members.some((member) => test.list.has(member));
  return members.length > 0 && members.every((member) => test.list.has(member));
}

/** Whether a known value satisfies the comparison, the law's certainty apart. */
function satisfies(test: Test, value: Known): boolean {
  if (typeof value === "boolean") return value === (test.literal.value === true);
  if (typeof value !== "string") return setHolds(test, value);
  if (test.op === "in") return test.list.has(value);
  if (test.type === "text") return value === test.literal.text;
  return orderedHolds(test.op, compareOrdered(test.type, value, test.literal));
}

function withinBounds(test: Test, bounds: NonNullable<Unknown["bounds"]>): boolean | undefined {
  const low = compareNumber(bounds.min, test.literal);
  const high = compareNumber(bounds.max, test.literal);
  // Nothing lies on an open end: next to it the value is on the inner side of a line drawn there.
  const least = low === 0 && bounds.minOpen === true ? 1 : low;
  const most = high === 0 && bounds.maxOpen === true ? -1 : high;
  if (test.op === "eq") {
    if (least > 0 || most < 0) return false;
    return low === 0 && high === 0 ? true : undefined;
  }
  const atLow = orderedHolds(test.op, least);
  const atHigh = orderedHolds(test.op, most);
  return atLow === atHigh ? atLow : undefined;
}

/** What can be said already of a value that is not known: by its bounds, or by the members it certainly has. */
function partly(test: Test, answer: Unknown): boolean | undefined {
  if (answer.bounds && test.type === "number") return withinBounds(test, answer.bounds);
  if (answer.atLeast && test.op === "hasAny" && setHolds(test, answer.atLeast)) return true;
  if (answer.atLeast && test.op === "onlyFrom" && answer.atLeast.length > 0)
    return setHolds(test, answer.atLeast) ? undefined : false;
  return undefined;
}

/** One comparison of one answer. */
export function testMask(test: Test, answer: FactAnswer): Mask {
  if (test.idle) return FAILS;
  const outcome = answer.known ? satisfies(test, answer.value) : partly(test, answer);
  if (outcome === undefined) return unknownOf(answer.known ? "buyer" : answer.owner);
  return outcome ? HOLDS : FAILS;
}

/** All comparisons of one condition: each must succeed. */
export function testsMask(tests: readonly Test[], answer: FactAnswer): Mask {
  let mask = HOLDS;
  for (const test of tests) mask &= testMask(test, answer);
  return mask;
}

/** How a comparison is made on the path that is taken thousands of times. */
export const quick = { slow: 0, same: 1, lt: 2, le: 3, gt: 4, ge: 5 } as const;
type Quick = (typeof quick)[keyof typeof quick];

/** The comparisons of one condition in their quickest form: one plain comparison, or `slow` for all that need more. */
export type QuickTest = {
  readonly code: Quick;
  readonly wanted: Scalar;
  readonly limit: number;
};

/** Finds the quick form of a condition's comparisons. */
export function quickTest(tests: readonly Test[]): QuickTest {
  const [test] = tests;
  const slow = { code: quick.slow, wanted: "", limit: Number.NaN };
  if (test === undefined || tests.length > 1) return slow;
  if (test.idle || test.list.size > 0 || test.type === "set") return slow;
  const { literal } = test;
  const common = { limit: literal.number };
  if (test.type === "bool") return { ...common, code: quick.same, wanted: literal.value === true };
  if (test.type === "text") return { ...common, code: quick.same, wanted: literal.text };
  if (test.type === "date" || test.op === "eq" || Number.isNaN(literal.number)) return slow;
  return { ...common, code: quick[test.op as "lt" | "le" | "gt" | "ge"], wanted: literal.value };
}

/** A known decimal as a machine number, where that is exact (up to fifteen signs); otherwise NaN. */
export function exactNumber(answer: FactAnswer): number {
  if (!answer.known || typeof answer.value !== "string" || answer.value.length > 15)
    return Number.NaN;
  return Number(answer.value);
}

/** What a parameter is worth in a comparison: its value while it operates. Otherwise the comparison fails. */
export function dayValue(day: DayState | undefined): Scalar | undefined {
  return day?.state === "in-force" ? day.value : undefined;
}

const NO_LIST: ReadonlySet<string> = new Set();

/** The comparisons of a condition, with the parameters' values of the day put in. */
export function testsOn(
  comparison: Comparison,
  type: FactType,
  parameters: ReadonlyMap<string, DayState>,
): readonly Test[] {
  const tests: Test[] = [];
  for (const op of operators) {
    const wanted = comparison[op];
    if (wanted === undefined) continue;
    const isList = Array.isArray(wanted);
    const parameter =
      isList || typeof wanted !== "object" ? undefined : parameters.get(wanted.param);
    const value = isList || typeof wanted === "object" ? dayValue(parameter) : wanted;
    tests.push({
      op,
      type,
      literal: literalOf(value ?? ""),
      list: isList ? new Set(wanted) : NO_LIST,
      idle: !isList && value === undefined,
      parameter,
    });
  }
  return tests;
}
