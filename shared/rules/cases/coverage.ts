import type { FactSource } from "#shared/facts";
import type { Tri } from "#shared/kernel";
import { evaluate } from "../evaluate/evaluate.ts";
import type { EvaluateOptions } from "../evaluate/evaluate-lane.ts";
import type { Program } from "../pack/program.ts";

/** How often a rule was seen to hold, to fail and to be unknown. */
export type RuleCoverage = {
  readonly rule: string;
  readonly holds: number;
  readonly fails: number;
  readonly unknown: number;
  /** Values that no run showed. */
  readonly unseen: readonly Tri[];
};

/** One run: the facts of a dossier on a day under a reading. */
export type CoverageRun = { readonly facts: FactSource; readonly options: EvaluateOptions };

const values: readonly Tri[] = ["holds", "fails", "unknown"];

/** Which rules the runs exercise, every rule of the pack in order of its id. */
export function coverageOf(program: Program, runs: Iterable<CoverageRun>): readonly RuleCoverage[] {
  const counts = new Map(
    program.pack.rules.map((rule) => [rule.id, { holds: 0, fails: 0, unknown: 0 }]),
  );
  for (const { facts, options } of runs)
    for (const finding of evaluate(program, facts, options).findings) {
      const count = counts.get(finding.rule);
      if (count) count[finding.value] += 1;
    }
  return [...counts.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, count]) => ({
      rule,
      ...count,
      unseen: values.filter((value) => count[value] === 0),
    }));
}
