import { describe, expect, test } from "vitest";
import { statedCatalogue } from "../evaluate/stated-facts.ts";
import type { PackErrorCode } from "../pack/pack-error.ts";
import { MAX_PACK_TEXT, parsePackText } from "../pack/pack-text.ts";
import { compile, packHash } from "./compile.ts";

const words = { zh: "试", en: "A test" };
const catalogue = statedCatalogue(
  {
    "line.tpp": ["line", "number", "buyer"],
    "order.barred": ["order", "bool", "buyer"],
    "order.country": ["order", "text", "buyer"],
    "order.signed": ["order", "date", "buyer"],
    "order.kinds": ["order", "set", "buyer"],
  },
  { lines: ["order", "line"] },
);
const source = {
  id: "US-R-01",
  authority: "regulation",
  title: words,
  date: "2026-01-15",
  confidence: "high",
};
const period = {
  from: "2026-01-15",
  to: null,
  precision: "day",
  checked: "2026-10-01",
  state: "in-force",
  sources: ["US-R-01"],
};
const barred = { fact: "order.barred", is: true };

function rule(when: unknown, more: object = {}) {
  return {
    id: "us.rule",
    title: words,
    text: words,
    subject: "order",
    from: null,
    to: null,
    when,
    effect: { lane: "reported-hold" },
    sources: ["US-R-01"],
    ...more,
  };
}

function pack(more: object = {}) {
  return {
    schema: "h200-desk/pack@1",
    id: "test-pack",
    track: "us-export",
    issued: "2026-11-23",
    version: "1.0.0",
    title: words,
    covers: { from: "2020-01-01" },
    parameters: [],
    definitions: [],
    rules: [rule(barred)],
    ...more,
  };
}

function errorsOf(value: unknown, sources: unknown = [source]) {
  const compiled = compile({ pack: value, sources }, catalogue);
  return compiled.ok ? [] : compiled.errors;
}

function codesOf(value: unknown, sources?: unknown): readonly PackErrorCode[] {
  return errorsOf(value, sources).map((error) => error.code);
}

const withRule = (when: unknown, more: object = {}) => pack({ rules: [rule(when, more)] });
const withParameter = (...periods: object[]) =>
  pack({ parameters: [{ id: "p.one", title: words, periods }] });

describe("what the compiler refuses in a condition", () => {
  const refusals: readonly (readonly [string, unknown, PackErrorCode, string])[] = [
    ["an empty group, which would always hold", { all: [] }, "empty-group", "when.all"],
    ["an empty list", { fact: "order.country", in: [] }, "empty-group", "when.fact.in"],
    ["a key that nothing knows", { ...barred, sure: 1 }, "unknown-key", "when"],
    ["two heads at once", { all: [barred], not: barred }, "not-a-condition", "when"],
    ["something that is no condition", [barred], "not-a-condition", "when"],
    [
      "a fact that does not exist",
      { fact: "order.colour", is: true },
      "undefined-fact",
      "when.fact",
    ],
    [
      "a parameter that does not exist",
      { param: "p.none", is: true },
      "undefined-parameter",
      "when.param",
    ],
    ["a definition that does not exist", { def: "none" }, "undefined-definition", "when.def"],
    [
      "a relation that does not exist",
      { some: "friends", where: barred },
      "undefined-relation",
      "when.some",
    ],
    [
      "text compared with less-than",
      { fact: "order.country", lt: "CN" },
      "wrong-type",
      "when.fact.lt",
    ],
    [
      "a number compared with text",
      { fact: "order.signed", ge: "soon" },
      "wrong-type",
      "when.fact.ge",
    ],
    [
      "a yes-or-no fact compared with a list",
      { fact: "order.barred", in: ["a"] },
      "wrong-type",
      "when.fact.in",
    ],
    ["a fact without any comparison", { fact: "order.barred" }, "no-comparison", "when.fact"],
    ["a fact of another subject", { fact: "line.tpp", ge: 1 }, "wrong-subject", "when.fact"],
    [
      "arguments for a fact that takes none",
      { ...barred, args: { a: 1 } },
      "wrong-arguments",
      "when.fact",
    ],
    [
      "a lane that rests on a question being open",
      { known: "order.barred" },
      "known-in-lane",
      "when",
    ],
  ];

  test.each(refusals)("%s", (_, when, code, place) => {
    const [error] = errorsOf(withRule(when));
    expect(error).toMatchObject({ file: "pack.json", code, remedy: `fix-${code}` });
    expect(error?.place).toBe(`rule us.rule: ${place}`);
  });

  test("a rule that only tells may ask whether a fact is given", () => {
    expect(codesOf(withRule({ known: "order.barred" }, { effect: { tells: "warning" } }))).toEqual(
      [],
    );
  });

  test("conditions that shut each other out, on one fact or by way of a definition", () => {
    const both = { all: [barred, { fact: "order.barred", is: false }] };
    expect(codesOf(withRule(both))).toEqual(["never-holds"]);
    const numbers = {
      all: [
        { fact: "line.tpp", lt: 5 },
        { fact: "line.tpp", ge: 5 },
      ],
    };
    expect(codesOf(withRule(numbers, { subject: "line" }))).toEqual(["never-holds"]);
    const definition = {
      id: "no",
      title: words,
      subject: "order",
      when: { not: barred },
      sources: ["US-R-01"],
    };
    const value = pack({
      definitions: [definition],
      rules: [rule({ all: [barred, { def: "no" }] })],
    });
    expect(codesOf(value)).toEqual(["never-holds"]);
  });
});

