import { describe, expect, test } from "vitest";
import type { FactSource } from "#shared/facts";
import { compile } from "../compile/compile.ts";
import type { Program } from "../pack/program.ts";
import { evaluate } from "./evaluate.ts";
import { evaluateLane } from "./evaluate-lane.ts";
import { type StatedFact, statedCatalogue, statedFacts } from "./stated-facts.ts";

const words = { zh: "试", en: "A test" };
const catalogue = statedCatalogue({
  "line.tpp": ["line", "number", "buyer"],
  "line.bandwidth": ["line", "number", "buyer"],
  "line.supply": ["line", "bool", "exporter"],
  "order.barred": ["order", "bool", "buyer"],
});

const order = { kind: "order", id: "ord_1" } as const;
const line = { kind: "line", id: "ln_1" } as const;

function rule(id: string, subject: string, lane: string, when: unknown, more: object = {}) {
  return {
    id,
    title: words,
    text: words,
    subject,
    from: null,
    to: null,
    when,
    effect: { lane },
    sources: ["US-R-01"],
    ...more,
  };
}

function programOf(
  rules: unknown[],
  parameters: unknown[] = [],
  definitions: unknown[] = [],
): Program {
  const compiled = compile(
    {
      pack: {
        schema: "h200-desk/pack@1",
        id: "test-pack",
        track: "us-export",
        issued: "2026-11-23",
        version: "1.0.0",
        title: words,
        covers: { from: "2020-01-01" },
        parameters,
        definitions,
        rules,
      },
      sources: [
        {
          id: "US-R-01",
          authority: "regulation",
          title: words,
          date: "2026-01-15",
          confidence: "high",
        },
        { id: "CN-I-01", authority: "press", title: words, date: "2026-01-15", confidence: "low" },
      ],
    },
    catalogue,
  );
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors, null, 1));
  return compiled.program;
}

function world(facts: { [key: string]: StatedFact }): FactSource {
  return statedFacts({ subjects: [order, line], facts }, catalogue);
}

const base = rule("us.needs-licence", "order", "case-by-case", {
  any: [{ fact: "order.barred", is: true }, { not: { fact: "order.barred", is: true } }],
});
const always = rule("us.base", "order", "case-by-case", { param: "p.on", state: ["in-force"] });
const on = {
  id: "p.on",
  title: words,
  periods: [
    {
      from: null,
      to: null,
      precision: "day",
      checked: "2026-10-01",
      state: "in-force",
      sources: ["US-R-01"],
    },
  ],
};
const limit = {
  id: "p.limit",
  title: words,
  periods: [
    {
      from: "2026-01-15",
      to: "2026-06-30",
      precision: "day",
      checked: "2026-10-01",
      state: "in-force",
      value: 21000,
      sources: ["US-R-01"],
    },
    {
      from: "2026-07-01",
      to: null,
      precision: "day",
      checked: "2026-10-01",
      state: "unverified",
      careful: 21000,
      sources: ["US-R-01"],
    },
  ],
};
const overLimit = rule("us.over", "line", "presumption-of-denial", {
  fact: "line.tpp",
  ge: { param: "p.limit" },
});
const opts = { asOf: "2026-02-01", reading: "working" } as const;

