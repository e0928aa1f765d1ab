/**
 * One decision of sixty rules by three evaluators: ours, json-rules-engine and @gorules/zen-engine. All three must agree on
 * every case before anything is timed. Then: cost against the number of rules, 100 to 10,000; a full check of both tracks of a
 * dossier with forty parties, as a ratio to reading its file; 10,000 such dossiers re-checked, with memory. Prints tables and one JSON line.
 */
import { readdirSync, readFileSync } from "node:fs";
import { ZenEngine } from "@gorules/zen-engine";
import { Engine } from "json-rules-engine";
import { outcomesOf, runCheck } from "#shared/check";
import {
  createFactSource,
  type FactAnswer,
  type FactSource,
  type FactSpec,
  factCatalogue,
  type Subject,
} from "#shared/facts";
import { type Dossier, type Link, type Party, parseDossier, type Share } from "#shared/model";
import {
  compile,
  type EvaluateOptions,
  evaluate,
  evaluateLane,
  type Lane,
  lanes,
  type Program,
} from "#shared/rules";
import { bigDossier } from "../support/big-dossier.ts";

type Value = number | boolean | string;
type Case = Readonly<Record<string, Value>>;
type Comparison = {
  readonly fact: string;
  readonly op: "ge" | "lt" | "is" | "eq";
  readonly value: Value;
};
type PlainRule = { readonly id: string; readonly lane: Lane; readonly when: readonly Comparison[] };

const words = { zh: "试", en: "Measured" };
const order: Subject = { kind: "order", id: "ord_1" };
const options: EvaluateOptions = { asOf: "2026-02-01", reading: "working" };
const texts = ["cn", "us", "hk", "sg", "mo"];

/** A generator of numbers in [0, 1) that gives the same rules and cases in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const facts = Array.from({ length: 24 }, (_, at) => ({
  id: `f${at}`,
  type: (["number", "bool", "text"] as const)[at % 3] ?? "number",
}));

function inventRules(count: number): readonly PlainRule[] {
  const next = numbers(11);
  const comparison = (at: number): Comparison => {
    const fact = facts[at % facts.length] ?? { id: "f0", type: "number" };
    if (fact.type === "bool") return { fact: fact.id, op: "is", value: next() < 0.5 };
    if (fact.type === "text")
      return { fact: fact.id, op: "eq", value: texts[Math.floor(next() * texts.length)] ?? "cn" };
    const value = Math.round(next() * 1_000);
    return { fact: fact.id, op: next() < 0.5 ? "ge" : "lt", value };
  };
  return Array.from({ length: count }, (_, at) => {
    // Four different facts: a rule whose comparisons shut each other out would be refused.
    const first = 1 + Math.floor(next() * (facts.length - 5));
    const when = [0, 1, 2, 3].map((step) => comparison(first + step));
    return { id: `rule-${at}`, lane: lanes[at % (lanes.length - 1)] ?? "case-by-case", when };
  });
}

function inventCases(count: number): readonly Case[] {
  const next = numbers(23);
  const value = (type: string): Value => {
    if (type === "bool") return next() < 0.5;
    if (type === "text") return texts[Math.floor(next() * texts.length)] ?? "cn";
    return Math.round(next() * 1_000);
  };
  return Array.from({ length: count }, () =>
    Object.fromEntries(facts.map(({ id, type }) => [id, value(type)])),
  );
}

function programOf(rules: readonly PlainRule[]): Program {
  const specs = facts.map((fact): FactSpec => ({ ...fact, subject: "order", owner: "buyer" }));
  const pack = {
    schema: "h200-desk/pack@1",
    id: "bench",
    track: "us-export",
    issued: "2026-11-23",
    version: "1.0.0",
    title: words,
    covers: { from: null },
    parameters: [],
    definitions: [],
    rules: rules.map(({ id, lane, when }) => ({
      id,
      title: words,
      text: words,
      subject: "order",
      from: null,
      to: null,
      when: { all: when.map(({ fact, op, value }) => ({ fact, [op]: value })) },
      effect: { lane },
      sources: ["US-R-01"],
    })),
  };
  const sources = [
    {
      id: "US-R-01",
      authority: "regulation",
      title: words,
      date: "2026-01-15",
      confidence: "high",
    },
  ];
  const compiled = compile(
    { pack, sources },
    { facts: new Map(specs.map((spec) => [spec.id, spec])), relations: new Map() },
  );
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors.slice(0, 5)));
  return compiled.program;
}

const orders: readonly Subject[] = [order];

const MISSING: FactAnswer = { known: false, owner: "buyer", ask: [] };

/**
 * The same values behind our own door. Each evaluator gets the cases in the form it takes, made before anything is timed: theirs
 * plain objects, ours a source of facts, whose numbers are decimals as in a dossier.
 */
