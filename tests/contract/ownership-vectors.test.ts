import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../electron/cli/main.ts";
import { ownershipVectors, readVectors } from "../support/vectors.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-vectors-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function desk(...argv: string[]) {
  let out = "";
  let err = "";
  const io = {
    out: (words: string) => {
      out += words;
    },
    err: (words: string) => {
      err += words;
    },
    today: () => "2026-11-23",
    cwd: folder,
    root: process.cwd(),
  };
  return { code: await run(argv, io), out, err };
}

const vectors = readVectors();

test("every vector about identity and ownership is among the golden cases", () => {
  const found = new Set(vectors.flatMap(({ ids }) => ids));
  expect(ownershipVectors.filter((id) => !found.has(id))).toEqual([]);
});

type Finding = { readonly rule: string; readonly value: string; readonly effect: string };
type Report = { readonly tracks: Record<string, { lane: string; findings: Finding[] }> };

/** One rule may speak of several parties: it holds when it holds of one, and fails when it fails of all. */
function answerOf(findings: readonly Finding[], rule: string): string {
  const values = findings.filter((one) => one.rule === rule).map(({ value }) => value);
  if (values.length === 0) return "absent";
  if (values.includes("holds")) return "holds";
  return values.includes("unknown") ? "unknown" : "fails";
}

test.each(
  vectors.map((vector, at) => [vector.ids.join(" "), vector.one.name, vector, at] as const),
)("%s on the command line: %s", async (_ids, _name, { one, track, dossier, list }, at) => {
  await writeFile(join(folder, `${at}.json`), JSON.stringify(dossier));
  if (list !== undefined) await writeFile(join(folder, `${at}.csv`), list);
  const { code, out, err } = await desk(
    "check",
    `${at}.json`,
    "--as-of",
    one.asOf,
    ...(one.reading === undefined ? [] : ["--reading", one.reading]),
    ...(list === undefined ? [] : ["--list", `${at}.csv`]),
    "--json",
  );
  expect(err).toBe("");
  expect([0, 1]).toContain(code);
  const report = (JSON.parse(out) as Report).tracks[track];
  if (one.expect.lane !== undefined) expect(report?.lane).toBe(one.expect.lane);
  for (const [rule, value] of Object.entries(one.expect.findings ?? {}))
    expect([rule, answerOf(report?.findings ?? [], rule)]).toEqual([rule, value]);
});

type View = {
  readonly classes: readonly {
    readonly id: string;
    readonly values: Record<string, string>;
    readonly figures: readonly { readonly value: string; readonly chains: readonly object[] }[];
  }[];
};

async function classOf(table: string, subject: string, id: string) {
  await writeFile(join(folder, "table.csv"), table);
  const { code, out } = await desk("owners", "table.csv", "--subject", subject, "--json");
  expect(code).toBe(0);
  const found = (JSON.parse(out) as View).classes.find((one) => one.id === id);
  return { working: found?.values["working"], figures: found?.figures ?? [] };
}

const HEAD = "owner,ownerKind,target,targetKind,share,agreement";

test("B-13 in a table: exactly 50 % is no majority, and control by agreement has to be asked about", async () => {
  const table = `${HEAD}\n虚构国资委,机关,甲公司,公司,50,\n虚构乙,自然人,甲公司,公司,30,\n虚构丙,自然人,甲公司,公司,20,\n`;
  expect((await classOf(table, "甲公司", "state-majority")).working).toBe("fails");
  expect((await classOf(table, "甲公司", "state-actual-control")).working).toBe("unknown");
  expect((await classOf(table, "甲公司", "state-participation")).working).toBe("holds");
});

test("B-14 in a table: 40 % and 20 % against 40 % are a tie, and no majority", async () => {
  const table = `${HEAD}\n虚构国资委,机关,甲公司,公司,40,否\n虚构国投,机关,甲公司,公司,20,否\n虚构乙,自然人,甲公司,公司,40,\n`;
  expect((await classOf(table, "甲公司", "tied-largest-holder")).working).toBe("holds");
  expect((await classOf(table, "甲公司", "state-majority")).working).toBe("fails");
});

test("B-15 in a table: 60 % of 60 % is state-controlled with an interest of 36 %, and the chain is named", async () => {
  const table = `${HEAD}\n虚构国资委,机关,母公司,公司,60,\n虚构乙,自然人,母公司,公司,40,\n母公司,公司,甲公司,公司,60,\n虚构丙,自然人,甲公司,公司,40,\n`;
  const majority = await classOf(table, "甲公司", "state-majority");
  expect(majority.working).toBe("holds");
  expect(majority.figures[0]?.chains[0]).toMatchObject({ contractual: false });
  expect((await classOf(table, "甲公司", "state-wholly-owned")).figures[0]?.value).toBe("36%");
});

test("B-16 and B-17 on the command line: what a code shows, and what it is silent about", async () => {
  const firm = JSON.parse((await desk("uscc", "91350100M000100Y43", "--json")).out);
  expect(firm.meaning.proves).toEqual(["enterprise"]);
  expect(firm.meaning.silent).toEqual(expect.arrayContaining(["state-owned", "military-owned"]));
  const body = readVectors().find(({ ids }) => ids.includes("B-17"))?.dossier;
  const code = body?.parties.find(({ uscc }) => uscc?.startsWith("12"))?.uscc ?? "";
  const school = JSON.parse((await desk("uscc", code, "--json")).out);
  expect(school.meaning.proves).toEqual(["public-institution"]);
  expect(school.meaning.excludes).toContain("enterprise");
});
