import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FactAnswer, Subject } from "#shared/facts";
import type { Lookup } from "#shared/model";
import { compile } from "../compile/compile.ts";
import { type Lane, lanes } from "../pack/pack-schema.ts";
import type { Program } from "../pack/program.ts";
import { QuestionFinder } from "../questions/ask.ts";
import { evaluate } from "./evaluate.ts";
import { type EvaluateOptions, evaluateLane, prepare } from "./evaluate-lane.ts";
import { AT_BEST, AT_WORST, BY_BUYER, BY_LAW, triOfMask } from "./mask.ts";
import { createRun } from "./run.ts";
import { type StatedFact, statedCatalogue, statedFacts } from "./stated-facts.ts";
import { look, walk } from "./walk.ts";

const words = { zh: "试", en: "A test" };
const catalogue = statedCatalogue(
  {
    b0: ["order", "bool", "buyer"],
    b1: ["order", "bool", "buyer"],
    b2: ["order", "bool", "buyer"],
    n0: ["order", "number", "buyer"],
    t0: ["order", "text", "buyer"],
    s0: ["order", "set", "buyer"],
    x0: ["order", "bool", "exporter"],
    f0: ["party", "bool", "buyer"],
    f1: ["party", "number", "buyer"],
  },
  { parties: ["order", "party"] },
);
const order: Subject = { kind: "order", id: "o" };
const parties: readonly Subject[] = [
  { kind: "party", id: "p1" },
  { kind: "party", id: "p2" },
];
const options: EvaluateOptions = { asOf: "2026-02-01", reading: "working" };

type Raw = { [key: string]: unknown };

const number = fc.constantFrom(1, 2, 3, { param: "sure" }, { param: "open" });
const orderLeaf: fc.Arbitrary<Raw> = fc.oneof(
  fc.record({ fact: fc.constantFrom("b0", "b1", "b2"), is: fc.boolean() }),
  fc.record({ fact: fc.constant("x0"), is: fc.boolean() }),
  fc
    .tuple(fc.constantFrom("lt", "le", "gt", "ge", "eq"), number)
    .map(([op, value]) => ({ fact: "n0", [op]: value })),
  fc.record({ fact: fc.constant("t0"), in: fc.constantFrom(["a"], ["a", "b"], ["b"]) }),
  fc.record({ fact: fc.constant("s0"), hasAny: fc.constantFrom(["a"], ["a", "b"], ["c"]) }),
  fc.record({ fact: fc.constant("s0"), onlyFrom: fc.constantFrom(["a"], ["a", "b"]) }),
  fc.record({ param: fc.constantFrom("sure", "open"), state: fc.constant(["in-force"]) }),
);
const partyLeaf: fc.Arbitrary<Raw> = fc.oneof(
  fc.record({ fact: fc.constant("f0"), is: fc.boolean() }),
  fc.tuple(fc.constantFrom("lt", "ge"), number).map(([op, value]) => ({ fact: "f1", [op]: value })),
);
const partyCondition = fc.oneof(
  partyLeaf,
  fc.record({ all: fc.array(partyLeaf, { minLength: 1, maxLength: 2 }) }),
  fc.record({ any: fc.array(partyLeaf, { minLength: 1, maxLength: 2 }) }),
);
const relationCondition = fc.oneof(
  fc.record({ some: fc.constant("parties"), where: partyCondition }),
  fc.record({ every: fc.constant("parties"), where: partyCondition }),
);

