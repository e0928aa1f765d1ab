import { describe, expect, test } from "vitest";
import type { Subject } from "#shared/facts";
import { compile } from "../compile/compile.ts";
import { diagnose } from "../compile/diagnose.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { EvaluateOptions } from "../evaluate/evaluate-lane.ts";
import { type StatedFact, statedCatalogue, statedFacts } from "../evaluate/stated-facts.ts";
import { diffPacks, lanesMoved } from "../pack/diff-packs.ts";
import type { Program } from "../pack/program.ts";
import { setFields } from "../questions/set-fields.ts";
import { whatIf } from "../questions/what-if.ts";
import { coverageOf } from "./coverage.ts";
import { compareCase, runCases } from "./run-cases.ts";

const words = { zh: "试", en: "A test" };
const catalogue = statedCatalogue({
  "order.state-share": ["order", "number", "buyer"],
  "order.military": ["order", "bool", "buyer"],
});
const order: Subject = { kind: "order", id: "ord_1" };
const options: EvaluateOptions = { asOf: "2026-02-01", reading: "working" };
const sources = [
  { id: "CN-I-03", authority: "press", title: words, date: "2026-01-08", confidence: "medium" },
  { id: "CN-I-04", authority: "press", title: words, date: "2026-01-14", confidence: "medium" },
];
const limit = (value: number) => ({
  id: "p.share",
  title: words,
  periods: [
    {
      from: "2026-01-01",
      to: "2026-06-30",
      precision: "day",
      checked: "2026-11-01",
      state: "in-force",
      value,
      sources: ["CN-I-03"],
    },
    {
      from: "2026-08-01",
      to: null,
      precision: "day",
      checked: "2026-11-01",
      state: "in-force",
      value,
      sources: ["CN-I-03"],
    },
  ],
});

function rule(id: string, lane: string, when: unknown, more: object = {}) {
  return {
    id,
    title: words,
    text: words,
    subject: "order",
    from: null,
    to: null,
    when,
    effect: { lane },
    sources: ["CN-I-03"],
    ...more,
  };
}
const military = rule("cn.military", "reported-barred", { fact: "order.military", is: true });
const state = rule("cn.state", "reported-barred", {
  fact: "order.state-share",
  gt: { param: "p.share" },
});

function packOf(rules: readonly unknown[], share = 50, definitions: readonly unknown[] = []) {
  return {
    schema: "h200-desk/pack@1",
    id: "test-pack",
    track: "cn-import",
    issued: "2026-11-23",
    version: "1.0.0",
    title: words,
    covers: { from: null },
    parameters: [limit(share)],
    definitions,
    rules,
  };
}

function programOf(rules: readonly unknown[], share = 50, cases: readonly unknown[] = []): Program {
  const compiled = compile({ pack: packOf(rules, share), sources, cases }, catalogue);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  return compiled.program;
}

function facts(stated: { [key: string]: StatedFact }) {
  return statedFacts({ subjects: [order], facts: stated }, catalogue);
}
const content = ({ pack, sources: cited }: Program) => ({ pack, sources: [...cited.values()] });

describe("what-if", () => {
  test("one answer supposed otherwise moves its finding and the lane, and says what decides now", () => {
    const program = programOf([military, state]);
    const before = facts({ "order.military@ord_1": false, "order.state-share@ord_1": "10" });
    const change = {
      fact: "order.state-share",
      subject: order,
      answer: { known: true, value: "60" },
    } as const;
    const result = whatIf(program, before, [change], options);
    expect([result.before.lane, result.after.lane]).toEqual(["no-bar-found", "reported-barred"]);
    expect(result.moves).toMatchObject([
      {
        rule: "cn.state",
        from: "fails",
        to: "holds",
        because: [{ id: "order.state-share", seen: "60", test: "> 50 (p.share)" }],
      },
    ]);
  });

  test("an answer taken back is asked for again", () => {
    const program = programOf([military]);
    const taken = {
      known: false,
      owner: "buyer",
      ask: [{ key: "k", fact: "order.military", subject: order, owner: "buyer", path: "p" }],
    } as const;
    const change = { fact: "order.military", subject: order, answer: taken };
    expect(
      whatIf(program, facts({ "order.military@ord_1": false }), [change], options),
    ).toMatchObject({
      after: { lane: "needs-information", ask: [["k"]] },
      moves: [{ from: "fails", to: "unknown" }],
    });
  });
});

