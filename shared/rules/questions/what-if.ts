import type { FactAnswer, FactArgs, FactSource, Subject } from "#shared/facts";
import { canonicalJson, type Tri } from "#shared/kernel";
import { evaluate } from "../evaluate/evaluate.ts";
import type { EvaluateOptions } from "../evaluate/evaluate-lane.ts";
import type { Because, Finding, TrackReport } from "../evaluate/report-types.ts";
import type { Program } from "../pack/program.ts";

/** One fact supposed to be otherwise; an answer that is not known supposes it unanswered. */
export type FactChange = {
  readonly fact: string;
  readonly subject: Subject;
  readonly args?: FactArgs | undefined;
  readonly answer: FactAnswer;
};

/** A finding that differs between two reports, and what decides it now. `absent`: the rule does not operate or has no such subject. */
export type FindingMove = {
  readonly rule: string;
  readonly subject: Subject;
  readonly from: Tri | "absent";
  readonly to: Tri | "absent";
  readonly effectFrom?: Finding["effect"];
  readonly effectTo?: Finding["effect"];
  readonly because: readonly Because[];
};

function nameOf(fact: string, subject: Subject, args: FactArgs | undefined): string {
  return `${fact}|${subject.kind}|${subject.id}|${args === undefined ? "" : canonicalJson(args)}`;
}

/** The same facts with some of them replaced; everything else is asked of the source below. */
export function overlay(facts: FactSource, changes: readonly FactChange[]): FactSource {
  const changed = new Map(
    changes.map((one) => [nameOf(one.fact, one.subject, one.args), one.answer]),
  );
  return {
    ...facts,
    answer: (fact, subject, args) =>
      changed.get(nameOf(fact, subject, args)) ?? facts.answer(fact, subject, args),
  };
}

function keyOf(finding: Finding): string {
  return `${finding.rule}|${finding.subject.kind}|${finding.subject.id}`;
}

/** The findings that differ between two reports of one track, in the order of their rules. */
function movesBetween(before: TrackReport, after: TrackReport): readonly FindingMove[] {
  const was = new Map(before.findings.map((finding) => [keyOf(finding), finding]));
  const is = new Map(after.findings.map((finding) => [keyOf(finding), finding]));
  const moves: FindingMove[] = [];
  for (const key of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const from = was.get(key);
    const to = is.get(key);
    const either = to ?? from;
    if (either === undefined) continue;
    if (from?.value === to?.value && from?.effect === to?.effect) continue;
    moves.push({
      rule: either.rule,
      subject: either.subject,
      from: from?.value ?? "absent",
      to: to?.value ?? "absent",
      ...(from ? { effectFrom: from.effect } : {}),
      ...(to ? { effectTo: to.effect } : {}),
      because: (to ?? from)?.because ?? [],
    });
  }
  return moves;
}

/** The track as it is, as it would be with some facts otherwise, and which findings move. Nothing is stored. */
export function whatIf(
  program: Program,
  facts: FactSource,
  changes: readonly FactChange[],
  options: EvaluateOptions,
): {
  readonly before: TrackReport;
  readonly after: TrackReport;
  readonly moves: readonly FindingMove[];
} {
  const before = evaluate(program, facts, options);
  const after = evaluate(program, overlay(facts, changes), options);
  return { before, after, moves: movesBetween(before, after) };
}