describe("what the compiler refuses in a pack", () => {
  test("keys that nothing knows, with the rule they stand in", () => {
    expect(errorsOf(withRule(barred, { severity: 1 }))[0]).toMatchObject({
      code: "unknown-key",
      place: "rule us.rule",
      params: { keys: ["severity"] },
    });
  });

  test("two rules with one id, two sources with one id", () => {
    expect(codesOf(pack({ rules: [rule(barred), rule(barred)] }))).toEqual(["duplicate-id"]);
    expect(codesOf(pack(), [source, source])).toEqual(["duplicate-id"]);
  });

  test("a rule without a source, and a source that does not exist", () => {
    expect(codesOf(withRule(barred, { sources: [] }))).toEqual(["missing-citation"]);
    expect(codesOf(withRule(barred, { sources: ["US-R-99"] }))).toEqual(["undefined-source"]);
  });

  test("a definition that refers to itself, with the whole ring", () => {
    const definition = (id: string, to: string) => ({
      id,
      title: words,
      subject: "order",
      when: { any: [barred, { def: to }] },
      sources: ["US-R-01"],
    });
    const ring = [definition("a", "b"), definition("b", "c"), definition("c", "a")];
    expect(errorsOf(pack({ definitions: ring }))[0]).toMatchObject({
      code: "cycle",
      params: { ring: ["a", "b", "c", "a"] },
    });
  });

  test("periods that overlap by a day, and none that only touch", () => {
    const first = { ...period, to: "2026-03-31", value: 1 };
    expect(codesOf(withParameter(first, { ...period, from: "2026-03-31", value: 2 }))).toEqual([
      "period-overlap",
    ]);
    expect(codesOf(withParameter(first, { ...period, from: "2026-04-01", value: 2 }))).toEqual([]);
  });

  test("a period that runs backwards, and a day that does not exist", () => {
    expect(codesOf(withParameter({ ...period, to: "2026-01-01", value: 1 }))).toContain(
      "period-reversed",
    );
    expect(codesOf(withParameter({ ...period, from: "2026-02-30", value: 1 }))).toEqual(["shape"]);
  });

  test("an unverified period without a careful value", () => {
    expect(codesOf(withParameter({ ...period, state: "unverified" }))).toEqual(["careful-missing"]);
  });

  test("values of different types in one parameter", () => {
    const first = { ...period, to: "2026-03-31", value: true };
    expect(codesOf(withParameter(first, { ...period, from: "2026-04-01", value: 2 }))).toEqual([
      "mixed-values",
    ]);
  });

  test("a comparison with a parameter that has no value while in force", () => {
    const value = pack({
      parameters: [{ id: "p.one", title: words, periods: [period] }],
      rules: [rule({ fact: "line.tpp", ge: { param: "p.one" } }, { subject: "line" })],
    });
    expect(codesOf(value)).toEqual(["wrong-type", "value-missing"]);
  });

  test("a rule in force on no day, or only before the pack speaks", () => {
    expect(codesOf(withRule(barred, { from: "2026-02-01", to: "2026-01-01" }))).toContain(
      "never-in-force",
    );
    expect(codesOf(withRule(barred, { to: "2019-12-31" }))).toContain("never-in-force");
  });

  test("a wider reading that leaves out what the narrower takes in", () => {
    const definition = {
      id: "vague",
      title: words,
      subject: "order",
      narrow: { any: [barred, { fact: "order.country", eq: "CN" }] },
      working: barred,
      broad: barred,
      sources: ["US-R-01"],
    };
    expect(errorsOf(pack({ definitions: [definition] }))[0]).toMatchObject({
      code: "not-nested",
      place: "definition vague: working",
    });
    const milder = { narrow: "reported-barred", working: "case-by-case", broad: null };
    expect(codesOf(withRule(barred, { effect: { byReading: milder } }))).toEqual(["not-nested"]);
  });

  test("a case that is no case, with its place", () => {
    const cases = [
      [{ name: "On some day or other", asOf: "2026-13-01", dossier: "any", expect: {} }],
    ];
    const compiled = compile({ pack: pack(), sources: [source], cases }, catalogue);
    expect(compiled).toMatchObject({ ok: false, errors: [{ code: "case-shape", place: "asOf" }] });
  });
});