function factsOf(one: Case): FactSource {
  const answers = new Map<string, FactAnswer>();
  for (const [fact, value] of Object.entries(one))
    answers.set(fact, { known: true, value: typeof value === "number" ? String(value) : value });
  return {
    answer: (fact) => answers.get(fact) ?? MISSING,
    related: () => ({ subjects: [], complete: true, ask: [] }),
    subjects: (kind) => (kind === "order" ? orders : []),
  };
}

const operators = { ge: "greaterThanInclusive", lt: "lessThan", is: "equal", eq: "equal" } as const;

function jsonRulesEngine(rules: readonly PlainRule[]): Engine {
  const engine = new Engine();
  for (const { id, lane, when } of rules)
    engine.addRule({
      name: id,
      conditions: {
        all: when.map(({ fact, op, value }) => ({ fact, operator: operators[op], value })),
      },
      event: { type: lane },
    });
  return engine;
}

function cellOf(rule: PlainRule, fact: string): string {
  const tests = rule.when.filter((one) => one.fact === fact);
  return tests
    .map(({ op, value }) => {
      if (op === "ge") return `$ >= ${value}`;
      if (op === "lt") return `$ < ${value}`;
      return typeof value === "string" ? `$ == "${value}"` : `$ == ${value}`;
    })
    .join(" and ");
}

/** Zen's own form for such a decision: one table that collects every row that matches. */
function zenTable(rules: readonly PlainRule[]): object {
  const inputs = facts.map(({ id }) => ({ id: `in-${id}`, name: id, field: id }));
  const rows = rules.map((rule) => ({
    _id: rule.id,
    ...Object.fromEntries(facts.map(({ id }) => [`in-${id}`, cellOf(rule, id)])),
    "out-lane": `"${rule.lane}"`,
  }));
  return {
    nodes: [
      { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
      {
        id: "table",
        name: "table",
        type: "decisionTableNode",
        position: { x: 1, y: 0 },
        content: {
          hitPolicy: "collect",
          inputs,
          outputs: [{ id: "out-lane", name: "lane", field: "lane" }],
          rules: rows,
        },
      },
      { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: "e1", type: "edge", sourceId: "in", targetId: "table" },
      { id: "e2", type: "edge", sourceId: "table", targetId: "out" },
    ],
  };
}

function worst(found: readonly string[]): Lane {
  return lanes.find((lane) => found.includes(lane)) ?? "no-bar-found";
}

async function time(
  cases: readonly Case[],
  run: (one: Case) => Promise<unknown>,
  atLeastMs: number,
): Promise<number> {
  for (const one of cases.slice(0, 20)) await run(one);
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < atLeastMs) {
    for (const one of cases) await run(one);
    done += cases.length;
  }
  return ((performance.now() - start) * 1_000) / done;
}

/** Ours needs no promise; a plain loop, many cases between two looks at the clock. */
function timeOurs<T>(cases: readonly T[], run: (one: T) => unknown, atLeastMs: number): number {
  for (let round = 0; round < 2; round += 1) for (const one of cases) run(one);
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < atLeastMs) {
    for (const one of cases) run(one);
    done += cases.length;
  }
  return ((performance.now() - start) * 1_000) / done;
}

/** Each evaluator in turn, many short rounds, the fastest of each: what else the machine does falls out. */
async function fastest<Name extends string>(
  runners: Readonly<Record<Name, () => number | Promise<number>>>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(runners) as Name[];
  const best = new Map<Name, number>();
  for (let round = 0; round < rounds; round += 1)
    for (const name of names)
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, await runners[name]()));
  return Object.fromEntries(best) as Record<Name, number>;
}

