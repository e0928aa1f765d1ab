import type { FactArgs, FactCatalogue, FactSpec, SubjectKind } from "#shared/facts";
import { type CivilDate, canonicalJson, isWithin } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import { dayValue, type Test, testMask, testsOn } from "../evaluate/compare.ts";
import { FAILS, HOLDS, LAW, type Mask } from "../evaluate/mask.ts";
import { Backings } from "../explain/citations.ts";
import {
  type Condition,
  type Definition,
  type Lane,
  lanes,
  type Reading,
  type Rule,
  type Source,
} from "../pack/pack-schema.ts";
import { type DayState, isMonthEdge, parameterOn, widened } from "../pack/parameter.ts";
import type { Program } from "../pack/program.ts";
import { argsWith, parametersOfArgs } from "./pack-args.ts";

/** A condition made ready for one day and one reading: parameters are values now, vague terms have their reading. */
export type Bound =
  | { readonly kind: "all" | "any"; readonly of: readonly Bound[] }
  | { readonly kind: "not"; readonly of: Bound }
  | {
      readonly kind: "def";
      readonly definition: Definition;
      readonly slot: number;
      readonly of: Bound;
    }
  | {
      readonly kind: "fact";
      readonly fact: string;
      readonly spec: FactSpec;
      readonly args: FactArgs | undefined;
      /** Distinguishes questions about the same fact with other arguments. */
      readonly variant: string;
      /** Place of the question among all of the program on this day. */
      readonly question: number;
      readonly tests: readonly Test[];
    }
  | {
      readonly kind: "known";
      readonly fact: string;
      readonly args: FactArgs | undefined;
      readonly variant: string;
      readonly question: number;
    }
  | {
      readonly kind: "some" | "every";
      readonly relation: string;
      /** The same walk has the same place whichever rule takes it. */
      readonly slot: number;
      readonly of: Bound;
    }
  | {
      readonly kind: "param";
      readonly parameter: DayState;
      readonly states: readonly string[] | undefined;
      readonly tests: readonly Test[];
      readonly mask: Mask;
    };

/** What a finding does in this reading. */
export type BoundEffect = Lane | "information" | "warning" | "red-flag" | "disclosure";

/** A rule in force on the day, with what it does in this reading. */
export type BoundRule = {
  readonly rule: Rule;
  readonly effect: BoundEffect;
  /** Place of the lane in the table, 0 the most severe; undefined where the rule only tells. */
  readonly severity: number | undefined;
  readonly when: Bound;
  readonly subject: SubjectKind;
  readonly notes: readonly string[];
};

/** A program on one day under one reading. */
export type BoundProgram = {
  readonly program: Program;
  readonly asOf: CivilDate;
  readonly reading: Reading;
  /** Rules that set lanes, most severe first; then those that only tell. */
  readonly rules: readonly BoundRule[];
  readonly laneRules: readonly BoundRule[];
  readonly parameters: ReadonlyMap<string, DayState>;
  /** How many different questions the rules put. */
  readonly questions: number;
  readonly sources: ReadonlyMap<string, Source>;
  readonly backings: Backings;
};

type Binder = {
  readonly parameters: ReadonlyMap<string, DayState>;
  readonly catalogue: FactCatalogue;
  readonly definition: (id: string) => Bound;
  readonly walk: (condition: Walk) => Bound;
  /** Place of a question; the same fact with the same arguments has the same place. */
  readonly question: (name: string) => number;
};

type Walk = Extract<Condition, { some: string } | { every: string }>;

const SILENT: Omit<DayState, "parameter"> = {
  state: "silent",
  value: undefined,
  careful: undefined,
  sources: [],
  notes: [],
};

function stateMask(day: DayState, states: readonly string[] | undefined): Mask {
  if (states === undefined || states.includes(day.state)) return HOLDS;
  // Unverified law may turn out to be in force; nothing else is presumed of it.
  return day.state === "unverified" && states.includes("in-force") ? LAW : FAILS;
}

