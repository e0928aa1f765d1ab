import type { FactAnswer } from "#shared/facts";
import { type Operator, operators, type Test } from "./compare.ts";
import { triOfMask } from "./mask.ts";
import type { DayState } from "./parameter.ts";
import type { Because } from "./report-types.ts";
import type { Trace } from "./trace.ts";

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

function listed(items: Iterable<string>): string {
  const all = [...items];
  const shown = all.slice(0, MAX_LISTED).join(", ");
  return all.length > MAX_LISTED ? `${shown}, … (${all.length})` : shown;
}

function testText(tests: readonly Test[]): string {
  const inOrder = [...tests].sort((a, b) => operators.indexOf(a.op) - operators.indexOf(b.op));
  return inOrder
    .map((test) => {
      const against = test.list.size > 0 ? listed(test.list) : test.literal.text;
      const named = test.parameter ? `${against} (${test.parameter.parameter})` : against;
      return `${signs[test.op]} ${named}`;
    })
    .join(", ");
}

/** What a fact said, as text. */
export function answerText(answer: FactAnswer): string {
  if (!answer.known) {
    if (answer.bounds) return `unknown (${answer.bounds.min}…${answer.bounds.max})`;
    if (answer.atLeast && answer.atLeast.length > 0)
      return `unknown (at least ${listed(answer.atLeast)})`;
    return "unknown";
  }
  if (typeof answer.value === "boolean" || typeof answer.value === "string")
    return String(answer.value);
  return answer.value.length === 0 ? "none" : listed(answer.value);
}

/** What a parameter said, as text: its state, its value, and the careful branch while unverified. */
export function dayText(day: DayState): string {
  if (day.state === "unverified")
    return day.careful === undefined
      ? "unverified"
      : `unverified (careful: ${String(day.careful)})`;
  return day.value === undefined ? day.state : `${day.state}: ${String(day.value)}`;
}

function ofParameter(day: DayState, value: Because["value"]): Because {
  return { kind: "param", id: day.parameter, value, seen: dayText(day), sources: day.sources };
}

function ofFact(trace: Extract<Trace, { kind: "fact" }>): Because {
  const { bound } = trace;
  const value = triOfMask(trace.mask);
  const days = bound.tests.flatMap((test) => (test.parameter ? [test.parameter] : []));
  const children = days.map((day) => ofParameter(day, value));
  return {
    kind: "fact",
    id: bound.fact,
    subject: trace.subject,
    value,
    seen: answerText(trace.answer),
    test: testText(bound.tests),
    ...(children.length > 0 ? { children } : {}),
  };
}

function ofState(trace: Extract<Trace, { kind: "param" }>): Because {
  const { bound } = trace;
  const wanted = [bound.states?.join(" / "), testText(bound.tests)].filter((text) => text);
  return {
    ...ofParameter(bound.parameter, triOfMask(trace.mask)),
    ...(wanted.length > 0 ? { test: wanted.join(", ") } : {}),
  };
}

function ofRelation(trace: Extract<Trace, { kind: "relation" }>): Because {
  const { related, bound } = trace;
  const count = `${related.subjects.length}${related.complete ? "" : " or more"}`;
  return {
    kind: "relation",
    id: bound.relation,
    subject: trace.subject,
    value: triOfMask(trace.mask),
    seen: count,
    test: bound.kind,
    children: deciding(trace.parts, bound.kind === "every", triOfMask(trace.mask)).flatMap(
      becauseOf,
    ),
  };
}

/**
 * The parts that decided a group: of `all`, whatever it says came from the parts that say the same (every part when it holds, the
 * failing ones when it fails, the open ones when it is open); of `any`, likewise.
 */
export function deciding(
  parts: readonly Trace[],
  all: boolean,
  value: Because["value"],
): readonly Trace[] {
  const everyPart = all ? value === "holds" : value === "fails";
  return everyPart ? parts : parts.filter((part) => triOfMask(part.mask) === value);
}

/** What decided a condition, and nothing else. */
export function becauseOf(trace: Trace): readonly Because[] {
  switch (trace.kind) {
    case "group":
      return deciding(trace.parts, trace.bound.kind === "all", triOfMask(trace.mask)).flatMap(
        becauseOf,
      );
    case "not":
      return becauseOf(trace.part);
    case "def":
      return trace.bound.kind === "def" ? [ofDefinition(trace, trace.bound.definition)] : [];
    case "fact":
      return [ofFact(trace)];
    case "known":
      return [
        {
          kind: "fact",
          id: trace.bound.fact,
          subject: trace.subject,
          value: triOfMask(trace.mask),
          seen: answerText(trace.answer),
          test: "known",
        },
      ];
    case "relation":
      return [ofRelation(trace)];
    case "param":
      return [ofState(trace)];
  }
}

function ofDefinition(
  trace: Extract<Trace, { kind: "def" | "not" }>,
  definition: { readonly id: string; readonly sources: readonly string[] },
): Because {
  return {
    kind: "definition",
    id: definition.id,
    subject: trace.subject,
    value: triOfMask(trace.mask),
    seen: triOfMask(trace.mask),
    sources: definition.sources,
    children: becauseOf(trace.part),
  };
}