describe("hostile packs are refused in bounded time", () => {
  function within(ms: number, work: () => void): void {
    const start = performance.now();
    work();
    expect(performance.now() - start).toBeLessThan(ms);
  }

  test("conditions nested ten thousand deep", () => {
    let when: unknown = barred;
    for (let depth = 0; depth < 10_000; depth += 1) when = { not: when };
    within(2_000, () => expect(codesOf(withRule(when))).toEqual(["too-deep"]));
  });

  test("relations nested as deep as nesting is allowed at all", () => {
    const pairs = statedCatalogue(
      { "order.barred": ["order", "bool", "buyer"] },
      { self: ["order", "order"] },
    );
    let when: unknown = barred;
    for (let depth = 0; depth < 25; depth += 1)
      when = { [depth % 2 ? "some" : "every"]: "self", where: when };
    within(2_000, () => {
      const compiled = compile({ pack: withRule(when), sources: [source] }, pairs);
      expect(compiled).toMatchObject({ ok: false, errors: [{ code: "too-deep" }] });
    });
  });

  test("a bomb of references: forty definitions, each naming the one before ten times", () => {
    const definitions = Array.from({ length: 40 }, (_, at) => ({
      id: `d${at}`,
      title: words,
      subject: "order",
      when: at === 0 ? barred : { all: Array.from({ length: 10 }, () => ({ def: `d${at - 1}` })) },
      sources: ["US-R-01"],
    }));
    within(2_000, () =>
      expect(codesOf(pack({ definitions, rules: [rule({ def: "d39" })] }))).toEqual(["too-large"]),
    );
  });

  test("keys that would touch an object's prototype", () => {
    const text = `{"rules": [], "__proto__": {"polluted": true}}`;
    expect(codesOf(JSON.parse(text))).toEqual(["forbidden-key"]);
    expect(parsePackText(text, "pack.json")).toMatchObject({
      ok: false,
      errors: [{ code: "forbidden-key" }],
    });
    expect("polluted" in {}).toBe(false);
  });

  test("numbers beyond all measure and numbers that are none", () => {
    expect(codesOf(withRule({ fact: "line.tpp", ge: 1e300 }, { subject: "line" }))).toEqual([
      "wrong-type",
    ]);
    expect(codesOf(withRule({ fact: "line.tpp", ge: Number.NaN }, { subject: "line" }))).toEqual([
      "wrong-type",
    ]);
    expect(parsePackText('{"a": 1e999}', "pack.json").ok).toBe(false);
  });

  test("twenty-one thousand rules", () => {
    const rules = Array.from({ length: 21_000 }, (_, at) => rule(barred, { id: `r${at}` }));
    within(5_000, () => expect(codesOf(pack({ rules }))).toContain("too-large"));
  });

  test("a million faults give a hundred errors", () => {
    const rules = Array.from({ length: 5_000 }, () => ({ nonsense: true }));
    within(5_000, () => expect(errorsOf(pack({ rules })).length).toBeLessThanOrEqual(100));
  });

  test("text larger than any pack", () => {
    const text = " ".repeat(MAX_PACK_TEXT + 1);
    expect(parsePackText(text, "pack.json")).toMatchObject({
      ok: false,
      errors: [{ code: "too-large" }],
    });
  });

  test.each([null, 7, "pack", [], undefined])("%j in place of a pack", (value) => {
    expect(codesOf(value)).toEqual(["shape"]);
  });
});

describe("reading a pack's text", () => {
  test("gives what JSON.parse gives", () => {
    const text = JSON.stringify(
      pack({ title: { zh: '引号\\" \u2028', en: 'a "b" \\ \n' } }),
      null,
      2,
    );
    expect(parsePackText(text, "pack.json")).toEqual({ ok: true, value: JSON.parse(text) });
  });

  test("a key written twice is named with its place and line", () => {
    expect(parsePackText('{"rules": [{"id": "a",\n"id": "b"}]}', "pack.json")).toMatchObject({
      ok: false,
      errors: [{ code: "duplicate-key", place: "rules[0].id (line 2)" }],
    });
  });

  test.each(["", "{", '{"a":}', "[1,]", '{"a":1}x', '{"a" 1}', '"\\x"', "nul", '"open'])(
    "%j is no JSON",
    (text) => {
      expect(parsePackText(text, "pack.json")).toMatchObject({
        ok: false,
        errors: [{ code: "not-json" }],
      });
    },
  );
});

describe("the hash of a pack", () => {
  test("does not depend on the order of keys or sources, and changes with a single number", () => {
    const other = { ...source, id: "US-R-02" };
    const turned = Object.fromEntries(Object.entries(pack()).reverse());
    expect(packHash(turned, [other, source])).toBe(packHash(pack(), [source, other]));
    expect(packHash(pack({ version: "1.0.1" }), [source, other])).not.toBe(
      packHash(pack(), [source, other]),
    );
  });
});
