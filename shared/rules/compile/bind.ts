import type { FactArgs, FactCatalogue, FactSpec } from "#shared/facts";
import { type CivilDate, canonicalJson, isWithin } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import {
  dayValue,
  operators,
  quickTest,
  type Test,
  testMask,
  testsOn,
} from "../evaluate/compare.ts";
import { FAILS, HOLDS, type Mask } from "../evaluate/mask.ts";
import { testText } from "../evaluate/test-text.ts";
import { Backings } from "../explain/citations.ts";
import {
  type Condition,
  type Definition,
  lanes,
  type Reading,
  type Rule,
} from "../pack/pack-schema.ts";
import {
  type DayState,
  isMonthEdge,
  parameterOn,
  type Scalar,
  type Stand,
  widened,
} from "../pack/parameter.ts";
import type { Bound, BoundProgram, BoundRule, Program } from "../pack/program.ts";
import { type BoundOutcome, outcomeUnder } from "./effect.ts";
import { argsWith, parametersOfArgs } from "./pack-args.ts";

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
  lookups: [],
  open: { mild: undefined, careful: [], others: [] },
};

function valueMask(
  day: DayState,
  tests: readonly Test[],
  states: readonly string[] | undefined,
): Mask {
  // A condition that names the states it wants reads the value in any of them.
  const value = states?.includes(day.state) === true ? day.value : dayValue(day);
  if (tests.length === 0) return HOLDS;
  if (value === undefined) return FAILS;
  const answer = {
    known: true,
    value: typeof value === "boolean" ? value : String(value),
  } as const;
  return tests.reduce((mask, test) => mask & testMask(test, answer), HOLDS);
}

function typeOfValue(day: DayState): "bool" | "number" | "text" {
  const value = day.value ?? day.careful;
  if (typeof value === "boolean") return "bool";
  return typeof value === "number" ? "number" : "text";
}

type ParameterCondition = Extract<Condition, { param: string }>;

function bindParameter(condition: ParameterCondition, binder: Binder): Bound {
  const parameter = stateOf(condition.param, binder);
  const tests = testsOn(condition, typeOfValue(parameter), binder.parameters);
  const { state: states } = condition;
  const isWanted = states === undefined || states.includes(parameter.state);
  return {
    kind: "param",
    parameter,
    mask: isWanted ? valueMask(parameter, tests, states) : FAILS,
    text: [states?.join(" / "), testText(tests)].filter((text) => text).join(", "),
  };
}

function stateOf(id: string, { parameters }: Binder): DayState {
  return parameters.get(id) ?? { ...SILENT, parameter: id };
}

type Leaf = ParameterCondition | Extract<Condition, { fact: string }>;

/** The parameters whose values a comparison needs. */
function parametersOf(condition: Leaf): readonly string[] {
  const found = new Set(
    "param" in condition ? [condition.param] : parametersOfArgs(condition.args),
  );
  for (const op of operators) {
    const operand = condition[op];
    if (typeof operand === "object" && !Array.isArray(operand)) found.add(operand.param);
  }
  return [...found].sort();
}

