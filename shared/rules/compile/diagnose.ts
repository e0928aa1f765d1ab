import type { FactCatalogue, FactSource, Subject, SubjectKind } from "#shared/facts";
import { addDays, type CivilDate, isWithin } from "#shared/kernel";
import { FAILS, HOLDS } from "../evaluate/mask.ts";
import { createRun } from "../evaluate/run.ts";
import { look } from "../evaluate/walk.ts";

import {
  type Condition,
  type Definition,
  type Reading,
  type Rule,
  readings,
} from "../pack/pack-schema.ts";
import { type Scalar, widened } from "../pack/parameter.ts";
import type { Bound, BoundProgram, BoundRule, Program } from "../pack/program.ts";
import { QuestionFinder } from "../questions/ask.ts";
import { bind, bindAlone } from "./bind.ts";
import { conditionsOf } from "./check-references.ts";
import { effectOf } from "./effect.ts";
import { parametersOfArgs } from "./pack-args.ts";

/** A remark about a pack that can be made without any dossier. */
export type Diagnostic = {
  readonly code:
    | "never-holds"
    | "always-holds"
    | "implied"
    | "contradicts"
    | "gap"
    | "unused-parameter"
    | "unused-definition"
    | "unused-source";
  /** Rule, parameter, definition or source. */
  readonly id: string;
  /** The other rule, the days of a gap, the reading: what the remark needs to be understood. */
  readonly params: { readonly [name: string]: string };
};

const NO_LIMIT = { maxKeys: Number.POSITIVE_INFINITY, maxCubes: 1_500, maxWork: 1_000_000 };

function relatedTo(relation: string, subject: Subject, kind: SubjectKind): Subject {
  return { kind, id: `${subject.id}/${relation}` };
}

/** A dossier about which nothing is known yet: every fact is open, every relation may have members. */
function openWorld(catalogue: FactCatalogue): FactSource {
  const ask = (key: string, fact: string, subject: Subject) => [
    { key, fact, subject, owner: "buyer" as const, path: "-" },
  ];
  return {
    answer: (fact, subject, args) => {
      const key = `${fact}@${subject.kind}:${subject.id}${args === undefined ? "" : JSON.stringify(args)}`;
      return { known: false, owner: "buyer", ask: ask(key, fact, subject) };
    },
    related: (relation, subject) => {
      const kind = catalogue.relations.get(relation)?.to ?? subject.kind;
      return {
        subjects: [relatedTo(relation, subject, kind)],
        complete: false,
        ask: ask(`${relation}@${subject.id}`, relation, subject),
      };
    },
    subjects: (kind) => [{ kind, id: "any" }],
  };
}

type Conclusion = {
  readonly possible: boolean;
  readonly avoidable: boolean;
  readonly sure: boolean;
};

/** Whether a condition asks if something is given at all: of that, an open world can say nothing. */
function asksWhetherGiven(bound: Bound): boolean {
  switch (bound.kind) {
    case "known":
      return true;
    case "fact":
    case "param":
      return false;
    case "all":
    case "any":
      return bound.of.some(asksWhetherGiven);
    case "law":
      return [...(bound.mild ? [bound.mild] : []), ...bound.careful].some(asksWhetherGiven);
    default:
      return asksWhetherGiven(bound.of);
  }
}

/** Whether some answers make a rule hold, and some make it fail; `sure` is false where there were too many ways to tell. */
function conclude(rule: BoundRule, facts: FactSource): Conclusion {
  if (asksWhetherGiven(rule.when)) return { possible: true, avoidable: true, sure: false };
  const trace = look(createRun(facts, 0), rule.when, { kind: rule.subject, id: "any" });
  const asker = new QuestionFinder([trace], NO_LIMIT);
  const possible = asker.implicants(trace, true, true, "max").length > 0;
  const avoidable = asker.implicants(trace, false, true, "min").length > 0;
  return { possible, avoidable, sure: !asker.algebra.truncated };
}

