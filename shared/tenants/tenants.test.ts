import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyCheckCharacter, usccCheckCharacter } from "#shared/identity";
import { shareSchema, tenantClasses } from "#shared/model";
import {
  type ClassifiedTenant,
  classifyTenant,
  errorBound,
  type TenantHit,
  type TenantRow,
  TenantSums,
  tenantMix,
  tenantReader,
  WHOLE,
} from "./index.ts";

const row = (more: Partial<TenantRow>): TenantRow => ({
  line: 2,
  name: "虚构科技有限公司",
  code: "",
  sector: "",
  nature: "",
  country: "",
  capacity: WHOLE,
  ...more,
});
const classed = (more: Partial<TenantRow>, hits: readonly TenantHit[] = []) => {
  const { class: own, sure, possible } = classifyTenant(row(more), hits);
  return [own, sure, possible];
};
/** Invented codes with valid check characters, by prefix. */
const codeOf = (prefix: string) => {
  const body = "MA00EX01";
  const first = `${prefix}110000${body}${bodyCheckCharacter(body)}`;
  return `${first}${usccCheckCharacter(first)}`;
};
const CODE = { organ: codeOf("11"), military: codeOf("A1"), enterprise: codeOf("91") };

describe("a tenant's class", () => {
  test("is never told from an enterprise's code alone: it is silent on who owns the firm", () => {
    expect(classed({ code: CODE.enterprise })).toEqual([
      "not-known",
      false,
      ["private-commercial", "state-owned-enterprise"],
    ]);
    expect(classed({ code: CODE.enterprise, nature: "民营" })).toEqual([
      "private-commercial",
      true,
      [],
    ]);
  });
  test.each([
    ["a name that points to an office", { name: "虚构市人民政府" }, ["government", false, []]],
    ["a name that points to the military", { name: "虚构军区后勤部" }, ["military", false, []]],
    [
      "a stated nature against the military in the name",
      { name: "虚构武警医院", nature: "事业单位" },
      ["public-institution", false, ["military"]],
    ],
    ["a firm named after a university", { name: "虚构大学科技有限公司" }, ["not-known", false, []]],
    ["a country that is not China", { name: "Invented Ltd", country: "SG" }, ["foreign", true, []]],
    [
      "Hong Kong, which a person decides",
      { name: "Invented Ltd", country: "HK" },
      ["foreign", false, []],
    ],
    [
      "a sector that may make it critical infrastructure",
      { nature: "民营", sector: "电力" },
      ["private-commercial", false, ["critical-infrastructure"]],
    ],
    [
      "a code that is not valid",
      { code: "123", nature: "民营" },
      ["private-commercial", false, []],
    ],
    ["nothing at all", { name: "" }, ["not-known", false, []]],
  ] as const)("%s", (_name, more, answer) => {
    expect(classed(more)).toEqual(answer);
  });
  test("is sure no longer once the name resembles a listed one", () => {
    const hit = { list: "meu", entry: "meu:1", name: "INVENTED", matched: "name" };
    expect(classed({ nature: "民营" }, [hit])).toEqual(["private-commercial", false, ["military"]]);
  });
  test("is shown by the code of a body of the state", () => {
    expect(classed({ code: CODE.organ, name: "虚构局" })).toEqual(["government", true, []]);
    expect(classed({ code: CODE.military, name: "虚构队" })).toEqual(["military", true, []]);
    expect(classed({ code: CODE.enterprise, nature: "事业单位" })).toEqual([
      "public-institution",
      false,
      ["private-commercial", "state-owned-enterprise"],
    ]);
    // What the provider states against the code leaves the row to a person.
    expect(classed({ code: CODE.organ, nature: "民营" })).toEqual([
      "government",
      false,
      ["private-commercial"],
    ]);
  });
});

describe("the mix", () => {
  const tenant = fc.record({
    capacity: fc.integer({ min: 0, max: 10 ** 12 }),
    class: fc.constantFrom(...tenantClasses),
    sure: fc.boolean(),
    possible: fc.subarray([...tenantClasses], { maxLength: 2 }),
  });
  test("counts every tenant once and its shares can be the whole", () => {
    fc.assert(
      fc.property(fc.array(tenant, { minLength: 1, maxLength: 30 }), (all) => {
        const sums = new TenantSums();
        for (const one of all) {
          const possible = one.sure ? [] : one.possible.filter((other) => other !== one.class);
          sums.add({ ...row({}), ...one, possible, evidence: [] } satisfies ClassifiedTenant);
        }
        const totals = sums.totals();
        expect(totals.reduce((sum, { tenants }) => sum + tenants, 0)).toBe(all.length);
        const mix = tenantMix(totals);
        const whole = all.reduce((sum, { capacity }) => sum + capacity, 0);
        if (whole === 0) {
          expect(mix).toEqual([]);
          return;
        }
        let [least, most] = [0, 0];
        for (const { share } of mix) {
          shareSchema.parse(share);
          if (share.kind === "unknown") throw new Error("a book leaves no share unknown");
          const [min, max] =
            share.kind === "exact" ? [share.percent, share.percent] : [share.min, share.max];
          least += Number(min);
          most += Number(max);
        }
        expect(least).toBeLessThanOrEqual(100.001);
        expect(most).toBeGreaterThanOrEqual(99.999);
      }),
    );
  });
});

describe("a sample's bound", () => {
  test("is the exact one of the binomial law", () => {
    // 1 − 0.05^(1/n) where nothing was wrong; published values where something was.
    expect(errorBound(300, 0)).toBeCloseTo(1 - 0.05 ** (1 / 300), 9);
    expect(errorBound(10, 1)).toBeCloseTo(0.3942, 3);
    expect(errorBound(100, 5)).toBeCloseTo(0.1023, 3);
    expect(errorBound(0, 0)).toBe(1);
    expect(errorBound(5, 5)).toBe(1);
  });
  test("narrows with the sample and widens with what was wrong in it", () => {
    const size = fc.integer({ min: 2, max: 5_000 });
    fc.assert(
      fc.property(size, fc.integer({ min: 0, max: 20 }), (of, wrong) => {
        const some = Math.min(wrong, of - 1);
        const bound = errorBound(of, some);
        expect(bound).toBeGreaterThan(some / of);
        expect(errorBound(of * 2, some)).toBeLessThan(bound);
        expect(errorBound(of, some + 1)).toBeGreaterThanOrEqual(bound);
      }),
    );
  });
});

test("a capacity that is no figure refuses the book: its sum would be wrong", () => {
  const reader = tenantReader({ line: 1, fields: ["客户名称", "卡时"] }, "t.csv");
  if (!reader.ok) throw new Error(reader.error.code);
  expect(reader.value({ line: 2, fields: ["虚构", "1,250.5"] })).toMatchObject({
    value: { capacity: 1_250_500_000 },
  });
  for (const bad of ["", "-1", "many", "1e9", "99999999999"])
    expect(reader.value({ line: 3, fields: ["虚构", bad] })).toMatchObject({
      error: { code: "tenants-capacity", params: { line: 3 } },
    });
});