function valueMask(
  day: DayState,
  tests: readonly Test[],
  states: readonly string[] | undefined,
): Mask {
  if (tests.length === 0) return HOLDS;
  // A condition that names the states it wants reads the value in any of them.
  const named = states?.includes(day.state) === true && day.state !== "unverified";
  const worth =
    named && day.value !== undefined ? { value: day.value, strength: HOLDS } : dayValue(day);
  const value = worth.value;
  if (value === undefined) return worth.strength;
  let mask = HOLDS;
  for (const test of tests) {
    const answer =
      typeof value === "boolean"
        ? ({ known: true, value } as const)
        : ({ known: true, value: String(value) } as const);
    mask &= testMask(test, answer) & worth.strength;
  }
  return mask;
}

function typeOfValue(day: DayState): "bool" | "number" | "text" {
  const value = day.value ?? day.careful;
  if (typeof value === "boolean") return "bool";
  return typeof value === "number" ? "number" : "text";
}

function bindParameter(condition: Extract<Condition, { param: string }>, binder: Binder): Bound {
  const parameter = binder.parameters.get(condition.param) ?? {
    ...SILENT,
    parameter: condition.param,
  };
  const tests = testsOn(condition, typeOfValue(parameter), binder.parameters);
  return {
    kind: "param",
    parameter,
    states: condition.state,
    tests,
    mask: stateMask(parameter, condition.state) & valueMask(parameter, tests, condition.state),
  };
}

function variantOf(args: FactArgs | undefined): string {
  return args === undefined ? "" : canonicalJson(args);
}

function specOf(binder: Binder, fact: string): FactSpec {
  const spec = binder.catalogue.facts.get(fact);
  if (spec === undefined)
    throw new Error(`fact ${fact} left the catalogue after the pack was compiled`);
  return spec;
}

/** What a parameter inside arguments is worth: without a value on the day the fact cannot even be asked. */
function bindArgument(id: string, binder: Binder): Bound & { readonly kind: "param" } {
  const parameter = binder.parameters.get(id) ?? { ...SILENT, parameter: id };
  const mask = dayValue(parameter).strength;
  return { kind: "param", parameter, states: undefined, tests: [], mask };
}

function bindFact(condition: Extract<Condition, { fact: string }>, binder: Binder): Bound {
  const spec = specOf(binder, condition.fact);
  const named = [...parametersOfArgs(condition.args)].sort();
  const values = new Map(named.map((id) => [id, dayValue(binder.parameters.get(id)).value]));
  const args = argsWith(condition.args, (id) => values.get(id));
  const variant = variantOf(args);
  const fact: Bound = {
    kind: "fact",
    fact: condition.fact,
    spec,
    args,
    variant,
    question: binder.question(`${condition.fact} ${variant}`),
    tests: testsOn(condition, spec.type, binder.parameters),
  };
  if (named.length === 0) return fact;
  const worth = named.map((id) => bindArgument(id, binder));
  const isWhole = [...values.values()].every((value) => value !== undefined);
  return { kind: "all", of: isWhole ? [...worth, fact] : worth };
}

function bindCondition(condition: Condition, binder: Binder): Bound {
  if ("all" in condition)
    return { kind: "all", of: condition.all.map((part) => bindCondition(part, binder)) };
  if ("any" in condition)
    return { kind: "any", of: condition.any.map((part) => bindCondition(part, binder)) };
  if ("not" in condition) return { kind: "not", of: bindCondition(condition.not, binder) };
  if ("def" in condition) return binder.definition(condition.def);
  if ("fact" in condition) return bindFact(condition, binder);
  if ("known" in condition)
    return {
      kind: "known",
      fact: condition.known,
      args: condition.args,
      variant: variantOf(condition.args),
      question: binder.question(`${condition.known} ${variantOf(condition.args)}`),
    };
  if ("some" in condition || "every" in condition) return binder.walk(condition);
  return bindParameter(condition, binder);
}

/** The condition of a definition under a reading. */
export function readingOf(definition: Definition, reading: Reading): Condition {
  return "when" in definition ? definition.when : definition[reading];
}

/** What a rule does under a reading; undefined where it is silent there. */
export function effectOf(rule: Rule, reading: Reading): BoundEffect | undefined {
  if ("lane" in rule.effect) return rule.effect.lane;
  if ("tells" in rule.effect) return rule.effect.tells;
  return rule.effect.byReading[reading] ?? undefined;
}

function severityOf(effect: BoundEffect): number | undefined {
  for (const [index, lane] of lanes.entries()) if (lane === effect) return index;
  return undefined;
}