/** Whether there are answers under which the first condition holds and the second does not; true where that cannot be told. */
function apart(a: Bound, b: Bound, kind: SubjectKind, facts: FactSource): boolean {
  if (asksWhetherGiven(a) || asksWhetherGiven(b)) return true;
  const run = createRun(facts, 0);
  const subject = { kind, id: "any" };
  const first = look(run, a, subject);
  const second = look(run, b, subject);
  if (first.mask === FAILS || second.mask === HOLDS) return false;
  const asker = new QuestionFinder([first, second], NO_LIMIT);
  const ways = asker.algebra.both(
    asker.implicants(first, true, true, "max"),
    asker.implicants(second, false, true, "min"),
  );
  return ways.length > 0 || asker.algebra.truncated;
}

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one case for each kind of condition
function parametersIn(
  condition: Condition,
  program: Program,
  into: Set<string>,
  seen: Set<string>,
): void {
  if ("all" in condition) for (const part of condition.all) parametersIn(part, program, into, seen);
  else if ("any" in condition)
    for (const part of condition.any) parametersIn(part, program, into, seen);
  else if ("not" in condition) parametersIn(condition.not, program, into, seen);
  else if ("where" in condition) parametersIn(condition.where, program, into, seen);
  else if ("def" in condition) {
    const definition = program.definitions.get(condition.def);
    if (definition === undefined || seen.has(definition.id)) return;
    seen.add(definition.id);
    for (const part of conditionsOf(definition)) parametersIn(part, program, into, seen);
  } else {
    if ("param" in condition) into.add(condition.param);
    if ("args" in condition) for (const id of parametersOfArgs(condition.args)) into.add(id);
    for (const operand of Object.values(condition))
      if (typeof operand === "object" && operand !== null && "param" in operand)
        into.add(String(operand.param));
  }
}

/** Days on which a rule's law can differ: the edges of its parameters within its own days. */
function edgeDays(rule: Rule, program: Program): readonly CivilDate[] {
  const names = new Set<string>();
  parametersIn(rule.when, program, names, new Set());
  const wide = widened(rule);
  const first = [wide.from, program.pack.covers.from].reduce<CivilDate | null>(
    (latest, day) => (day !== null && (latest === null || day > latest) ? day : latest),
    null,
  );
  const days = new Set<CivilDate>([first ?? wide.to ?? program.pack.issued]);
  for (const name of names)
    for (const period of program.parameters.get(name)?.periods ?? []) {
      const reach = widened(period);
      for (const day of [reach.from, reach.to, period.checked])
        if (day !== null) for (const step of [-1, 0, 1]) days.add(addDays(day, step));
    }
  return [...days].filter((day) => isWithin(day, first, wide.to)).sort();
}

/** Looks at rules on the days and under the readings that can differ; what was prepared for a day serves every rule. */
class Surveyor {
  private readonly program: Program;
  private readonly facts: FactSource;
  private readonly benches = new Map<string, ReadonlyMap<string, BoundRule>>();

  constructor(program: Program) {
    this.program = program;
    this.facts = openWorld(program.catalogue);
  }

  rulesOn(
    day: CivilDate,
    reading: Reading,
    supposed?: ReadonlyMap<string, Scalar>,
  ): ReadonlyMap<string, BoundRule> {
    const key = `${day}|${reading}|${JSON.stringify([...(supposed ?? [])])}`;
    const known = this.benches.get(key);
    if (known) return known;
    const bench: BoundProgram = bind(this.program, day, reading, { supposed });
    const made = new Map(bench.rules.map((rule) => [rule.rule.id, rule]));
    this.benches.set(key, made);
    return made;
  }

  /** Whether the rule holds on no day under any answers, or on every day whatever the answers. */
  survey(rule: Rule): { readonly never: boolean; readonly always: boolean } {
    let never = true;
    let always = true;
    const days = edgeDays(rule, this.program);
    for (const day of days)
      for (const reading of readings) {
        const bound = this.rulesOn(day, reading).get(rule.id);
        if (bound === undefined) continue;
        const { possible, avoidable, sure } = conclude(bound, this.facts);
        if (possible || !sure) never = false;
        if (avoidable || !sure) always = false;
        if (!never && !always) return { never, always };
      }
    return { never: never && !this.canBeEntered(rule, days.at(-1)), always };
  }