describe("the algebra of lanes", () => {
  test("a known value below the limit leaves the case-by-case lane", () => {
    const report = evaluate(
      programOf([always, overLimit], [on, limit]),
      world({ "line.tpp@ln_1": "15832" }),
      opts,
    );
    expect(report).toMatchObject({
      lane: "case-by-case",
      atBest: "case-by-case",
      atWorst: "case-by-case",
      ask: [],
    });
  });

  test("a value exactly at the limit is presumed denied, one below it is not", () => {
    const program = programOf([always, overLimit], [on, limit]);
    expect(evaluate(program, world({ "line.tpp@ln_1": "21000" }), opts).lane).toBe(
      "presumption-of-denial",
    );
    expect(evaluate(program, world({ "line.tpp@ln_1": "20999.9" }), opts).lane).toBe(
      "case-by-case",
    );
  });

  test("a missing fact of the buyer's gives an interval and the question that closes it", () => {
    const report = evaluate(programOf([always, overLimit], [on, limit]), world({}), opts);
    expect(report).toMatchObject({
      lane: "needs-information",
      atBest: "case-by-case",
      atWorst: "presumption-of-denial",
      ask: [["line.tpp@ln_1"]],
    });
    expect(report.questions.map((ask) => ask.key)).toEqual(["line.tpp@ln_1"]);
  });

  test("unverified law whose careful value is met makes the lane verify-first and names the parameter", () => {
    const report = evaluate(
      programOf([always, overLimit], [on, limit]),
      world({ "line.tpp@ln_1": "30000" }),
      {
        ...opts,
        asOf: "2026-07-01",
      },
    );
    expect(report).toMatchObject({
      lane: "verify-first",
      atBest: "case-by-case",
      atWorst: "presumption-of-denial",
      ask: [],
    });
    expect(report.verify.map((one) => one.parameter)).toEqual(["p.limit"]);
  });

  test("unverified law whose careful value is not met is no unknown at all", () => {
    const report = evaluate(
      programOf([always, overLimit], [on, limit]),
      world({ "line.tpp@ln_1": "15832" }),
      {
        ...opts,
        asOf: "2026-07-01",
      },
    );
    expect(report.lane).toBe("case-by-case");
  });

  test("with both the buyer's fact and the law open, the buyer is asked first", () => {
    const report = evaluate(programOf([always, overLimit], [on, limit]), world({}), {
      ...opts,
      asOf: "2026-07-01",
    });
    expect(report.lane).toBe("needs-information");
    expect(report.ask).toEqual([["line.tpp@ln_1"]]);
  });

  test("the exporter's missing fact is a condition and moves no lane; stated false it counts", () => {
    const supply = rule("us.supply", "line", "presumption-of-denial", {
      not: { fact: "line.supply", is: true },
    });
    const program = programOf([always, supply], [on]);
    const open = evaluate(program, world({}), opts);
    expect(open).toMatchObject({
      lane: "case-by-case",
      atWorst: "case-by-case",
      ask: [],
      questions: [],
    });
    expect(open.conditions).toEqual([
      { id: "line.supply", rule: "us.supply", subject: line, owner: "exporter" },
    ]);
    expect(evaluate(program, world({ "line.supply@ln_1": false }), opts).lane).toBe(
      "presumption-of-denial",
    );
  });

  test("a gap in a dated parameter is unknown law, never zero", () => {
    const report = evaluate(
      programOf([always, overLimit], [on, limit]),
      world({ "line.tpp@ln_1": "15832" }),
      {
        ...opts,
        asOf: "2025-12-31",
      },
    );
    expect(report.lane).toBe("verify-first");
    expect(report.verify.map((one) => one.parameter)).toEqual(["p.limit"]);
  });

  test("before the first day a pack covers it says only that it is silent", () => {
    const report = evaluate(programOf([always], [on]), world({}), { ...opts, asOf: "2019-12-31" });
    expect(report.lane).toBe("verify-first");
    expect(report.findings.map((finding) => finding.rule)).toEqual(["pack-silent"]);
  });

  test("no rule that sets a lane reaches the order: no bar was found", () => {
    expect(
      evaluate(programOf([overLimit], [limit]), world({ "line.tpp@ln_1": "1" }), opts).lane,
    ).toBe("no-bar-found");
  });

  test("the fast path gives the same outcome as the explained one", () => {
    const program = programOf([base, overLimit], [limit]);
    for (const facts of [
      {},
      { "line.tpp@ln_1": "30000" },
      { "line.tpp@ln_1": "5", "order.barred@ord_1": true },
    ]) {
      const { lane, atBest, atWorst } = evaluate(program, world(facts), opts);
      expect(evaluateLane(program, world(facts), opts)).toEqual({ lane, atBest, atWorst });
    }
  });
});
