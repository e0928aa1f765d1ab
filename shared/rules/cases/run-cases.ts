import type { FactSource } from "#shared/facts";
import type { AppError, Result, Tri } from "#shared/kernel";
import { evaluate } from "../evaluate/evaluate.ts";
import type { EvaluateOptions } from "../evaluate/evaluate-lane.ts";
import type { TrackReport } from "../evaluate/report-types.ts";
import { checkLookups } from "../pack/lookups.ts";
import type { Program } from "../pack/program.ts";
import type { PackCase } from "./case-schema.ts";

/** One expectation that was not met. */
export type CaseProblem = {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
};

/** How a case came out; `error` when its dossier could not be made. */
export type CaseResult = {
  readonly name: string;
  readonly ok: boolean;
  readonly problems: readonly CaseProblem[];
  readonly error?: AppError;
};

const strength: readonly Tri[] = ["holds", "unknown", "fails"];

function strongestValue(report: TrackReport, rule: string): Tri | "absent" {
  const values = new Set(
    report.findings.filter((finding) => finding.rule === rule).map((finding) => finding.value),
  );
  return strength.find((value) => values.has(value)) ?? "absent";
}

function missing(
  what: string,
  wanted: readonly string[],
  found: ReadonlySet<string>,
): CaseProblem[] {
  return wanted
    .filter((one) => !found.has(one))
    .map((one) => ({ what, expected: one, found: [...found].sort().join(", ") || "-" }));
}

/** What a report does not give although the case expects it. */
export function compareCase(expected: PackCase["expect"], report: TrackReport): CaseProblem[] {
  const problems: CaseProblem[] = [];
  for (const what of ["lane", "atBest", "atWorst"] as const) {
    const wanted = expected[what];
    if (wanted !== undefined && wanted !== report[what])
      problems.push({ what, expected: wanted, found: report[what] });
  }
  for (const [rule, wanted] of Object.entries(expected.findings ?? {})) {
    const found = strongestValue(report, rule);
    if (found !== wanted) problems.push({ what: `finding ${rule}`, expected: wanted, found });
  }
  for (const [rule, wanted] of Object.entries(expected.stops ?? {})) {
    const held = report.findings.filter((one) => one.rule === rule && one.value === "holds");
    const found = held.some((one) => one.stop === true);
    if (found !== wanted || held.length === 0)
      problems.push({
        what: `stop ${rule}`,
        expected: String(wanted),
        found: held.length === 0 ? "-" : String(found),
      });
  }
  const conditions = new Set(report.conditions.map((one) => one.id));
  const verify = new Set(report.verify.map((one) => one.parameter));
  const asked = new Set(report.questions.map((ask) => ask.fact));
  problems.push(
    ...missing("condition", expected.conditions ?? [], conditions),
    ...missing("verify", expected.verify ?? [], verify),
    ...missing("ask", expected.asks ?? [], asked),
  );
  return problems;
}

/** The day, reading and look-ups that a case states; of look-ups, those confirmed that it names. */
export function optionsOfCase(one: PackCase): EvaluateOptions {
  const { asOf, reading = "working", lookups, confirmed } = one;
  return { asOf, reading, lookups, confirmed: new Set(confirmed) };
}

/** Runs the cases of a pack. `factsOf` makes the facts of a case's dossier, or says why it cannot. */
export function runCases(
  program: Program,
  factsOf: (one: PackCase) => Result<FactSource>,
): readonly CaseResult[] {
  return program.cases.map((one) => {
    const entered = checkLookups([program], one.lookups ?? []);
    const facts = entered.ok ? factsOf(one) : entered;
    if (!facts.ok) return { name: one.name, ok: false, problems: [], error: facts.error };
    const problems = compareCase(one.expect, evaluate(program, facts.value, optionsOfCase(one)));
    return { name: one.name, ok: problems.length === 0, problems };
  });
}
