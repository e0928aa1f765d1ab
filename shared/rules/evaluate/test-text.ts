import type { Operator, Test } from "./compare.ts";
import { operators } from "./compare.ts";

const signs: { readonly [op in Operator]: string } = {
  is: "is",
  lt: "<",
  le: "≤",
  gt: ">",
  ge: "≥",
  eq: "=",
  in: "in",
  hasAny: "has any of",
  onlyFrom: "only from",
};

const MAX_LISTED = 12;

/** Items one after the other; of very many the first and their number. */
export function listed(items: Iterable<string>): string {
  const all = [...items];
  const shown = all.slice(0, MAX_LISTED).join(", ");
  return all.length > MAX_LISTED ? `${shown}, … (${all.length})` : shown;
}

/** Comparisons as text: `≥ 21000 (tpp-limit)`. */
export function testText(tests: readonly Test[]): string {
  const inOrder = [...tests].sort((a, b) => operators.indexOf(a.op) - operators.indexOf(b.op));
  return inOrder
    .map((test) => {
      const against = test.list.size > 0 ? listed(test.list) : test.literal.text;
      const named = test.parameter ? `${against} (${test.parameter.parameter})` : against;
      return `${signs[test.op]} ${named}`;
    })
    .join(", ");
}
