import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Party } from "#shared/model";
import {
  bodyCheckCharacter,
  contradictionsOf,
  ELF_FORMS,
  legalFormOf,
  leiCheckDigits,
  PROVINCES,
  readForeignCode,
  readUscc,
  USCC_CATEGORIES,
  usccCheckCharacter,
} from "./index.ts";
import { USCC_ALPHABET } from "./uscc-tables.ts";

// Many random cases: a busy machine needs longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

/** Published codes used as arithmetic only. */
const VECTORS = [
  "91350100M000100Y43",
  "91110000600037341L",
  "91440300708461136T",
  "91110000802100433B",
];

const seal = (prefix: string, body8: string) => {
  const first17 = prefix + body8 + bodyCheckCharacter(body8);
  return first17 + usccCheckCharacter(first17);
};
const bodies = fc
  .array(fc.constantFrom(...USCC_ALPHABET), { minLength: 8, maxLength: 8 })
  .map((chars) => chars.join(""));
const prefixes = fc
  .tuple(fc.constantFrom(...Object.keys(USCC_CATEGORIES)), fc.constantFrom(...PROVINCES))
  .map(([category, province]) => `${category}${province}0100`);
const codes = fc.tuple(prefixes, bodies).map(([prefix, body]) => seal(prefix, body));

describe("unified social credit codes", () => {
  it("pass with both check characters, and fail with any one character changed", () => {
    for (const code of VECTORS) {
      expect(readUscc(code)).toMatchObject({ valid: true, problems: [], repairs: [] });
      for (let at = 0; at < 18; at += 1)
        for (const other of USCC_ALPHABET) {
          if (other === code.charAt(at)) continue;
          const changed = code.slice(0, at) + other + code.slice(at + 1);
          expect(readUscc(changed).valid, changed).toBe(false);
        }
    }
  });

  it("are hinted back to the true code after any single slip, and never changed by themselves", () => {
    const slips = fc.tuple(codes, fc.nat({ max: 16 }), fc.constantFrom("swap", "drop", "double"));
    fc.assert(
      fc.property(slips, ([code, at, slip]) => {
        const [a, b] = [code.charAt(at), code.charAt(at + 1)];
        const rest = code.slice(at + 2);
        const middle = { swap: b + a, drop: b, double: a + a + b }[slip] ?? "";
        const slipped = code.slice(0, at) + middle + rest;
        if (slipped === code) return;
        const reading = readUscc(slipped);
        expect(reading.code).toBe(slipped);
        expect(reading.valid).toBe(false);
        if (slip === "swap" && readUscc(slipped).repairs.length >= 12) return;
        expect(reading.repairs.map((repair) => repair.code)).toContain(code);
      }),
    );
  });

  it("typed with O for 0 and I for 1 get the one change named first", () => {
    const reading = readUscc("9111O000600037341L");
    expect(reading.problems).toEqual([{ kind: "character", position: 5, found: "O" }]);
    expect(reading.repairs[0]).toEqual({
      kind: "lookalike",
      code: "91110000600037341L",
      changes: [{ position: 5, from: "O", to: "0" }],
    });
    expect(readUscc("91110OO060OO37341L").repairs[0]?.code).toBe("91110000600037341L");
    expect(readUscc("9I110000600037341L").repairs[0]?.kind).toBe("lookalike");
  });

  it("are read whatever the width, case and spacing", () => {
    expect(readUscc(" ９１１１００００ 6000-3734-1l ")).toMatchObject({
      valid: true,
      code: "91110000600037341L",
    });
  });

  it("with prefix 91 show an enterprise and say nothing about the state or the military (B-16)", () => {
    const { parts, meaning } = readUscc("91110000600037341L");
    expect(parts).toMatchObject({
      kind: "enterprise",
      elf: "ECAK",
      division: { level: "province", province: "11" },
      body: "600037341",
    });
    expect(meaning?.proves).toEqual(["enterprise"]);
    expect(meaning?.silent).toEqual(
      expect.arrayContaining(["state-owned", "privately-owned", "military-owned", "existence"]),
    );
    expect(meaning?.excludes).not.toContain("state-owned");
  });

  it("with prefix 12 show a public institution, which is no enterprise (B-17)", () => {
    const { meaning } = readUscc(seal("12100000", "40000000"));
    expect(meaning?.proves).toEqual(["public-institution"]);
    expect(meaning?.excludes).toContain("enterprise");
  });

  it("of the national registrar and of each level are told apart", () => {
    const level = (division: string) =>
      readUscc(seal(`91${division}`, "MA000000")).parts?.division.level;
    expect(["100000", "440000", "440300", "440305"].map(level)).toEqual([
      "national",
      "province",
      "prefecture",
      "county",
    ]);
  });

  it("name each fault: length, character, department, category, division, both checks", () => {
    const kinds = (code: string) => readUscc(code).problems.map((problem) => problem.kind);
    expect(kinds("911100006000373")).toEqual(["length"]);
    expect(kinds("9111000060003734")).toEqual(["length"]);
    expect(kinds("B1110000600037341L")).toContain("department");
    expect(kinds("94110000600037341L")).toContain("category");
    expect(kinds("91990000600037341L")).toContain("division");
    expect(kinds("91110000600037342L")).toEqual(["body-check", "check"]);
    expect(kinds("91110000600037341M")).toEqual(["check"]);
    expect(kinds("")).toEqual(["length"]);
  });

  it("count characters as people do, and name one that cannot be seen by its number", () => {
    expect(readUscc("𠀀".repeat(17)).problems[0]).toEqual({ kind: "length", found: 17 });
    expect(readUscc("\u202e91350100M000100Y43").problems).toEqual([
      { kind: "length", found: 19 },
      { kind: "character", position: 1, found: "U+202E" },
    ]);
    expect(readUscc("\u202e91350100M000100Y43").repairs[0]).toMatchObject({
      kind: "extra",
      code: "91350100M000100Y43",
    });
  });
  it("never throw, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        expect(readUscc(text).valid).toBe(false);
      }),
    );
  });
});