async function compareEngines() {
  const rules = inventRules(60);
  const cases = inventCases(200);
  const program = programOf(rules);
  const jre = jsonRulesEngine(rules);
  const decision = new ZenEngine().createDecision(zenTable(rules));
  const byJre = async (one: Case) => worst((await jre.run(one)).events.map((event) => event.type));
  const byZen = async (one: Case, trace: boolean) => {
    const { result } = await decision.evaluate(one, { trace });
    return worst((result as { lane: string }[]).map((row) => row.lane));
  };
  for (const one of cases) {
    const ours = evaluateLane(program, factsOf(one), options).lane;
    const theirs = [
      await byJre(one),
      await byZen(one, false),
      evaluate(program, factsOf(one), options).lane,
    ];
    if (theirs.some((lane) => lane !== ours))
      throw new Error(`the evaluators disagree: ${ours}, ${theirs.join(", ")}`);
  }
  const sources = cases.map(factsOf);
  const runners = {
    ours: () => timeOurs(sources, (one) => evaluateLane(program, one, options), 20),
    oursExplained: () => timeOurs(sources, (one) => evaluate(program, one, options), 20),
    jsonRulesEngine: () => time(cases, byJre, 80),
    zen: () => time(cases, (one) => byZen(one, false), 80),
    zenTraced: () => time(cases, (one) => byZen(one, true), 80),
  };
  const micros = await fastest(runners, 40);
  const ratios = {
    lanesVsJsonRulesEngine: micros.jsonRulesEngine / micros.ours,
    lanesVsZen: micros.zen / micros.ours,
    explainedVsJsonRulesEngine: micros.jsonRulesEngine / micros.oursExplained,
    explainedVsZen: micros.zen / micros.oursExplained,
    explainedVsZenTraced: micros.zenTraced / micros.oursExplained,
  };
  return { micros, ratios };
}

function growth() {
  const cases = inventCases(50);
  return [100, 300, 1_000, 3_000, 10_000].map((count) => {
    const start = performance.now();
    // Only rules of the mildest lanes, so that no rule is passed over because a worse one already holds.
    const rules = inventRules(count).map((rule) => ({ ...rule, lane: "case-by-case" as const }));
    const program = programOf(
      rules.map((rule) => ({
        ...rule,
        when: [...rule.when, { fact: "f0", op: "ge" as const, value: 2_000 }],
      })),
    );
    const compileMs = performance.now() - start;
    // The quickest of several rounds: what else the machine does falls out.
    const rounds = Array.from({ length: 8 }, () =>
      timeOurs(cases.slice(0, 10), (one) => evaluateLane(program, factsOf(one), options), 50),
    );
    const laneMicros = Math.min(...rounds);
    return { rules: count, compileMs, laneMicros, nanosPerRule: (laneMicros * 1_000) / count };
  });
}

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

function deliveredPrograms(): readonly Program[] {
  return ["cn-import", "us-export"].map((track) => {
    const issued = readdirSync(new URL(`../../shared/packs/${track}/`, import.meta.url)).sort();
    const folder = `shared/packs/${track}/${issued.at(-1)}`;
    const compiled = compile(
      { pack: read(`${folder}/pack.json`), sources: read(`${folder}/sources.json`) },
      factCatalogue,
    );
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors.slice(0, 5)));
    return compiled.program;
  });
}