  /** Whether a rule could hold once somebody enters another value of a parameter that it rests on. */
  private canBeEntered(rule: Rule, day: CivilDate | undefined): boolean {
    if (day === undefined) return false;
    const names = new Set<string>();
    parametersIn(rule.when, this.program, names, new Set());
    return [...names].some((name) =>
      (this.program.parameters.get(name)?.values ?? []).some((value) => {
        const supposed = new Map([[name, value]]);
        return readings.some((reading) => {
          const bound = this.rulesOn(day, reading, supposed).get(rule.id);
          return bound !== undefined && conclude(bound, this.facts).possible;
        });
      }),
    );
  }

  /** Whether the first rule never holds without the second, on every day and reading on which it operates. */
  implies(a: Rule, b: Rule): boolean {
    let met = false;
    const days = new Set([...edgeDays(a, this.program), ...edgeDays(b, this.program)]);
    for (const day of days)
      for (const reading of readings) {
        const rules = this.rulesOn(day, reading);
        const first = rules.get(a.id);
        const second = rules.get(b.id);
        if (first === undefined) continue;
        if (second === undefined || apart(first.when, second.when, a.subject, this.facts))
          return false;
        met = true;
      }
    return met;
  }
}

function narrower(
  definition: Definition,
  program: Program,
  facts: FactSource,
): Reading | undefined {
  if ("when" in definition) return undefined;
  const day = program.pack.issued;
  const [narrow, working, broad] = readings.map((reading) =>
    bindAlone(program, definition[reading], day, reading),
  );
  if (narrow === undefined || working === undefined || broad === undefined) return undefined;
  if (surelyApart(narrow, working, definition.subject, facts)) return "working";
  return surelyApart(working, broad, definition.subject, facts) ? "broad" : undefined;
}

/** The facts below a condition, each with the arguments that it is asked with. */
function askedIn(bound: Bound, into: Map<string, Set<string>>): undefined {
  if (bound.kind === "fact") {
    const variants = into.get(bound.fact) ?? new Set();
    into.set(bound.fact, variants.add(bound.variant));
  } else if (bound.kind === "law") {
    for (const part of [...(bound.mild ? [bound.mild] : []), ...bound.careful]) askedIn(part, into);
  } else if ("of" in bound) for (const part of [bound.of].flat()) askedIn(part, into);
}

/** Whether one condition asks a fact with arguments that the other does not give: which of the two says more, no one can tell. */
function asksOtherwise(a: Bound, b: Bound): boolean {
  const [first, second] = [a, b].map((bound) => {
    const found = new Map<string, Set<string>>();
    askedIn(bound, found);
    return found;
  });
  return [...(first ?? [])].some(([fact, variants]) => {
    const others = second?.get(fact);
    return others !== undefined && [...variants].some((one) => !others.has(one));
  });
}

function surelyApart(a: Bound, b: Bound, kind: SubjectKind, facts: FactSource): boolean {
  if (asksWhetherGiven(a) || asksWhetherGiven(b) || asksOtherwise(a, b)) return false;
  const subject = { kind, id: "any" };
  const first = look(createRun(facts, 0), a, subject);
  const second = look(createRun(facts, 0), b, subject);
  const asker = new QuestionFinder([first, second], NO_LIMIT);
  const holds = asker.implicants(first, true, true, "min");
  return asker.algebra.both(holds, asker.implicants(second, false, true, "min")).length > 0;
}

/**
 * Vague terms whose wider reading leaves out what the narrower one takes in, on the day the pack was issued: then "broad" would
 * not be the careful reading any more. Named with the reading that leaves something out.
 */
export function notNested(
  program: Program,
): readonly { readonly id: string; readonly reading: Reading }[] {
  const facts = openWorld(program.catalogue);
  return program.pack.definitions.flatMap((definition) => {
    const reading = narrower(definition, program, facts);
    return reading === undefined ? [] : [{ id: definition.id, reading }];
  });
}

