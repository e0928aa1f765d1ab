import { z } from "zod";
import type { FactCatalogue } from "#shared/facts";
import { hashOf } from "#shared/kernel";
import { type PackCase, packCaseSchema } from "../cases/case-schema.ts";
import {
  createErrorSink,
  type ErrorSink,
  type PackError,
  type PackErrorCode,
} from "../pack/pack-error.ts";
import {
  definitionSchema,
  lanes,
  type Pack,
  packSchema,
  type Rule,
  readings,
  ruleSchema,
  type Source,
  sourceSchema,
} from "../pack/pack-schema.ts";
import { guardValue, pathText } from "../pack/pack-text.ts";
import type { Program } from "../pack/program.ts";
import { ConditionChecker } from "./check-condition.ts";
import { checkDates } from "./check-dates.ts";
import { checkReferences } from "./check-references.ts";
import { neverHolding, notNested } from "./diagnose.ts";
import { outcomeUnder } from "./effect.ts";

/** What a pack folder holds, parsed from JSON but not yet believed. */
export type PackInput = {
  readonly pack: unknown;
  readonly sources: unknown;
  /** Cases, or lists of cases (one list per file). */
  readonly cases?: readonly unknown[];
};

/** A program, or every reason why there is none (at most a hundred). */
export type Compiled =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly errors: readonly PackError[] };

const PACK = "pack.json";
const SOURCES = "sources.json";

const [plainDefinition, readDefinition] = definitionSchema.options;
/** The pack's shape with conditions left to their own checker, which names places better than a union can. */
const outerSchema = packSchema.extend({
  definitions: z
    .array(
      z.union([
        plainDefinition.extend({ when: z.unknown() }),
        readDefinition.extend({ narrow: z.unknown(), working: z.unknown(), broad: z.unknown() }),
      ]),
    )
    .max(500),
  rules: z
    .array(ruleSchema.extend({ when: z.unknown() }))
    .min(1)
    .max(20_000),
});

const sections: { readonly [key: string]: string } = {
  rules: "rule",
  parameters: "parameter",
  definitions: "definition",
};

function placeOf(raw: unknown, path: readonly PropertyKey[]): string {
  const [section, index, ...rest] = path;
  const word = sections[String(section)];
  if (word === undefined || typeof index !== "number") return pathText(path);
  const list: unknown = Object(raw)[String(section)];
  const item: unknown = Array.isArray(list) ? list[index] : undefined;
  const id: unknown = Object(item)["id"];
  const name = typeof id === "string" ? id.slice(0, 80) : `[${index}]`;
  return rest.length === 0 ? `${word} ${name}` : `${word} ${name}: ${pathText(rest)}`;
}

type Issue = z.core.$ZodIssue;

function codeOf(issue: Issue): PackErrorCode {
  const last = issue.path.at(-1);
  if (issue.code === "unrecognized_keys") return "unknown-key";
  if (last === "sources") return "missing-citation";
  if (issue.code === "too_big") return "too-large";
  return "shape";
}

/** A union fails as a whole: the branch that came nearest says what is wrong. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0];
  if (nearest === undefined) return [issue];
  return nearest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

function report(error: z.ZodError, raw: unknown, file: string, sink: ErrorSink): void {
  for (const issue of error.issues.slice(0, 100).flatMap(flatten)) {
    const keys = issue.code === "unrecognized_keys" ? { keys: issue.keys.slice(0, 20) } : {};
    sink.add(file, placeOf(raw, issue.path), codeOf(issue), {
      problem: issue.message.slice(0, 300),
      ...keys,
    });
  }
}

function isSafe(value: unknown, file: string, sink: ErrorSink): boolean {
  const problem = guardValue(value);
  if (problem === undefined) return true;
  sink.add(file, problem.place, problem.code, { limit: problem.limit });
  return false;
}

function readSources(raw: unknown, sink: ErrorSink): ReadonlyMap<string, Source> {
  const found = new Map<string, Source>();
  if (!isSafe(raw, SOURCES, sink)) return found;
  const parsed = z.array(sourceSchema).max(5_000).safeParse(raw);
  if (!parsed.success) {
    report(parsed.error, raw, SOURCES, sink);
    return found;
  }
  for (const source of parsed.data) {
    if (found.has(source.id))
      sink.add(SOURCES, `source ${source.id}`, "duplicate-id", { id: source.id });
    found.set(source.id, source);
  }
  return found;
}

function readCases(input: readonly unknown[], sink: ErrorSink): readonly PackCase[] {
  const cases: PackCase[] = [];
  const names = new Set<string>();
  for (const [index, one] of input.flat(1).entries()) {
    const file = `cases[${index}]`;
    if (!isSafe(one, file, sink)) continue;
    const parsed = packCaseSchema.safeParse(one);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      sink.add(file, pathText(issue?.path ?? []), "case-shape", { problem: issue?.message ?? "-" });
      continue;
    }
    if (names.has(parsed.data.name))
      sink.add(file, parsed.data.name, "duplicate-id", { id: parsed.data.name });
    names.add(parsed.data.name);
    cases.push(parsed.data);
  }
  return cases;
}

function checkIds(list: readonly { readonly id: string }[], word: string, sink: ErrorSink): void {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id)) sink.add(PACK, `${word} ${id}`, "duplicate-id", { id });
    seen.add(id);
  }
}

type Outer = z.infer<typeof outerSchema>;

function checkCitations(pack: Outer, sources: ReadonlyMap<string, Source>, sink: ErrorSink): void {
  const cite = (ids: readonly string[], place: string) => {
    for (const id of ids) if (!sources.has(id)) sink.add(PACK, place, "undefined-source", { id });
  };
  for (const rule of pack.rules) {
    cite(rule.sources, `rule ${rule.id}: sources`);
    for (const condition of rule.conditions ?? [])
      cite(condition.sources, `rule ${rule.id}: condition ${condition.id}`);
  }
  for (const definition of pack.definitions)
    cite(definition.sources, `definition ${definition.id}: sources`);
  for (const parameter of pack.parameters)
    for (const [index, period] of parameter.periods.entries())
      cite(period.sources, `parameter ${parameter.id}: periods[${index}]`);
}

function checkConditions(pack: Outer, catalogue: FactCatalogue, sink: ErrorSink): void {
  const checker = new ConditionChecker(
    {
      catalogue,
      parameters: new Map(pack.parameters.map((one) => [one.id, one])),
      definitions: new Map(pack.definitions.map((one) => [one.id, one.subject])),
    },
    sink,
    PACK,
  );
  for (const definition of pack.definitions) {
    const { id, subject } = definition;
    const parts =
      "when" in definition
        ? [["when", definition.when] as const]
        : (["narrow", "working", "broad"] as const).map(
            (name) => [name, definition[name]] as const,
          );
    for (const [name, condition] of parts)
      checker.check(condition, { at: `definition ${id}: ${name}`, subject });
  }
  for (const rule of pack.rules)
    checker.check(rule.when, { at: `rule ${rule.id}: when`, subject: rule.subject });
}

function checkWhole(
  outer: Outer,
  sources: ReadonlyMap<string, Source>,
  catalogue: FactCatalogue,
  sink: ErrorSink,
): void {
  checkIds(outer.rules, "rule", sink);
  checkIds(outer.parameters, "parameter", sink);
  checkIds(outer.definitions, "definition", sink);
  checkCitations(outer, sources, sink);
  checkConditions(outer, catalogue, sink);
}

/**
 * Makes a program of a pack, or says every reason why not: where, what, and what to do. Refuses unknown keys, duplicate ids,
 * empty groups, cycles, names that nothing bears, types that do not fit, statements without a source, periods that overlap and
 * rules that no day can reach. Bounded in time and memory whatever it is given.
 */