function conditions(withNot: boolean, leaf: fc.Arbitrary<Raw>): fc.Arbitrary<Raw> {
  return fc.letrec<{ node: Raw }>((tie) => {
    const groups = [
      fc.record({ all: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    ];
    const negation = fc.record({ not: tie("node") });
    return {
      node: fc.oneof(
        { maxDepth: 3, depthIdentifier: "c" },
        leaf,
        ...groups,
        ...(withNot ? [negation] : []),
      ),
    };
  }).node;
}

const condition = conditions(
  true,
  fc.oneof({ arbitrary: orderLeaf, weight: 4 }, { arbitrary: relationCondition, weight: 1 }),
);
const lane = fc.constantFrom<Lane>(
  "presumption-of-denial",
  "reported-barred",
  "reported-hold",
  "case-by-case",
);

/** The outcomes of a rule under the three readings: any that the compiler takes, one per reading or silent, stops beside them. */
const effectByReading = fc
  .tuple(lane, lane, lane, fc.boolean(), fc.nat(3), lane)
  .map(([a, b, c, stop, silent, worst]): Raw => {
    const [broad, working, narrow] = [a, b, c].sort((x, y) => lanes.indexOf(x) - lanes.indexOf(y));
    const atWorst = lanes.indexOf(worst) < lanes.indexOf(broad ?? worst) ? { atWorst: worst } : {};
    return {
      byReading: {
        narrow: silent > 0 ? null : narrow,
        working: silent > 1 ? null : { lane: working },
        broad: { lane: broad, ...atWorst, ...(stop ? { stop } : {}) },
      },
    };
  });

function packOf(list: readonly Raw[], definitions: readonly Raw[] = []): unknown {
  const period = {
    from: "2026-01-01",
    to: null,
    precision: "day",
    checked: "2026-10-01",
    sources: ["US-R-01"],
  };
  return {
    schema: "h200-desk/pack@1",
    id: "random",
    track: "us-export",
    issued: "2026-11-23",
    version: "1.0.0",
    title: words,
    covers: { from: null },
    parameters: [
      { id: "sure", title: words, periods: [{ ...period, state: "in-force", value: 2 }] },
      { id: "open", title: words, periods: [{ ...period, state: "unverified", careful: 2 }] },
      {
        id: "listed",
        title: words,
        values: ["mild", "half", "strict"],
        periods: [{ ...period, state: "unverified", careful: "strict" }],
      },
      {
        id: "text",
        title: words,
        values: ["mild", "half", "strict"],
        periods: [{ ...period, state: "in-force", value: "half" }],
      },
    ],
    definitions,
    rules: list,
  };
}

function ruleOf(id: string, setsLane: unknown, when: unknown, subject = "order"): Raw {
  return {
    id,
    title: words,
    text: words,
    subject,
    from: null,
    to: null,
    when,
    effect: { lane: setsLane },
    sources: ["US-R-01"],
  };
}

const sources = [
  { id: "US-R-01", authority: "regulation", title: words, date: "2026-01-15", confidence: "high" },
];

/** A program, unless the compiler finds that a rule of the random pack could never hold. */
function programOf(pack: unknown): Program | undefined {
  const compiled = compile({ pack, sources }, catalogue);
  if (compiled.ok) return compiled.program;
  const other = compiled.errors.filter((error) => error.code !== "never-holds");
  expect(other).toEqual([]);
  return undefined;
}

const domains: { readonly [fact: string]: readonly StatedFact[] } = {
  b0: [true, false],
  b1: [true, false],
  b2: [true, false],
  n0: ["0", "1", "1.5", "2", "2.5", "3", "4"],
  t0: ["a", "b", "z"],
  s0: [
    [],
    ["a"],
    ["b"],
    ["c"],
    ["a", "b"],
    ["a", "c"],
    ["b", "c"],
    ["a", "b", "c"],
    ["z"],
    ["a", "z"],
  ],
  x0: [true, false],
  f0: [true, false],
  f1: ["1", "1.5", "2", "2.5", "3", "0"],
};
const places: readonly (readonly [fact: string, subject: Subject])[] = [
  ...["b0", "b1", "b2", "n0", "t0", "s0", "x0"].map((fact) => [fact, order] as const),
  ...parties.flatMap((party) => ["f0", "f1"].map((fact) => [fact, party] as const)),
];
type World = { readonly [key: string]: StatedFact };

const world: fc.Arbitrary<World> = fc
  .tuple(
    ...places.map(([fact]) =>
      fc.option(fc.constantFrom(...(domains[fact] ?? [])), { nil: undefined, freq: 2 }),
    ),
  )
  .map((values) => {
    const entries = places.flatMap(([fact, subject], index): [string, StatedFact][] => {
      const value = values[index];
      return value === undefined ? [] : [[`${fact}@${subject.id}`, value]];
    });
    return Object.fromEntries(entries);
  });

function factsOf(facts: World, complete = true) {
  return statedFacts(
    {
      subjects: [order, ...parties],
      facts,
      relations: {
        "parties@o": {
          subjects: parties,
          complete,
          ask: complete
            ? []
            : [
                {
                  key: "parties@o",
                  fact: "parties",
                  subject: order,
                  owner: "buyer",
                  path: "parties",
                },
              ],
        },
      },
    },
    catalogue,
  );
}

const rules = fc
  .array(fc.tuple(lane, condition), { minLength: 1, maxLength: 4 })
  .map((list) => list.map(([one, when], index) => ruleOf(`r${index}`, one, when)));

function place(one: Lane): number {
  return lanes.indexOf(one);
}

describe("properties of lanes", () => {
  test("one more fact of the buyer's never widens the interval from best to worst", () => {
    fc.assert(
      fc.property(
        rules,
        world,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (list, facts, which, value, complete) => {
          const program = programOf(packOf(list));
          const open = places.filter(
            ([name, about]) => name !== "x0" && !(`${name}@${about.id}` in facts),
          );
          const chosen = open[which % Math.max(1, open.length)];
          if (program === undefined || chosen === undefined) return;
          const [fact, subject] = chosen;
          const domain = domains[fact] ?? [];
          const more = {
            ...facts,
            [`${fact}@${subject.id}`]: domain[value % domain.length] ?? true,
          };
          const before = evaluateLane(program, factsOf(facts, complete), options);
          const after = evaluateLane(program, factsOf(more, complete), options);
          expect(place(after.atBest)).toBeLessThanOrEqual(place(before.atBest));
          expect(place(after.atWorst)).toBeGreaterThanOrEqual(place(before.atWorst));
        },
      ),
      { numRuns: 600 },
    );
  });

  test("the fast path and the explained one always agree", () => {
    fc.assert(
      fc.property(rules, world, fc.boolean(), (list, facts, complete) => {
        const program = programOf(packOf(list));
        if (program === undefined) return;
        const told = evaluate(program, factsOf(facts, complete), options);
        const { lane: found, atBest, atWorst } = told;
        expect(evaluateLane(program, factsOf(facts, complete), options)).toEqual({
          lane: found,
          atBest,
          atWorst,
        });
        // The findings are made later and by another way: what holds among them is the lane at its best.
        const among = (values: readonly string[]) =>
          lanes.find((one) =>
            told.findings.some(({ effect, value }) => effect === one && values.includes(value)),
          ) ?? "no-bar-found";
        expect(among(["holds"])).toBe(atBest);
        expect(place(among(["holds", "unknown"]))).toBeLessThanOrEqual(place(atWorst));
      }),
      { numRuns: 300 },
    );
  });

  test("a wider reading is never milder, at best or at worst", () => {
    const positive = conditions(false, fc.oneof(orderLeaf, fc.constant({ def: "vague" })));
    const parts = fc.tuple(orderLeaf, orderLeaf, orderLeaf);
    fc.assert(
      fc.property(
        parts,
        fc.array(fc.tuple(lane, positive), { minLength: 1, maxLength: 3 }),
        world,
        (three, list, facts) => {
          const [narrow, more, most] = three;
          const definition = {
            id: "vague",
            title: words,
            subject: "order",
            narrow,
            working: { any: [narrow, more] },
            broad: { any: [narrow, more, most] },
            sources: ["US-R-01"],
          };
          const program = programOf(
            packOf(
              list.map(([one, when], index) => ruleOf(`r${index}`, one, when)),
              [definition],
            ),
          );
          if (program === undefined) return;
          const outcomes = (["narrow", "working", "broad"] as const).map((reading) =>
            evaluateLane(program, factsOf(facts), { ...options, reading }),
          );
          for (const [index, wider] of outcomes.entries()) {
            const before = outcomes[index - 1];
            if (before === undefined) continue;
            expect(place(wider.atBest)).toBeLessThanOrEqual(place(before.atBest));
            expect(place(wider.atWorst)).toBeLessThanOrEqual(place(before.atWorst));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("a wider reading is never milder whatever the effects, and though vague terms stand under negations", () => {
    const any = conditions(true, fc.oneof(orderLeaf, fc.constant({ def: "vague" })));
    const effect = fc.oneof(
      lane.map((one): Raw => ({ lane: one })),
      effectByReading,
    );
    fc.assert(
      fc.property(
        fc.tuple(orderLeaf, orderLeaf, orderLeaf),
        fc.array(fc.tuple(effect, any), { minLength: 1, maxLength: 3 }),
        world,
        ([narrow, more, most], list, facts) => {
          const definition = {
            id: "vague",
            title: words,
            subject: "order",
            narrow,
            working: { any: [narrow, more] },
            broad: { any: [narrow, more, most] },
            sources: ["US-R-01"],
          };
          const withEffects = list.map(([own, when], index) => ({
            ...ruleOf(`r${index}`, "case-by-case", when),
            effect: own,
          }));
          const program = programOf(packOf(withEffects, [definition]));
          if (program === undefined) return;
          const outcomes = (["narrow", "working", "broad"] as const).map((reading) => {
            const told = evaluate(program, factsOf(facts), { ...options, reading });
            const quick = evaluateLane(program, factsOf(facts), { ...options, reading });
            expect(quick).toEqual({ lane: told.lane, atBest: told.atBest, atWorst: told.atWorst });
            return quick;
          });
          for (const [index, wider] of outcomes.entries())
            for (const which of ["lane", "atBest", "atWorst"] as const)
              expect(place(wider[which])).toBeLessThanOrEqual(
                place((outcomes[index - 1] ?? wider)[which]),
              );
        },
      ),
      { numRuns: 400 },
    );
  });

  const strictLeaf = fc
    .tuple(fc.constantFrom("listed", "text"), fc.constantFrom(["strict"], ["half", "strict"]))
    .map(([param, values]): Raw => ({ param, in: values }));
  const strictRules = fc
    .array(
      fc.tuple(lane, fc.oneof(conditions(false, fc.oneof(orderLeaf, strictLeaf)), strictLeaf)),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((list) => list.map(([one, when], index) => ruleOf(`r${index}`, one, when)));
  const entryOf = (parameter: string, value: string): Lookup => ({
    id: `lkp_${parameter}`,
    track: "us-export",
    parameter,
    state: "in-force",
    value,
    from: "2026-01-15",
    citation: "An invented notice",
    seenOn: "2026-01-20",
  });

  test("the lane lies between best and worst, and finding out what the law is never widens them", () => {
    const value = fc.constantFrom("mild", "half", "strict");
    fc.assert(
      fc.property(strictRules, world, value, (list, facts, found) => {
        const program = programOf(packOf(list));
        if (program === undefined) return;
        const open = evaluateLane(program, factsOf(facts), options);
        expect(place(open.lane)).toBeLessThanOrEqual(place(open.atBest));
        expect(place(open.lane)).toBeGreaterThanOrEqual(place(open.atWorst));
        const lookups = [entryOf("listed", found)];
        const known = evaluateLane(program, factsOf(facts), { ...options, lookups });
        expect(place(known.atBest)).toBeLessThanOrEqual(place(open.atBest));
        expect(place(known.atWorst)).toBeGreaterThanOrEqual(place(open.atWorst));
      }),
      { numRuns: 400 },
    );
  });

  test("an unconfirmed entry never softens a text in force; a confirmed one stands in its place", () => {
    const value = fc.constantFrom("mild", "half", "strict");
    fc.assert(
      fc.property(strictRules, world, value, (list, facts, found) => {
        const program = programOf(packOf(list));
        if (program === undefined) return;
        const lookups = [entryOf("text", found)];
        const text = evaluateLane(program, factsOf(facts), options);
        const entered = evaluateLane(program, factsOf(facts), { ...options, lookups });
        expect(entered.atBest).toBe(text.atBest);
        expect(place(entered.lane)).toBeLessThanOrEqual(place(text.lane));
        expect(place(entered.atWorst)).toBeLessThanOrEqual(place(text.atWorst));
        const confirmed = new Set(["lkp_text"]);
        const supposed = new Map([["text", found]]);
        expect(evaluateLane(program, factsOf(facts), { ...options, lookups, confirmed })).toEqual(
          evaluateLane(program, factsOf(facts), { ...options, supposed }),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("the order of rules, parties and keys never shows in a report", () => {
    fc.assert(
      fc.property(rules, world, (list, facts) => {
        const program = programOf(packOf(list));
        const turned = programOf(reversed(packOf([...list].reverse())));
        if (program === undefined || turned === undefined) return;
        const back = Object.fromEntries(Object.entries(facts).reverse());
        const mirrored = {
          ...factsOf(back),
          subjects: (kind: Subject["kind"]) =>
            [order, ...parties].filter((one) => one.kind === kind).reverse(),
        };
        expect(evaluate(turned, mirrored, options)).toEqual(
          evaluate(program, factsOf(facts), options),
        );
      }),
      { numRuns: 200 },
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

/** Every assignment of values to some keys. */
function* assignments(keys: readonly string[]): Generator<World> {
  const [first, ...rest] = keys;
  if (first === undefined) {
    yield {};
    return;
  }
  for (const value of domains[first.split("@")[0] ?? ""] ?? [])
    for (const others of assignments(rest)) yield { ...others, [first]: value };
}

function subsets(keys: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [];
  for (let chosen = 0; chosen < 1 << keys.length; chosen += 1)
    all.push(keys.filter((_, index) => chosen & (1 << index)));
  return all.sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1));
}

function minimalBy(
  keys: readonly string[],
  settles: (facts: World) => boolean,
): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (const set of subsets(keys)) {
    if (found.some((smaller) => smaller.every((key) => set.includes(key)))) continue;
    for (const answers of assignments(set))
      if (settles(answers)) {
        found.push(set);
        break;
      }
  }
  return found;
}

/** Whether no answer of the buyer's can move the lane any more: looked up in the worlds themselves, not in the asker. */
function isSettled(program: Program, facts: World): boolean {
  const bench = prepare(program, options);
  const run = createRun(factsOf(facts), bench.questions);
  const severities = { best: 6, buyer: 6, law: 6, worst: 6 };
  for (const rule of bench.laneRules) {
    const mask = walk(run, rule.when, order, false);
    const severity = rule.severity ?? 6;
    if (mask & AT_BEST) severities.best = Math.min(severities.best, severity);
    if (mask & BY_BUYER) severities.buyer = Math.min(severities.buyer, severity);
    if (mask & BY_LAW) severities.law = Math.min(severities.law, severity);
    if (mask & AT_WORST) severities.worst = Math.min(severities.worst, severity);
  }
  return severities.best === severities.buyer && severities.law === severities.worst;
}

function sorted(sets: readonly (readonly string[])[]): readonly string[] {
  return sets.map((set) => [...set].sort().join(" ")).sort();
}

describe("questions worth asking", () => {
  const small = fc
    .array(fc.tuple(lane, condition), { minLength: 1, maxLength: 3 })
    .map((list) => list.map(([one, when], index) => ruleOf(`r${index}`, one, when)));

  function openKeys(facts: World): readonly string[] {
    return places
      .filter(([fact]) => fact !== "x0")
      .map(([fact, subject]) => `${fact}@${subject.id}`)
      .filter((key) => !(key in facts));
  }

  test("the sets that settle a lane are exactly those that brute force finds, none larger than needed", () => {
    fc.assert(
      fc.property(small, world, (list, facts) => {
        const program = programOf(packOf(list));
        const open = openKeys(facts);
        if (program === undefined || open.length > 4) return;
        const report = evaluate(program, factsOf(facts), options);
        const expected = isSettled(program, facts)
          ? []
          : minimalBy(open, (answers) => isSettled(program, { ...facts, ...answers }));
        expect(sorted(report.ask)).toEqual(sorted(expected));
      }),
      { numRuns: 500 },
    );
  });

  test("the sets that settle a finding are exactly those that brute force finds", () => {
    fc.assert(
      fc.property(condition, world, (when, facts) => {
        const program = programOf(packOf([ruleOf("r0", "reported-hold", when)]));
        const open = openKeys(facts);
        if (program === undefined || open.length > 4) return;
        const bench = prepare(program, options);
        const rule = bench.laneRules[0];
        if (rule === undefined) return;
        const triIn = (stated: World) =>
          triOfMask(walk(createRun(factsOf(stated), 0), rule.when, order, false));
        if (triIn(facts) !== "unknown") return;
        const trace = look(createRun(factsOf(facts), 0), rule.when, order);
        const expected = minimalBy(
          open,
          (answers) => triIn({ ...facts, ...answers }) !== "unknown",
        );
        expect(sorted(new QuestionFinder([trace]).finding(trace))).toEqual(sorted(expected));
      }),
      { numRuns: 500 },
    );
  });

  test("bounds on an open number leave out questions that can no longer matter", () => {
    const program = programOf(packOf([ruleOf("r0", "reported-hold", { fact: "n0", ge: 2 })]));
    const within = (min: string, max: string): FactAnswer => ({
      known: false,
      owner: "buyer",
      ask: [{ key: "n0@o", fact: "n0", subject: order, owner: "buyer", path: "n0" }],
      bounds: { min, max },
    });
    if (program === undefined) throw new Error("the pack does not compile");
    expect(evaluate(program, factsOf({ "n0@o": within("3", "5") }), options).lane).toBe(
      "reported-hold",
    );
    expect(evaluate(program, factsOf({ "n0@o": within("0", "1.99") }), options).lane).toBe(
      "no-bar-found",
    );
    expect(evaluate(program, factsOf({ "n0@o": within("1", "2") }), options)).toMatchObject({
      lane: "needs-information",
      ask: [["n0@o"]],
    });
  });
});