describe("comparing two packs", () => {
  test("a pack does not differ from itself written in another order", () => {
    const program = programOf([military, state]);
    const turned = programOf([state, military]);
    expect(diffPacks(content(program), content(turned))).toEqual([]);
  });

  test("rules added and removed, and a number changed, are told field by field", () => {
    const before = programOf([military, state]);
    const after = programOf(
      [state, rule("cn.new", "reported-hold", { fact: "order.military", is: false })],
      30,
    );
    const changes = diffPacks(content(before), content(after));
    expect(changes.map(({ kind, id, change }) => `${kind} ${id} ${change}`)).toEqual([
      "rule cn.military removed",
      "rule cn.new added",
      "parameter p.share changed",
    ]);
    expect(changes[2]?.fields).toEqual([
      { path: "periods[0].value", before: 50, after: 30 },
      { path: "periods[1].value", before: 50, after: 30 },
    ]);
  });

  test("of several dossiers only those whose lanes move are named", () => {
    const dossiers = ["20", "40", "60"].map((share) => ({
      id: share,
      facts: facts({ "order.military@ord_1": false, "order.state-share@ord_1": share }),
    }));
    expect(
      lanesMoved(programOf([military, state]), programOf([military, state], 30), dossiers, options),
    ).toMatchObject([
      { id: "40", before: { lane: "no-bar-found" }, after: { lane: "reported-barred" } },
    ]);
  });
});

describe("diagnosis without any dossier", () => {
  const codes = (program: Program) => diagnose(program).map((one) => `${one.code} ${one.id}`);

  test("days of which a parameter says nothing are named, and sources that nothing cites", () => {
    expect(diagnose(programOf([military, state]))).toEqual([
      { code: "gap", id: "p.share", params: { from: "2026-07-01", to: "2026-07-31" } },
      { code: "unused-source", id: "CN-I-04", params: {} },
    ]);
  });

  test("a rule that holds whatever the answers is pointed out", () => {
    const either = rule("cn.either", "case-by-case", {
      any: [
        { fact: "order.military", is: true },
        { fact: "order.military", is: false },
      ],
    });
    expect(codes(programOf([either, state]))).toContain("always-holds cn.either");
  });

  test("a rule that never holds without another of the same lane is implied by it", () => {
    const narrower = rule("cn.narrower", "reported-barred", {
      all: [
        { fact: "order.military", is: true },
        { fact: "order.state-share", gt: 10 },
      ],
    });
    const found = diagnose(programOf([military, narrower, state]));
    expect(found).toContainEqual({
      code: "implied",
      id: "cn.narrower",
      params: { by: "cn.military" },
    });
  });

  test("two rules with the same conditions and different lanes contradict each other", () => {
    const other = rule("cn.other", "case-by-case", { not: { fact: "order.military", is: false } });
    expect(diagnose(programOf([military, other, state]))).toContainEqual({
      code: "contradicts",
      id: "cn.military",
      params: { other: "cn.other" },
    });
  });

  test("a rule whose law differs by date is not taken for its neighbour because they agree on one day", () => {
    const day = { precision: "day", checked: "2026-11-01", sources: ["CN-I-03"] };
    const dated = {
      id: "p.state",
      title: words,
      periods: [
        { ...day, from: null, to: "2026-10-09", state: "in-force", value: "open" },
        { ...day, from: "2026-10-10", to: null, state: "unverified", careful: "hold" },
      ],
    };
    const hold = rule("cn.hold", "reported-hold", {
      all: [
        { fact: "order.military", is: true },
        { param: "p.state", eq: "hold" },
      ],
    });
    const pack = { ...packOf([military, hold]), parameters: [dated] };
    const compiled = compile({ pack, sources }, catalogue);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
    expect(codes(compiled.program)).toEqual(["unused-source CN-I-04"]);
  });

  test("a parameter that no rule uses is pointed out", () => {
    expect(codes(programOf([military]))).toContain("unused-parameter p.share");
  });
});

