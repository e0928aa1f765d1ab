import type { FactOwner, Subject } from "#shared/facts";
import { type CivilDate, err, ok, type Result } from "#shared/kernel";
import {
  type Because,
  evaluate,
  type FactChange,
  type Lane,
  overlay,
  type Program,
  type Reading,
  type Track,
  type TrackReport,
  tracks,
} from "#shared/rules";
import { type CheckInput, gatherFacts, programsOf } from "../run-check.ts";
import { decidingFindings } from "./deciding.ts";

/** What is supposed in one row of a plan: a state of the law, or what somebody other than the buyer may yet state. */
export type Supposed =
  | { readonly kind: "as-it-stands" }
  | {
      readonly kind: "law";
      readonly parameter: string;
      readonly value: string | number | boolean;
    }
  | {
      readonly kind: "answer";
      readonly fact: string;
      readonly subject: Subject;
      readonly owner: FactOwner;
      readonly value: boolean;
    };

/** In which lane the order stands on a day under a reading, given one supposition, and which stated facts carry that. */
export type PlanRow = {
  readonly track: Track;
  readonly asOf: CivilDate;
  readonly reading: Reading;
  readonly supposed: Supposed;
  readonly lane: Lane;
  readonly atBest: Lane;
  readonly atWorst: Lane;
  readonly carriedBy: readonly { readonly fact: string; readonly subject: Subject }[];
};

type Carrier = PlanRow["carriedBy"][number];

function collect(items: readonly Because[], into: Map<string, Carrier>): undefined {
  for (const { kind, id, subject, children } of items) {
    if (kind === "fact" && subject) into.set(`${id}@${subject.id}`, { fact: id, subject });
    collect(children ?? [], into);
  }
}

/** The facts that the deciding findings rest on, in the order of their names. */
function carriersOf(report: TrackReport): readonly Carrier[] {
  const found = new Map<string, Carrier>();
  for (const { because } of decidingFindings(report)) collect(because, found);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** What exporter, laboratory or authority have yet to state by a plain yes or no; never a fact of the buyer's. */
function othersAnswers(program: Program, { conditions }: TrackReport): readonly Supposed[] {
  return conditions.flatMap(({ id, subject, owner }) => {
    const isPlain = program.catalogue.facts.get(id)?.type === "bool" && owner !== "buyer";
    if (!isPlain) return [];
    return [true, false].map(
      (value) => ({ kind: "answer", fact: id, subject, owner, value }) as const,
    );
  });
}

function lawStates({ law }: TrackReport): readonly Supposed[] {
  return law.open.flatMap(({ parameter, lastKnown, others }) => {
    const last = lastKnown.value === null ? [] : [lastKnown.value];
    return [...last, ...others.map(({ value }) => value)]
      .toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
      .map((value) => ({ kind: "law", parameter, value }) as const);
  });
}

function rowsOn(
  input: CheckInput,
  program: Program,
  asOf: CivilDate,
  reading: Reading,
): readonly PlanRow[] {
  const facts = gatherFacts({ ...input, asOf });
  const { track } = program.pack;
  const options = {
    asOf,
    reading,
    lookups: input.dossier.order.lookups,
    confirmed: input.confirmed,
  };
  const row = (supposed: Supposed, report: TrackReport): PlanRow => {
    const { lane, atBest, atWorst } = report;
    return { track, asOf, reading, supposed, lane, atBest, atWorst, carriedBy: carriersOf(report) };
  };
  const asItStands = evaluate(program, facts, options);
  const suppose = (supposed: Supposed): PlanRow => {
    if (supposed.kind === "law") {
      const values = new Map([[supposed.parameter, supposed.value]]);
      return row(supposed, evaluate(program, facts, { ...options, supposed: values }));
    }
    if (supposed.kind === "as-it-stands") return row(supposed, asItStands);
    const { fact, subject, value } = supposed;
    const change: FactChange = { fact, subject, answer: { known: true, value } };
    return row(supposed, evaluate(program, overlay(facts, [change]), options));
  };
  return [
    { kind: "as-it-stands" } as const,
    ...lawStates(asItStands),
    ...othersAnswers(program, asItStands),
  ].map(suppose);
}

/** Days from which the pack already says that something changes, later than a day. */
export function comingDays(programs: readonly Program[], after: CivilDate): readonly CivilDate[] {
  const found = new Set<CivilDate>();
  for (const { pack } of programs)
    for (const { from } of [...pack.parameters.flatMap(({ periods }) => periods), ...pack.rules])
      if (from !== null && from > after) found.add(from);
  return [...found].sort();
}

/**
 * In which states of the law and answers of authorities, on which days and under which readings, the order stands in which lane, and
 * which facts carry it. Open law and what others have yet to state vary freely; what the buyer stated is taken as it is and never
 * searched. Rows stand in the order of days, readings and names: no outcome is ranked before another.
 */
export function planOf(
  input: CheckInput,
  {
    days,
    readings,
  }: { readonly days: readonly CivilDate[]; readonly readings: readonly Reading[] },
): Result<readonly PlanRow[]> {
  const programs = programsOf(input);
  if (!programs.ok) return err(programs.error);
  return ok(
    tracks.flatMap((track) =>
      days.flatMap((day) =>
        readings.flatMap((reading) => rowsOn(input, programs.value[track], day, reading)),
      ),
    ),
  );
}
