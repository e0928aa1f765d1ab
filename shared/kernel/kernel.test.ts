import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  canonicalJson,
  compareDecimal,
  dayNumber,
  divide,
  hashOf,
  isCivilDate,
  lastOfMonth,
  multiply,
  sha256Hex,
  shapeProblem,
  subtract,
  sum,
  type Tri,
  triAll,
  triAny,
  triNot,
} from "./index.ts";

describe("civil dates", () => {
  it("agree with the platform's calendar over four thousand years", () => {
    fc.assert(
      fc.property(fc.integer({ min: -300000, max: 900000 }), (days) => {
        const text = new Date(days * 86400000).toISOString().slice(0, 10);
        expect(dayNumber(text)).toBe(days);
        expect(addDays("1970-01-01", days)).toBe(text);
      }),
    );
  });
  it("refuse days that do not exist", () => {
    for (const text of ["2026-02-29", "2026-13-01", "2026-1-1", "2100-02-29", "today"])
      expect(isCivilDate(text), text).toBe(false);
    expect(isCivilDate("2028-02-29")).toBe(true);
  });
  it("clamp to the last day when a month is added", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(lastOfMonth("2026-12-05")).toBe("2026-12-31");
  });
});

describe("comparing decimals", () => {
  const digits = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat({ max: 12 }));
  const decimal = fc.oneof(
    fc.constantFrom("0", "-0", "0.10", "0.1", "-0.0"),
    digits.map(([value, places]) => {
      const text = `${value < 0n ? -value : value}`.padStart(places + 1, "0");
      const whole = text.slice(0, text.length - places);
      return `${value < 0n ? "-" : ""}${places === 0 ? text : `${whole}.${text.slice(-places)}`}`;
    }),
  );

  it("gives the sign of the exact difference, however long they are", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const difference = subtract(a, b);
        const isNone = !/[1-9]/.test(difference);
        const side = difference.startsWith("-") ? -1 : 1;
        expect(compareDecimal(a, b)).toBe(isNone ? 0 : side);
        expect(compareDecimal(a, a)).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("canonical JSON", () => {
  it("does not depend on the order of keys and parses back to the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: 1, a: [undefined, "é"] })).toBe('{"a":[null,"é"],"b":1}');
  });
  it("refuses what JSON cannot say", () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
    expect(() => canonicalJson(() => 1)).toThrow(TypeError);
    const loop: Record<string, unknown> = {};
    loop["self"] = loop;
    expect(() => canonicalJson(loop)).toThrow(RangeError);
  });
  it("hashes equal values alike", () => {
    expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
    expect(hashOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });
  it("hashes a value piece by piece as its whole text is hashed", () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 9 }),
      fc.anything({
        values: [fc.string({ unit: "grapheme" }), fc.constant(undefined)],
        maxDepth: 8,
      }),
    );
    fc.assert(
      fc.property(odd, (value) => {
        const held = { a: [[]], b: {}, value: value ?? null, long: "说".repeat(70_000) };
        expect(hashOf(held)).toBe(sha256Hex(canonicalJson(held)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("decimals", () => {
  it("add and multiply without float error", () => {
    expect(sum(["0.1", "0.2"])).toBe("0.3");
    expect(multiply("31999.99", "200000")).toBe("6399998000");
    expect(divide("2", "3", 4)).toBe("0.6667");
    expect(divide("1", "8", 2)).toBe("0.13");
    expect(() => divide("1", "0", 2)).toThrow(RangeError);
  });
});

describe("three values", () => {
  const tri = fc.constantFrom<Tri>("holds", "fails", "unknown");
  it("obey De Morgan", () => {
    fc.assert(
      fc.property(fc.array(tri), (values) => {
        expect(triNot(triAll(values))).toBe(triAny(values.map(triNot)));
      }),
    );
  });
});

describe("what is wrong with a shape", () => {
  it.each([
    [{ code: "invalid_type", expected: "string", message: "x, received number" }, "type-string"],
    [{ code: "invalid_type", expected: "string", message: "x, received undefined" }, "missing"],
    [{ code: "unrecognized_keys", keys: ["a"] }, "unknown-key"],
    [{ code: "custom", message: "not a calendar day" }, "not-a-calendar-day"],
    [{ code: "custom", message: "Some library’s own words!" }, "writing"],
    [undefined, "writing"],
  ])("%j is named %s", (issue, problem) => {
    expect(shapeProblem(issue)["problem"]).toBe(problem);
  });
});
