import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type PackCase, type PackInput, runCases } from "#shared/rules";
import { programOf, readBases, readPack } from "./support/pack-files.ts";
import { factsOfCase } from "./support/run-case.ts";

/** A copy of a pack in which some value is another wherever a place matches. */
function changed(
  input: PackInput,
  change: (key: string, value: unknown, inside: readonly string[]) => unknown,
): PackInput {
  const walk = (value: unknown, inside: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, inside));
    if (typeof value !== "object" || value === null) return value;
    const id = (value as { id?: unknown }).id;
    const here = typeof id === "string" ? [...inside, id] : inside;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        change(key, item, here) ?? walk(item, [...here, key]),
      ]),
    );
  };
  return { ...input, pack: walk(input.pack, []), cases: [] };
}

function laneOf(input: PackInput, folder: string, one: Omit<PackCase, "name" | "expect">): string {
  const program = programOf({
    ...input,
    cases: [{ ...one, name: "The lane of this case", expect: { lane: "no-bar-found" } }],
  });
  const [result] = runCases(program, (item) => factsOfCase(item, readBases(folder)));
  return result?.ok ? "no-bar-found" : (result?.problems[0]?.found ?? "?");
}

describe("the same dossier under a pack with other numbers comes out otherwise", () => {
  const us = "us-export/2026-12-01/";
  const cn = "cn-import/2026-12-01/";

  test("a performance limit of 10,000 closes the lane that 21,000 leaves open", () => {
    const lower = changed(readPack(us), (key, _, inside) =>
      key === "value" && inside.includes("tpp-limit") ? 10_000 : undefined,
    );
    const one = { asOf: "2026-08-20", dossier: "private-start-up" };
    expect(laneOf(readPack(us), us, one)).toBe("case-by-case");
    expect(laneOf(lower, us, one)).toBe("presumption-of-denial");
  });

  test("a state share of 30 % makes a firm state-owned that 50 % leaves private", () => {
    const lower = changed(readPack(cn), (key, _, inside) =>
      key === "value" && inside.includes("state-majority-share") ? 30 : undefined,
    );
    const share = (id: string, owner: string, percent: string) => ({
      id,
      owner,
      target: "pty_buyer",
      equity: { kind: "exact", percent },
      agreement: { kind: "other", controls: { value: "no" } },
    });
    const one = {
      asOf: "2026-08-20",
      dossier: "private-start-up",
      set: [
        {
          path: "parties.pty_state",
          value: {
            id: "pty_state",
            kind: "public-body",
            names: { zh: "示例国资机构" },
            country: "CN",
          },
        },
        {
          path: "links",
          value: [
            share("lnk_1", "pty_state", "40"),
            share("lnk_2", "pty_founder", "35"),
            share("lnk_3", "pty_partner", "25"),
          ],
        },
      ],
    };
    expect(laneOf(readPack(cn), cn, one)).toBe("case-by-case");
    expect(laneOf(lower, cn, one)).toBe("reported-barred");
  });
});

describe("a parameter inside the arguments of a fact", () => {
  const folder = "cn-import/2026-12-01/";
  const one = { asOf: "2026-08-20", dossier: "state-group" };
  const withState = (state: string) =>
    changed(readPack(folder), (key, value, inside) => {
      if (!inside.includes("state-majority-share") || key !== "periods") return undefined;
      const [period] = value as readonly object[];
      return [{ ...period, state, careful: 50 }];
    });

  test("that is not in force leaves nothing to ask: the rule does not operate", () => {
    expect(laneOf(withState("suspended"), folder, one)).not.toBe("reported-barred");
  });

  test("that is unverified counts in the worst case only", () => {
    expect(laneOf(withState("unverified"), folder, one)).toBe("verify-first");
  });

  test("that the pack does not have is refused", () => {
    const wrong = changed(readPack(folder), (key) =>
      key === "over" ? { param: "no-such-line" } : undefined,
    );
    expect(() => programOf(wrong)).toThrow("undefined-parameter");
  });
});

describe("a pack for an invented product with classes of its own", () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`./invented/${name}`, import.meta.url), "utf8"));
  const program = programOf({
    pack: read("pack.json"),
    sources: read("sources.json"),
    cases: [read("cases.json")],
  });
  const bases = new Map([["loom", read("loom.json")]]);
  const results = runCases(program, (one) => factsOfCase(one, bases));

  test.each(results.map((result) => [result.name, result] as const))("%s", (_, result) => {
    expect(result).toMatchObject({ ok: true, problems: [] });
  });
});