describe("foreign registration numbers", () => {
  const lei = (first18: string) => first18 + leiCheckDigits(first18);
  it("hold an LEI to its check digits (ISO 17442)", () => {
    const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const first18 = fc.array(fc.constantFrom(...alphabet), { minLength: 18, maxLength: 18 });
    fc.assert(
      fc.property(
        first18,
        fc.nat({ max: 19 }),
        fc.constantFrom(...alphabet),
        (chars, at, other) => {
          const code = lei(chars.join(""));
          expect(readForeignCode("lei", code).state).toBe("checked");
          // A letter counts as two digits: the check is sure for slips within letters and within digits.
          const digit = (char: string) => /\d/.test(char);
          if (code.charAt(at) === other || digit(code.charAt(at)) !== digit(other)) return;
          const changed = code.slice(0, at) + other + code.slice(at + 1);
          expect(readForeignCode("lei", changed).state).toBe("invalid");
        },
      ),
    );
    // The worked example of the standard.
    expect(readForeignCode("lei", "5493 0084 UKLV MY22 DS16").state).toBe("checked");
  });
  it("hint at swapped neighbours of an LEI", () => {
    const { problem, repairs } = readForeignCode("lei", "549300084UKLVMY22DS16".slice(0, 20));
    expect(problem).toBeDefined();
    expect(repairs).not.toContain("549300084UKLVMY22DS1");
    expect(readForeignCode("lei", "54930048UKLVMY22DS16").repairs).toContain(
      "54930084UKLVMY22DS16",
    );
  });
  it("know the shape of others and leave the rest unchecked", () => {
    expect(readForeignCode("hk-cr", "0123456").state).toBe("shaped");
    expect(readForeignCode("hk-cr", "123").state).toBe("invalid");
    expect(readForeignCode("uen", "201912345K").state).toBe("shaped");
    expect(readForeignCode("company-number", "MC-12345").state).toBe("unchecked");
  });
});