export function compile(input: PackInput, catalogue: FactCatalogue): Compiled {
  const sink = createErrorSink();
  const sources = readSources(input.sources, sink);
  const cases = readCases(input.cases ?? [], sink);
  if (!isSafe(input.pack, PACK, sink)) return { ok: false, errors: sink.list };
  const outer = outerSchema.safeParse(input.pack);
  if (!outer.success) {
    report(outer.error, input.pack, PACK, sink);
    return { ok: false, errors: sink.list };
  }
  checkWhole(outer.data, sources, catalogue, sink);
  if (sink.list.length > 0) return { ok: false, errors: sink.list };
  // Every condition has been looked through part by part: the shape is that of a pack.
  const pack = outer.data as Pack;
  checkReferences(pack, sink);
  checkDates(pack, sink);
  if (sink.list.length > 0) return { ok: false, errors: sink.list };
  const program = programOf(pack, sources, cases, catalogue);
  checkReach(program, sink);
  return sink.list.length > 0 ? { ok: false, errors: sink.list } : { ok: true, program };
}

/** What can only be seen once everything has a meaning: rules out of reach, readings that do not widen. */
function checkReach(program: Program, sink: ErrorSink): void {
  for (const id of neverHolding(program)) sink.add(PACK, `rule ${id}: when`, "never-holds");
  for (const { id, reading } of notNested(program))
    sink.add(PACK, `definition ${id}: ${reading}`, "not-nested", { reading });
  for (const rule of program.pack.rules)
    if (!widens(rule) || !worsens(rule))
      sink.add(PACK, `rule ${rule.id}: effect`, "not-nested", { reading: "-" });
}

/** Whether a rule's lane, at best and at worst, and its stop never become milder as the reading widens. */
function widens(rule: Rule): boolean {
  const outcomes = readings.map((reading) => outcomeUnder(rule, reading));
  return outcomes.every((wider, index) => {
    const before = index === 0 ? wider : outcomes[index - 1];
    const grows = (place: "severity" | "worst") =>
      (wider?.[place] ?? lanes.length) <= (before?.[place] ?? lanes.length);
    return grows("severity") && grows("worst") && (wider?.stop === true || before?.stop !== true);
  });
}

/** Whether a rule that names a lane for the worst names none that is milder than its own. */
function worsens(rule: Rule): boolean {
  return readings.every((reading) => {
    const outcome = outcomeUnder(rule, reading);
    return (outcome?.worst ?? 0) <= (outcome?.severity ?? lanes.length);
  });
}

function programOf(
  pack: Pack,
  sources: ReadonlyMap<string, Source>,
  cases: readonly PackCase[],
  catalogue: FactCatalogue,
): Program {
  return {
    pack,
    sha256: packHash(pack, [...sources.values()]),
    sources,
    parameters: new Map(pack.parameters.map((one) => [one.id, one])),
    definitions: new Map(pack.definitions.map((one) => [one.id, one])),
    cases,
    catalogue,
    prepared: new Map(),
  };
}

/** SHA-256 of a pack and its sources in canonical JSON: the same law has the same hash however its files are written. */
export function packHash(pack: unknown, sources: readonly unknown[]): string {
  const sorted = [...sources].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return hashOf({ pack, sources: sorted });
}

function idOf(value: unknown): string {
  const id: unknown = Object(value)["id"];
  return typeof id === "string" ? id : "";
}