/** Rules that no answers can ever make hold; the compiler refuses them. */
export function neverHolding(program: Program): readonly string[] {
  const surveyor = new Surveyor(program);
  return program.pack.rules
    .filter((rule) => !waitsForLookup(rule, program) && surveyor.survey(rule).never)
    .map((rule) => rule.id);
}

/** Whether a rule names a parameter that can have a value which none of its periods has: a person may look it up one day. */
function waitsForLookup(rule: Rule, program: Program): boolean {
  const names = new Set<string>();
  parametersIn(rule.when, program, names, new Set());
  return [...names].some((name) => {
    const { values = [], periods = [] } = program.parameters.get(name) ?? {};
    return values.some((value) =>
      periods.every((period) => period.value !== value && period.careful !== value),
    );
  });
}

function gapsOf(program: Program): readonly Diagnostic[] {
  return program.pack.parameters.flatMap((parameter) => {
    const reaches = parameter.periods.map(widened);
    const sorted = [...reaches].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
    return sorted.flatMap((reach, index) => {
      const next = sorted[index + 1];
      if (next === undefined || reach.to === null || next.from === null) return [];
      const from = addDays(reach.to, 1);
      if (from >= next.from) return [];
      const to = addDays(next.from, -1);
      return [{ code: "gap" as const, id: parameter.id, params: { from, to } }];
    });
  });
}

function unusedIn(program: Program): readonly Diagnostic[] {
  const text = JSON.stringify([
    program.pack.rules,
    program.pack.definitions,
    program.pack.parameters,
  ]);
  const named = (key: string, id: string) => text.includes(`"${key}":${JSON.stringify(id)}`);
  const cited = new Set<string>();
  for (const list of text.matchAll(/"sources":(\[[^\]]*\])/g))
    for (const id of JSON.parse(list[1] ?? "[]") as string[]) cited.add(id);
  return [
    ...program.pack.parameters
      .filter(({ id }) => !named("param", id))
      .map(({ id }) => ({ code: "unused-parameter" as const, id, params: {} })),
    ...program.pack.definitions
      .filter(({ id }) => !named("def", id))
      .map(({ id }) => ({ code: "unused-definition" as const, id, params: {} })),
    ...[...program.sources.keys()]
      .filter((id) => !cited.has(id))
      .map((id) => ({ code: "unused-source" as const, id, params: {} })),
  ];
}

/** Most pairs of rules that are compared; packs of this desk have far fewer. */
const MAX_PAIRS = 40_000;

function pairsOf(program: Program, surveyor: Surveyor): readonly Diagnostic[] {
  const rules = program.pack.rules.filter((rule) => !("tells" in rule.effect));
  if (rules.length * rules.length > MAX_PAIRS) return [];
  const found: Diagnostic[] = [];
  for (const a of rules)
    for (const b of rules) {
      if (a === b || a.subject !== b.subject || !surveyor.implies(a, b)) continue;
      const [ours, theirs] = [effectOf(a, "working"), effectOf(b, "working")];
      if (ours === theirs) found.push({ code: "implied", id: a.id, params: { by: b.id } });
      else if (surveyor.implies(b, a) && a.id < b.id)
        found.push({ code: "contradicts", id: a.id, params: { other: b.id } });
    }
  return found;
}

/**
 * What can be said of a pack without any dossier: rules that never hold or always do, rules that another one makes needless
 * (`implied`: it never holds alone), pairs that say different lanes of the very same cases (`contradicts`), days of which a
 * parameter says nothing (`gap`), and whatever no rule uses.
 */
export function diagnose(program: Program): readonly Diagnostic[] {
  const surveyor = new Surveyor(program);
  const found: Diagnostic[] = [];
  for (const rule of program.pack.rules) {
    const { never, always } = surveyor.survey(rule);
    if (never) found.push({ code: "never-holds", id: rule.id, params: {} });
    else if (always) found.push({ code: "always-holds", id: rule.id, params: {} });
  }
  return [...found, ...pairsOf(program, surveyor), ...gapsOf(program), ...unusedIn(program)];
}