/** The complete example with forty parties: a tree of holders above the buyer, some shares as ranges, some unknown. */
function fortyParties(variant: number): Dossier {
  const parsed = parseDossier(read("examples/private-start-up-complete.json"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const dossier = parsed.value;
  const { buyer } = dossier.order;
  const missing = 40 - dossier.parties.length;
  const holders = Array.from({ length: missing }, (_, at): Party => {
    const name = {
      zh: `虚构股东${variant}之${at}有限公司`,
      en: `Invented Holder ${at} of ${variant} Ltd.`,
    };
    return {
      id: `pty_h-${at}`,
      kind: at % 3 === 2 ? "person" : "company",
      names: name,
      country: "CN",
    };
  });
  const links = holders.map(({ id }, at): Link => {
    const target =
      at < 3
        ? (dossier.links[at % dossier.links.length]?.owner ?? buyer ?? "pty_buyer")
        : `pty_h-${Math.floor(at / 3) - 1}`;
    const percent = String(10 + ((at + variant) % 20));
    const equity: Share =
      at % 7 === 6 ? { kind: "range", min: "1", max: percent } : { kind: "exact", percent };
    return { id: `lnk_h-${at}`, owner: id, target, equity };
  });
  return {
    ...dossier,
    parties: [...dossier.parties, ...holders],
    links: [...dossier.links, ...links],
  };
}

const checkDay = "2026-08-20";

/** Median of many runs, each on a value of its own: nothing that one run remembers may help the next. */
function medianMs<T>(values: readonly T[], run: (value: T) => unknown): number {
  const times = values.map((value) => {
    const start = performance.now();
    run(value);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

/**
 * A dossier of forty parties, sixty links and thirty lines: what a check costs beside reading the file. The answer is the lanes of
 * both tracks alone, as a page asks for them at every keystroke; the whole is the report with every finding, reason and question.
 */
function fullCheck(programs: readonly Program[]) {
  const text = JSON.stringify(bigDossier());
  const readIt = (): Dossier => {
    const parsed = parseDossier(JSON.parse(text));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    return parsed.value;
  };
  const checkIt = (dossier: Dossier) => {
    const report = runCheck({
      dossier,
      packs: programs,
      lists: [],
      asOf: checkDay,
      reading: "working",
    });
    if (!report.ok) throw new Error(JSON.stringify(report.error));
    return report.value;
  };
  const answerIt = (dossier: Dossier) => {
    const outcomes = outcomesOf({
      dossier,
      packs: programs,
      lists: [],
      asOf: checkDay,
      reading: "working",
    });
    if (!outcomes.ok) throw new Error(JSON.stringify(outcomes.error));
    return outcomes.value;
  };
  const answerBytes = JSON.stringify(answerIt(readIt())).length;
  const tellIt = (dossier: Dossier): number => {
    const { tracks } = checkIt(dossier);
    return Object.values(tracks).reduce((sum, one) => sum + one.findings.length, 0);
  };
  const start = performance.now();
  const findings = tellIt(readIt());
  const firstMs = performance.now() - start;
  const { parties, links, order: own } = bigDossier();
  const rounds = Array.from({ length: 20 }, () => {
    const parseMs = medianMs(new Array<undefined>(60).fill(undefined), readIt);
    const answerMs = medianMs(Array.from({ length: 60 }, readIt), answerIt);
    const checkMs = medianMs(Array.from({ length: 60 }, readIt), tellIt);
    return {
      parseMs,
      answerMs,
      checkMs,
      answerVsParse: answerMs / parseMs,
      checkVsParse: checkMs / parseMs,
    };
  });
  const quietest = rounds.toSorted((a, b) => a.checkVsParse - b.checkVsParse)[0];
  return {
    parties: parties.length,
    links: links.length,
    lines: own.lines.length,
    findings,
    firstMs,
    answerBytes,
    ...quietest,
  };
}

const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);

/** Every draft again, one at a time, as after a pack was imported: what stays in memory must not grow with their number. */
function recheck(programs: readonly Program[], count: number) {
  const base = fortyParties(1);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const lanesSeen = new Map<string, number>();
  let peak = 0;
  const start = performance.now();
  for (let at = 0; at < count; at += 1) {
    const { order: plain } = base;
    const dossier = { ...base, order: { ...plain, title: `${plain.title} ${at}` } };
    const source = createFactSource({ dossier, hits: [], asOf: checkDay, screened: undefined });
    for (const program of programs) {
      const { lane } = evaluateLane(program, source, { asOf: checkDay, reading: "working" });
      lanesSeen.set(lane, (lanesSeen.get(lane) ?? 0) + 1);
    }
    if (at % 500 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed);
  }
  const ms = performance.now() - start;
  globalThis.gc?.();
  return {
    dossiers: count,
    seconds: ms / 1_000,
    perDossierMs: ms / count,
    peakHeapMb: megabytes(peak),
    keptHeapMb: megabytes(process.memoryUsage().heapUsed - before),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
  };
}

const engines = await compareEngines();
console.table(engines.micros);
console.table(engines.ratios);
const sizes = growth();
console.table(sizes);
const delivered = deliveredPrograms();
const check = fullCheck(delivered);
console.table([check]);
const rechecks = [1_000, 10_000].map((count) => recheck(delivered, count));
console.table(rechecks);
const limits: readonly (readonly [name: keyof typeof engines.ratios, least: number])[] = [
  ["lanesVsJsonRulesEngine", 100],
  ["lanesVsZen", 50],
  ["explainedVsJsonRulesEngine", 10],
  ["explainedVsZen", 5],
];
for (const [name, least] of limits)
  if (engines.ratios[name] < least) {
    console.error(`${name}: ${engines.ratios[name].toFixed(1)} is below ${least}`);
    process.exitCode = 1;
  }
console.log(JSON.stringify({ bench: "rules", ...engines, growth: sizes, check, rechecks }));
