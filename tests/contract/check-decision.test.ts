import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type PlanRow, reportSchema } from "#shared/check";
import { run } from "../../electron/cli/main.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "check-decision-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const good = join(process.cwd(), "examples", "private-start-up-complete.json");
const entry = {
  id: "lkp_test",
  track: "cn-import",
  parameter: "import-state",
  state: "in-force",
  value: "limited",
  from: "2026-11-01",
  citation: "An invented notice",
  seenOn: "2026-11-20",
};

async function check(...argv: string[]) {
  let out = "";
  let err = "";
  const code = await run(["check", ...argv], {
    out: (words) => {
      out += words;
    },
    err: (words) => {
      err += words;
    },
    today: () => "2026-11-30",
    cwd: folder,
    root: process.cwd(),
  });
  return { code, out, err };
}

/** The complete sample with some look-ups. */
async function withLookups(...lookups: object[]): Promise<string> {
  const dossier = JSON.parse(readFileSync(good, "utf8"));
  dossier.order.lookups = lookups;
  await writeFile(join(folder, "order.json"), JSON.stringify(dossier));
  return "order.json";
}

describe("look-ups in a file", () => {
  test.each([
    ["a value that nobody knows", { value: "暂停" }, /import-state.*limited/s],
    ["a parameter that no pack has", { parameter: "import-mood" }, /import-mood.*import-state/s],
    ["a parameter of the other side", { track: "us-export" }, /import-state.*cn-import/s],
    ["no value", { value: undefined }, /import-state.*limited/s],
    [
      "a repeal without what applies instead",
      { state: "repealed", value: undefined },
      /import-state.*limited/s,
    ],
    [
      "a replacement that nobody knows",
      { state: "repealed", value: undefined, instead: "banned" },
      /banned.*limited/s,
    ],
    ["no citation", { citation: undefined }, /citation/],
  ])("%s refuses the file and says what is allowed", async (_, change, said) => {
    const { code, out, err } = await check(
      await withLookups({ ...entry, ...change }),
      "--lang",
      "en",
    );
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(said);
  });

  test("one entry about unverified law counts; entries that disagree leave it open", async () => {
    const laneOf = async (...lookups: object[]) => {
      const { out } = await check(await withLookups(...lookups), "--json");
      return reportSchema.parse(JSON.parse(out)).tracks["cn-import"].lane;
    };
    expect(await laneOf(entry)).toBe("case-by-case");
    expect(await laneOf({ ...entry, value: "hold" })).toBe("reported-hold");
    expect(await laneOf(entry, { ...entry, id: "lkp_b", value: "hold" })).toBe("verify-first");
  });

  test("a file that calls its own entry confirmed lifts no text in force", async () => {
    const reversal = {
      ...entry,
      track: "us-export",
      parameter: "us-review-policy",
      value: "presumption-of-denial",
      confirmed: { person: "psn_drafter", date: "2026-11-21" },
    };
    const { out } = await check(await withLookups(reversal), "--json");
    const report = reportSchema.parse(JSON.parse(out));
    expect(report.tracks["us-export"]).toMatchObject({
      lane: "verify-first",
      atBest: "case-by-case",
      atWorst: "presumption-of-denial",
    });
    expect(report.lookups?.[0]).toMatchObject({ isConfirmed: false });
  });
});

describe("facts and law apart", () => {
  test("the last known state, its age, and what follows if it holds or not", async () => {
    const { out } = await check(good, "--json");
    const { law, facts } = reportSchema.parse(JSON.parse(out)).tracks["cn-import"];
    expect(facts).toEqual({ missing: 0, next: [] });
    expect(law.state).toBe("last-known");
    expect(law.allWorst).toBe("reported-hold");
    expect(law.open).toMatchObject([
      {
        parameter: "import-state",
        lastKnown: { value: "limited", from: "2026-08-19", to: "2026-10-09", ageDays: 52 },
        ifStillHolds: "case-by-case",
      },
    ]);
    const byValue = new Map(law.open[0]?.others.map(({ value, lane }) => [value, lane]));
    expect(byValue.get("pause")).toBe("reported-hold");
    expect(byValue.get("conditional")).toBe("case-by-case");
    expect(byValue.get("weighed")).toBe("verify-first");
  });

  test("an unfinished draft on the same day says that facts are missing, and which to give next", async () => {
    const { out } = await check(join(process.cwd(), "examples", "private-start-up.json"), "--json");
    const { facts } = reportSchema.parse(JSON.parse(out)).tracks["cn-import"];
    expect(facts.missing).toBeGreaterThan(0);
    expect(facts.next.length).toBeGreaterThan(0);
  });
});

describe("the terminal's words", () => {
  test.each(["zh", "en"])(
    "tells each track in at most five sentences and each source once (%s)",
    async (lang) => {
      const { out } = await check(good, "--lang", lang);
      const ids = [...out.matchAll(/^ {2}((?:CN|US|DF|FM)-[A-Z0-9-]+) {2}/gm)].map(([, id]) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      expect(out).toMatch(lang === "zh" ? /距今 52 天/ : /52 days ago/);
      expect(out).not.toMatch(/\{[a-zA-Z]+\}/);
    },
  );

  test("a rule's trace names what was seen and what the rule asks of it", async () => {
    const { code, out } = await check(good, "--why", "us.licence-required", "--lang", "en");
    expect(code).toBe(0);
    expect(out).toContain("is computed as 15832, which meets what the rule asks: ≥ 4800");
    const none = await check(good, "--why", "us.no-such-rule", "--lang", "en");
    expect(none).toMatchObject({ code: 1 });
  });

  test("a plan supposes open law alone, and never another answer of the buyer's", async () => {
    const { code, out } = await check(good, "--plan", "--on", "2026-11-30", "--json");
    const { rows } = JSON.parse(out) as { rows: readonly PlanRow[] };
    expect(code).toBe(0);
    const own = rows.filter(({ track, reading }) => track === "cn-import" && reading === "working");
    expect(
      own.map(({ supposed, lane }) => ["value" in supposed ? supposed.value : undefined, lane]),
    ).toEqual([
      [undefined, "verify-first"],
      ["conditional", "case-by-case"],
      ["hold", "reported-hold"],
      ["in-principle", "case-by-case"],
      ["limited", "case-by-case"],
      ["pause", "reported-hold"],
      ["planned", "verify-first"],
      ["weighed", "verify-first"],
    ]);
    expect(
      rows.filter(({ supposed }) => "owner" in supposed && supposed.owner === "buyer"),
    ).toEqual([]);
  });
});