describe("cases and coverage", () => {
  const golden = (name: string, expected: object) => ({
    name,
    asOf: "2026-02-01",
    dossier: "any",
    expect: expected,
  });

  test("a case that does not come out says what was expected and what was found", () => {
    const cases = [
      golden("On 1 February 2026 a military buyer is barred", { lane: "reported-barred" }),
      golden("On 1 February 2026 nobody is barred, which is wrong", {
        lane: "no-bar-found",
        findings: { "cn.military": "fails" },
      }),
    ];
    const program = programOf([military, state], 50, cases);
    const stated = facts({ "order.military@ord_1": true, "order.state-share@ord_1": "1" });
    expect(runCases(program, () => ({ ok: true, value: stated }))).toEqual([
      { name: cases[0]?.name, ok: true, problems: [] },
      {
        name: cases[1]?.name,
        ok: false,
        problems: [
          { what: "lane", expected: "no-bar-found", found: "reported-barred" },
          { what: "finding cn.military", expected: "fails", found: "holds" },
        ],
      },
    ]);
  });

  test("an expectation about a rule that is not in force is met by absent only", () => {
    const program = programOf([
      rule(
        "cn.late",
        "reported-hold",
        { fact: "order.military", is: true },
        { from: "2026-03-01" },
      ),
      state,
    ]);
    const report = evaluate(program, facts({}), options);
    expect(compareCase({ findings: { "cn.late": "absent" } }, report)).toEqual([]);
    expect(compareCase({ findings: { "cn.late": "unknown" } }, report)).toHaveLength(1);
  });

  test("coverage counts what each rule was seen to say, and names what was never seen", () => {
    const runs = [{}, { "order.military@ord_1": true }].map((stated) => ({
      facts: facts(stated),
      options,
    }));
    expect(coverageOf(programOf([military, state]), runs)).toEqual([
      { rule: "cn.military", holds: 1, fails: 0, unknown: 1, unseen: ["fails"] },
      { rule: "cn.state", holds: 0, fails: 0, unknown: 2, unseen: ["holds", "fails"] },
    ]);
  });
});

describe("setting fields of a plain value", () => {
  const value = { order: { lines: [{ id: "ln_1", n: 1 }] }, parties: [{ id: "pty_a" }] };

  test("items of a list are found by id or by place, missing objects on the way are made", () => {
    const settings = [
      { path: "order.lines.ln_1.n", value: 2 },
      { path: "parties.0.state.share", value: "51" },
    ];
    expect(setFields(value, settings)).toEqual({
      ok: true,
      value: {
        order: { lines: [{ id: "ln_1", n: 2 }] },
        parties: [{ id: "pty_a", state: { share: "51" } }],
      },
    });
    expect(value.order.lines[0]?.n).toBe(1);
  });

  test("null takes a field or an item away", () => {
    expect(
      setFields(value, [
        { path: "parties.pty_a", value: null },
        { path: "order.lines", value: null },
      ]),
    ).toEqual({
      ok: true,
      value: { order: {}, parties: [] },
    });
  });

  test.each(["parties.pty_b.name", "__proto__.x", "parties.pty_a.id.x", "", "order..lines"])(
    "a path that leads nowhere is refused: %j",
    (path) => {
      expect(setFields(value, [{ path, value: 1 }])).toMatchObject({
        ok: false,
        error: { code: "set-path" },
      });
    },
  );
});