/** Whether a rule operates on the day; month-wide edges are widened. */
export function operatesOn(rule: Rule, day: CivilDate): boolean {
  const wide = widened(rule);
  return isWithin(day, wide.from, wide.to);
}

function bindRule(rule: Rule, effect: BoundEffect, day: CivilDate, binder: Binder): BoundRule {
  const notes: string[] = [];
  if (isMonthEdge(day, rule)) notes.push("month-edge");
  if (rule.checked !== undefined && day > rule.checked) notes.push("verify");
  return {
    rule,
    effect,
    severity: severityOf(effect),
    when: bindCondition(rule.when, binder),
    subject: rule.subject,
    notes,
  };
}

function createBinder(
  program: Program,
  parameters: ReadonlyMap<string, DayState>,
  reading: Reading,
) {
  const bound = new Map<string, Bound>();
  const questions = new Map<string, number>();
  const walks = new Map<string, Bound>();
  let slots = 0;
  const nextSlot = () => {
    slots += 1;
    return slots - 1;
  };
  const binder: Binder = {
    question: (name) => {
      const known = questions.get(name);
      if (known !== undefined) return known;
      questions.set(name, questions.size);
      return questions.size - 1;
    },
    parameters,
    catalogue: program.catalogue,
    definition: (id) => {
      const done = bound.get(id);
      if (done) return done;
      const definition = program.definitions.get(id);
      if (definition === undefined)
        throw new Error(`definition ${id} left the pack after it was compiled`);
      const of = bindCondition(readingOf(definition, reading), binder);
      const node: Bound = { kind: "def", definition, slot: nextSlot(), of };
      bound.set(id, node);
      return node;
    },
    // A dozen rules ask "is any line covered?": what it says of a subject is found, and explained, once.
    walk: (condition) => {
      const name = canonicalJson(condition);
      const done = walks.get(name);
      if (done) return done;
      const of = bindCondition(condition.where, binder);
      const slot = nextSlot();
      const node: Bound =
        "some" in condition
          ? { kind: "some", relation: condition.some, slot, of }
          : { kind: "every", relation: condition.every, slot, of };
      walks.set(name, node);
      return node;
    },
  };
  return { binder, questions: () => questions.size };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function parametersOn(
  program: Program,
  asOf: CivilDate,
  lookups: readonly Lookup[],
): ReadonlyMap<string, DayState> {
  const context = { track: program.pack.track, sources: program.sources, lookups };
  return new Map(
    program.pack.parameters.map((one) => [one.id, parameterOn(one, asOf, context)] as const),
  );
}

/** Prepares conditions outside the rules, all with one look at the day's parameters. */
export function bindEach(
  program: Program,
  conditions: readonly Condition[],
  asOf: CivilDate,
  reading: Reading,
): readonly Bound[] {
  const { binder } = createBinder(program, parametersOn(program, asOf, []), reading);
  return conditions.map((condition) => bindCondition(condition, binder));
}

/** Prepares one condition by itself. */
export function bindAlone(
  program: Program,
  condition: Condition,
  asOf: CivilDate,
  reading: Reading,
): Bound {
  return bindCondition(
    condition,
    createBinder(program, parametersOn(program, asOf, []), reading).binder,
  );
}

/** Prepares a program for one day and reading. The order of the result does not depend on the order in the pack. */
export function bind(
  program: Program,
  asOf: CivilDate,
  reading: Reading,
  lookups: readonly Lookup[],
): BoundProgram {
  const parameters = parametersOn(program, asOf, lookups);
  const { binder, questions } = createBinder(program, parameters, reading);
  const rules: BoundRule[] = [];
  for (const rule of program.pack.rules) {
    const effect = effectOf(rule, reading);
    if (effect !== undefined && operatesOn(rule, asOf))
      rules.push(bindRule(rule, effect, asOf, binder));
  }
  rules.sort(
    (a, b) =>
      (a.severity ?? lanes.length) - (b.severity ?? lanes.length) ||
      compareText(a.effect, b.effect) ||
      compareText(a.rule.id, b.rule.id),
  );
  return {
    program,
    asOf,
    reading,
    rules,
    laneRules: rules.filter((rule) => rule.severity !== undefined),
    parameters,
    questions: questions(),
    sources: program.sources,
    backings: new Backings(),
  };
}