describe("legal forms", () => {
  it("are read from Chinese and English names", () => {
    const form = (name: string) => legalFormOf(name)?.form;
    expect(form("示例云计算有限责任公司")).toBe("limited-liability-company");
    expect(form("示例云计算股份有限公司")).toBe("joint-stock-company");
    expect(form("示例（集团）有限公司")).toBe("limited-company");
    expect(form("示例集团")).toBe("group");
    expect(form("示例股权投资合伙企业（有限合伙）")).toBe("limited-partnership");
    expect(form("Example Cloud Co., Ltd.")).toBe("limited-company");
    expect(form("Example Cloud Company Limited")).toBe("limited-company");
    expect(form("Example Holdings, L.L.C.")).toBe("foreign-limited-company");
    expect(form("Example Cloud Pte. Ltd.")).toBe("foreign-limited-company");
    expect(form("Example Capital, L.P.")).toBe("limited-partnership");
    expect(form("Marinc")).toBeUndefined();
    expect(form("有限公司")).toBeUndefined();
    expect(legalFormOf("示例（集团）有限公司", "CN")).toMatchObject({ group: true, elf: ["ECAK"] });
    expect(legalFormOf("示例有限公司", "HK")?.elf).toEqual(["254M", "EPG7", "S2E3"]);
  });

  const table = "../shared/data/legal-forms/elf-codes-greater-china.csv";
  it.runIf(existsSync(table))(
    "are those of the ISO 20275 list for the mainland and Hong Kong",
    () => {
      const rows = readFileSync(table, "utf8").trim().split(/\r?\n/).slice(1);
      const listed = new Set(rows.map((row) => row.slice(0, 4)));
      expect(new Set(ELF_FORMS.map((form) => form.code))).toEqual(listed);
      for (const { code, zh } of ELF_FORMS)
        if (code !== "2QMJ")
          expect(
            rows.some((row) => row.startsWith(code) && row.includes(zh)),
            code,
          ).toBe(true);
    },
  );
  if (!existsSync(table))
    it(`cannot be compared with the ISO list: ${table} is not here`, () => {
      expect(ELF_FORMS.length).toBeGreaterThan(0);
    });
});

describe("contradictions", () => {
  const party = (more: Partial<Party>): Party => ({
    id: "pty_a",
    kind: "company",
    names: {},
    ...more,
  });
  const kinds = (more: Partial<Party>) => contradictionsOf(party(more)).map((found) => found.kind);
  it("between code, kind, form, names and country are reported with their fields", () => {
    const institution = seal("12110000", "40000000");
    expect(kinds({ uscc: institution })).toEqual(["code-and-kind"]);
    expect(
      kinds({ uscc: institution, kind: "public-body", names: { zh: "示例有限公司" } }),
    ).toEqual(["code-and-form", "kind-and-form"]);
    expect(kinds({ uscc: "91110000600037341L", country: "SG" })).toEqual(["code-and-country"]);
    expect(kinds({ uscc: "91110000600037341M" })).toEqual(["code-not-valid"]);
    expect(kinds({ kind: "person", uscc: "91110000600037341L" })).toContain("person-with-code");
    expect(kinds({ names: { zh: "示例合伙企业（有限合伙）", en: "Example Co., Ltd." } })).toEqual([
      "kind-and-form",
      "names-and-forms",
    ]);
    expect(kinds({ foreignCodes: [{ scheme: "lei", value: "1" }] })).toEqual([
      "foreign-code-not-valid",
    ]);
  });
  it("are none in a plain record", () => {
    const plain = {
      uscc: "91110000600037341L",
      country: "CN",
      names: { zh: "示例有限公司", en: "Example Co., Ltd." },
    };
    expect(kinds(plain)).toEqual([]);
  });
});