/** A comparison for every state that the parameters it rests on may have. */
function bindLeaf(condition: Leaf, binder: Binder): Bound {
  if ("param" in condition && condition.state?.includes("unverified")) {
    // Whether the law is unverified is known; what applies then is another question.
    const { state, ...values } = condition;
    const day = stateOf(condition.param, binder);
    if (day.state === "unverified" && Object.keys(values).length > 1)
      return bindLeaf(values, binder);
    if (day.state === "unverified") return bindParameter(condition, binder);
  }
  const open = parametersOf(condition)
    .map((id) => stateOf(id, binder))
    .find((day) => day.open !== undefined);
  if (open?.open === undefined)
    return "param" in condition ? bindParameter(condition, binder) : bindFact(condition, binder);
  const at = (stand: Stand): Bound => {
    const { open: _, ...day } = open;
    const parameters = new Map(binder.parameters);
    parameters.set(open.parameter, { ...day, ...stand, careful: undefined });
    return bindLeaf(condition, { ...binder, parameters });
  };
  const { mild, careful, others } = open.open;
  return {
    kind: "law",
    parameter: open,
    mild: mild && at(mild),
    careful: careful.map(at),
    others: others.map(at),
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

/** A parameter inside arguments: without a value on the day the fact cannot even be asked. */
function bindArgument(id: string, binder: Binder): Bound & { readonly kind: "param" } {
  const parameter = stateOf(id, binder);
  const mask = dayValue(parameter) === undefined ? FAILS : HOLDS;
  return { kind: "param", parameter, mask, text: "" };
}

// Names and yes-or-no answers rule out more than numbers do, and cost less.
const factCosts = { text: 1, bool: 2, number: 3, date: 4, set: 5 } as const;

function costOf(bound: Bound): number {
  if (bound.kind === "param") return 0;
  return bound.kind === "fact" ? factCosts[bound.spec.type] : 6;
}

/** Some conditions as one. */
export function groupOf(kind: "all" | "any", of: readonly Bound[]): Bound {
  return { kind, of, cheapFirst: [...of].sort((a, b) => costOf(a) - costOf(b)) };
}

function bindFact(condition: Extract<Condition, { fact: string }>, binder: Binder): Bound {
  const spec = specOf(binder, condition.fact);
  const named = [...parametersOfArgs(condition.args)].sort();
  const values = new Map(named.map((id) => [id, dayValue(binder.parameters.get(id))]));
  const args = argsWith(condition.args, (id) => values.get(id));
  const variant = variantOf(args);
  const tests = testsOn(condition, spec.type, binder.parameters);
  const fact: Bound = {
    kind: "fact",
    fact: condition.fact,
    spec,
    args,
    variant,
    question: binder.question(`${condition.fact} ${variant}`),
    tests,
    quick: quickTest(tests),
    text: testText(tests),
    days: tests.flatMap(({ parameter }) => (parameter ? [parameter] : [])),
  };
  if (named.length === 0) return fact;
  const worth = named.map((id) => bindArgument(id, binder));
  const isWhole = [...values.values()].every((value) => value !== undefined);
  return groupOf("all", isWhole ? [...worth, fact] : worth);
}

function bindCondition(condition: Condition, binder: Binder): Bound {
  if ("all" in condition)
    return groupOf(
      "all",
      condition.all.map((part) => bindCondition(part, binder)),
    );
  if ("any" in condition)
    return groupOf(
      "any",
      condition.any.map((part) => bindCondition(part, binder)),
    );
  if ("not" in condition) return { kind: "not", of: bindCondition(condition.not, binder) };
  if ("def" in condition) return binder.definition(condition.def);
  if ("fact" in condition || "param" in condition) return bindLeaf(condition, binder);
  if ("known" in condition)
    return {
      kind: "known",
      fact: condition.known,
      args: condition.args,
      variant: variantOf(condition.args),
      question: binder.question(`${condition.known} ${variantOf(condition.args)}`),
    };
  return binder.walk(condition);
}

/** The condition of a definition under a reading. */
export function readingOf(definition: Definition, reading: Reading): Condition {
  return "when" in definition ? definition.when : definition[reading];
}

/** Whether a rule operates on the day; month-wide edges are widened. */
export function operatesOn(rule: Rule, day: CivilDate): boolean {
  const wide = widened(rule);
  return isWithin(day, wide.from, wide.to);
}

function bindRule(rule: Rule, outcome: BoundOutcome, day: CivilDate, binder: Binder): BoundRule {
  const notes: string[] = [];
  if (isMonthEdge(day, rule)) notes.push("month-edge");
  if (rule.checked !== undefined && day > rule.checked) notes.push("verify");
  return {
    ...outcome,
    rule,
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

/** What is known of the law beside the pack: what persons found, what of it is confirmed, what is supposed for a question. */
export type LawKnown = {
  readonly lookups?: readonly Lookup[] | undefined;
  /** Ids of entries that a second person confirmed by a signed act. A file's own claim is none: whoever checked the act names them. */
  readonly confirmed?: ReadonlySet<string> | undefined;
  readonly supposed?: ReadonlyMap<string, Scalar> | undefined;
};

function parametersOn(
  program: Program,
  asOf: CivilDate,
  { lookups = [], confirmed, supposed }: LawKnown,
): ReadonlyMap<string, DayState> {
  const { pack, sources } = program;
  const context = { track: pack.track, sources, lookups, confirmed, supposed };
  return new Map(
    pack.parameters.map((one) => {
      const recheckDays = one.recheckDays ?? pack.recheckDays;
      return [one.id, parameterOn(one, asOf, { ...context, recheckDays })] as const;
    }),
  );
}

/** Prepares conditions outside the rules, all with one look at the day's parameters. */
export function bindEach(
  program: Program,
  conditions: readonly Condition[],
  asOf: CivilDate,
  reading: Reading,
): readonly Bound[] {
  const { binder } = createBinder(program, parametersOn(program, asOf, {}), reading);
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
    createBinder(program, parametersOn(program, asOf, {}), reading).binder,
  );
}

/** Place of the most severe lane that a rule may set; beyond the last where it only tells. */
export function reachOf({ severity, worst }: BoundOutcome): number {
  return Math.min(severity ?? lanes.length, worst ?? lanes.length);
}

/** Prepares a program for one day and reading. The order of the result does not depend on the order in the pack. */
export function bind(
  program: Program,
  asOf: CivilDate,
  reading: Reading,
  known: LawKnown,
): BoundProgram {
  const parameters = parametersOn(program, asOf, known);
  const { binder, questions } = createBinder(program, parameters, reading);
  const rules: BoundRule[] = [];
  for (const rule of program.pack.rules) {
    const outcome = outcomeUnder(rule, reading);
    if (outcome !== undefined && operatesOn(rule, asOf))
      rules.push(bindRule(rule, outcome, asOf, binder));
  }
  rules.sort(
    (a, b) =>
      reachOf(a) - reachOf(b) ||
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
