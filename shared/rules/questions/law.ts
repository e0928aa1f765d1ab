import type { FactSource } from "#shared/facts";
import { type CivilDate, daysBetween } from "#shared/kernel";
import { type EvaluateOptions, evaluateLane } from "../evaluate/evaluate-lane.ts";
import type { LawOpen, LawReport } from "../evaluate/report-types.ts";
import type { Lane, Parameter, Period } from "../pack/pack-schema.ts";
import { isPressOnly, type Scalar, valuesOf } from "../pack/parameter.ts";
import type { Program } from "../pack/program.ts";

type LastKnown = LawOpen["lastKnown"];

const NOTHING_KNOWN: LastKnown = { value: null, from: null, to: null, ageDays: null };

/** What a period says as a value of the parameter's type; a switch that does not operate is off. */
function valueIn(parameter: Parameter, { state, value }: Period): Scalar | undefined {
  if (state === "in-force") return value;
  return valuesOf(parameter).some((one) => typeof one === "boolean") ? false : undefined;
}

/** The last day for which a period is known to say what it says: its own end, or for a press report the day it was last seen. */
function knownTo({ to, checked, sources }: Period, asOf: CivilDate, program: Program): CivilDate {
  const isDated = to !== null && !isPressOnly(sources, program.sources);
  const seen = isDated || checked > asOf ? asOf : checked;
  return to !== null && to < seen ? to : seen;
}

/** The last state of a parameter that was known for certain on or before a day. */
function lastKnownOf(parameter: Parameter, asOf: CivilDate, program: Program): LastKnown {
  const before = parameter.periods
    .filter(
      ({ from, state }) => state !== "unverified" && state !== "silent" && (from ?? "") <= asOf,
    )
    .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? 1 : -1));
  for (const period of before) {
    const value = valueIn(parameter, period);
    if (value === undefined) continue;
    const to = knownTo(period, asOf, program);
    return { value, from: period.from, to, ageDays: daysBetween(to, asOf) };
  }
  return NOTHING_KNOWN;
}

/** The value of the careful branch on a day: the pack's own, or the strictest of the list. */
function carefulOf(parameter: Parameter, asOf: CivilDate): Scalar | undefined {
  const period = parameter.periods.find(
    ({ from, to }) => (from ?? "") <= asOf && (to === null || asOf <= to),
  );
  return period?.careful ?? parameter.values?.at(-1);
}

/**
 * What would follow from each state of the law that is open: each parameter alone, the others at their last known value, and all at
 * their worst. It asserts nothing of what applies; a parameter without any last known value stays open while others are varied.
 */
export function lawOf(
  program: Program,
  facts: FactSource,
  options: EvaluateOptions,
  open: readonly string[],
): LawReport {
  const { asOf } = options;
  const laneAt = (values: ReadonlyMap<string, Scalar>): Lane =>
    evaluateLane(program, facts, { ...options, supposed: values }).lane;
  const parameters = open.flatMap((id) => program.parameters.get(id) ?? []);
  const known = parameters.map((parameter) => ({
    parameter,
    last: lastKnownOf(parameter, asOf, program),
  }));
  const lastValues = new Map<string, Scalar>();
  const worstValues = new Map<string, Scalar>();
  for (const { parameter, last } of known) {
    if (last.value !== null) lastValues.set(parameter.id, last.value);
    const worst = carefulOf(parameter, asOf);
    if (worst !== undefined) worstValues.set(parameter.id, worst);
  }
  const ifStillHolds = laneAt(lastValues);
  return {
    state: open.length === 0 ? "settled" : "last-known",
    open: known.map(({ parameter, last }) => ({
      parameter: parameter.id,
      lastKnown: last,
      ifStillHolds,
      // In the order of their names: nothing here ranks one outcome before another.
      others: valuesOf(parameter)
        .filter((value) => value !== last.value)
        .toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
        .map((value) => ({ value, lane: laneAt(new Map(lastValues).set(parameter.id, value)) })),
    })),
    allWorst: laneAt(worstValues),
  };
}
