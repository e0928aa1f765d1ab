import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { run } from "../../electron/cli/main.ts";
import { openTestDesk } from "./desk-harness.ts";

// Opening a workspace syncs files; on a busy disk that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-cli-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const examples = join(process.cwd(), "examples");
const good = join(examples, "private-start-up-complete.json");

type Outcome = { readonly code: number; readonly out: string; readonly err: string };

async function desk(...argv: string[]): Promise<Outcome> {
  let out = "";
  let err = "";
  const code = await run(argv, {
    out: (words) => {
      out += words;
    },
    err: (words) => {
      err += words;
    },
    today: () => "2026-11-23",
    cwd: folder,
    root: process.cwd(),
  });
  return { code, out, err };
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

const text = readFileSync(good, "utf8");
type Loose = Record<string, object[] & Record<number, object>>;
const changed = (change: (dossier: Loose) => void): string => {
  const dossier = JSON.parse(text);
  change(dossier);
  return JSON.stringify(dossier);
};

describe("check", () => {
  test("a dossier without adverse lane ends with 0 and prints the day it asked", async () => {
    const { code, out } = await desk("check", good, "--as-of", "2026-08-20", "--lang", "en");
    expect(code).toBe(0);
    expect(out).toContain("2026-08-20");
    expect(out).toContain("Application material, not a licence");
  });

  test("without --as-of the local day is asked, printed, and the adverse lane gives 1", async () => {
    const { code, out } = await desk("check", good);
    expect(code).toBe(1);
    expect(out).toContain("2026-11-23");
    expect(out).toContain("申请材料，不构成许可");
  });

  test("--json prints exactly the report that the desk gives for the same dossier", async () => {
    const { out } = await desk("check", good, "--json");
    const other = await openTestDesk();
    try {
      const { order } = await other.call<{ order: string }>("orders", "import", {
        fileName: "x.json",
        text,
        onConflict: "take-theirs",
      });
      expect(JSON.parse(out)).toEqual(await other.call("check", "run", { order }));
    } finally {
      await other.close();
    }
  });

  test.each([
    ["not JSON", "{oops", /x\.json.*line 1, column 2/],
    ["cut off", '{"schema":"h200-desk/dossier@1"', /x\.json.*the end of the file/],
    ["a key twice", '{"schema":1,\n"schema":2}', /“schema” at line 2/],
    ["a list", "[]", /x\.json.*the whole file.*an object/],
    ["another version", '{"schema":"h200-desk/dossier@9"}', /dossier@9.*dossier@1/],
    ["nested a thousand deep", `${"[".repeat(1000)}${"]".repeat(1000)}`, /deeper than 100/],
  ])("%s is refused with 2, naming file and place", async (_name, content, message) => {
    const { code, out, err } = await desk("check", await file("x.json", content), "--lang", "en");
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test.each([
    [
      "a wrong field",
      changed((d) => Object.assign(d["order"] ?? {}, { lines: 3 })),
      /order\.lines/,
    ],
    ["an unknown field", changed((d) => Object.assign(d, { extra: 1 })), /extra/],
    [
      "a path in a file name",
      changed((d) => Object.assign(d["evidence"]![0]!, { fileName: "../../etc/passwd" })),
      /evidence\.0\.fileName.*plain file name/,
    ],
    [
      "a holding in oneself",
      changed((d) => Object.assign(d["links"]![0]!, { owner: "pty_xinghe" })),
      /links\.0\.owner.*leads back/,
    ],
    [
      "papers that translate each other",
      changed((d) => {
        const [a, b] = d["evidence"] as { id: string; translationOf?: string }[];
        Object.assign(a!, { translationOf: b!.id });
        Object.assign(b!, { translationOf: a!.id });
      }),
      /translationOf.*leads back/,
    ],
    [
      "an id twice",
      changed((d) => Object.assign(d["parties"]![1]!, { id: "pty_xinghe" })),
      /pty_xinghe.*twice/,
    ],
  ])("%s is refused with 2, naming the place", async (_name, content, message) => {
    const { code, err } = await desk("check", await file("x.json", content), "--lang", "en");
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test.each([
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le"), /UTF-16/],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`, "utf8"), /byte-order mark/],
    [
      "GBK",
      Buffer.concat([
        Buffer.from('{"a":"'),
        Buffer.from([0xd0, 0xc7, 0xba, 0xd3]),
        Buffer.from('"}'),
      ]),
      /byte [78].*GBK/,
    ],
  ])("%s is refused with its name and a remedy", async (_name, bytes, message) => {
    const { code, err } = await desk("check", await file("x.json", bytes), "--lang", "en");
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).toContain("UTF-8");
  });

  test("a file of 200 MB is refused by its size, without being read", async () => {
    const handle = await open(join(folder, "big.json"), "w");
    await handle.truncate(200_000_000);
    await handle.close();
    const before = process.memoryUsage().rss;
    const { code, err } = await desk("check", "big.json", "--lang", "en");
    expect(code).toBe(2);
    expect(err).toContain("200000000");
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test("what is wrong with a dossier is said in Chinese without a word of the schema library", async () => {
    const wrong = changed((dossier) => Object.assign(dossier["parties"]?.[0] ?? {}, { kind: "x" }));
    const { err } = await desk("check", await file("x.json", wrong));
    expect(err).toMatch(/“parties\.0\.kind”处应为以下之一/);
    expect(err).not.toMatch(/Invalid|expected|received/);
  });

  test.each([
    [["check"], /Usage: check DOSSIER\.json/],
    [["packet"], /build, verify/],
    [["packet", "verify"], /Usage: packet verify DIR/],
    [["packet", "verify", "elsewhere"], /not a packet.*bagit\.txt/],
    [
      ["packet", "build", "a", "--set", "cn-filing", "--out", "x", "--papers", "fr"],
      /zh, en, both/,
    ],
    [["pack", "check", "plain.txt"], /is a file/],
    [["serve", "--workspace", "plain.txt"], /is a file/],
    [["check", "a", "b"], /“b”/],
    [["check", "a", "--nope"], /--nope/],
    [["check", "a", "--as-of", "2026-02-30"], /2026-02-30/],
    [["check", "a", "--reading", "wide"], /narrow/],
    [["check", "a", "--as-of"], /as-of/],
    [["cheque"], /cheque.*check/],
    [["uscc"], /Usage: uscc CODE/],
    [["uscc", "  "], /Usage: uscc CODE/],
    [["uscc", "a", "b"], /“b”/],
    [["owners"], /Usage: owners FILE/],
    [["owners", "plain.txt"], /--subject/],
    [["owners", "plain.txt", "--subject", " "], /--subject/],
    [["owners", "plain.txt", "--subject", "x"], /not a file that owners can read/],
    [["owners", "list.json", "--subject", "x"], /not a file that owners can read/],
    [["owners", "empty.csv", "--subject", "x"], /No party could be read/],
    [["owners", "two.csv", "--subject", "虚构甲"], /several parties.*\[pty_.*\[pty_/],
    [["owners", "two.csv", "--subject", "nobody"], /no party “nobody”.*虚构甲/],
    [["owners", "two.csv", "--subject", "x", "--as-of", "2026-02-30"], /2026-02-30/],
    [["check", "nothing.json"], /nothing\.json/],
    [["check", "."], /folder/],
  ])("%j is a usage error that says what is wrong", async (argv, message) => {
    await file("plain.txt", "x");
    await file("list.json", "[]");
    await file("empty.csv", "");
    await file(
      "two.csv",
      "股东,股东代码,公司,持股比例\n虚构甲,HK-1,虚构乙,10\n虚构甲,HK-2,虚构乙,20\n",
    );
    await mkdir(join(folder, "elsewhere"), { recursive: true });

    const { code, err } = await desk(...argv, "--lang", "en");
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

test("every command of the overview explains itself in both languages", async () => {
  const overview = await desk("--help", "--lang", "en");
  const commands = [...overview.out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? "");
  expect(commands).toEqual(expect.arrayContaining(["check", "packet", "workspace", "serve"]));
  for (const command of commands) {
    const zh = await desk(command, "--help");
    const en = await desk(command, "--help", "--lang", "en");
    expect([zh.code, en.code], command).toEqual([0, 0]);
    expect(zh.out, command).toMatch(/\p{Script=Han}/u);
    expect(en.out, command).not.toMatch(/\p{Script=Han}/u);
  }
});

test("a right code gives 0, a wrong one 1 with what is wrong", async () => {
  expect((await desk("uscc", "91350100M000100Y43")).code).toBe(0);
  const wrong = await desk("uscc", "91350100M000100Y44", "--lang", "en");
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain("ask for 3");
  const json = JSON.parse((await desk("uscc", "91350100M000100Y43", "--json")).out);
  expect(json).toMatchObject({ valid: true });
  const long = await desk("uscc", "9".repeat(5000), "--lang", "en");
  expect(long).toMatchObject({ code: 1, out: expect.stringContaining("5000 characters") });
  expect(long.out.length).toBeLessThan(400);
  const slip = await desk("uscc", "9135O100M000100Y43", "--lang", "en");
  expect(slip.out).toContain("91350100M000100Y43  place 5: O → 0");
});

const listRow = (name: string, alias: string) =>
  `Entity List (EL) - Bureau of Industry and Security,,,,"${name}",,"1 Road, Sample City, CN",90 FR 1,2026-01-01,,,All items,Presumption of denial.,,,,,,,,,${alias},,,,,,`;
const listHead =
  "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";

test("a name on a list gives 1 with its reason, any other 0", async () => {
  const list = await file(
    "list.csv",
    `${listHead}\n${listRow("Invented Listed Co., Ltd.", "ILC")}\n`,
  );
  const hit = await desk("screen", "INVENTED  LISTED CO. LTD", "--list", list, "--lang", "en");
  expect(hit.code).toBe(1);
  expect(hit.out).toContain("same name: Invented Listed Co., Ltd.");
  expect((await desk("screen", "Quite Another Ltd.", "--list", list)).code).toBe(0);
  const names = await file("names.csv", "name\nQuite Another\nILC\n");
  const many = JSON.parse((await desk("screen", "--file", names, "--list", list, "--json")).out);
  expect(many.hits).toHaveLength(1);
  expect(many.lists[0]).toMatchObject({ id: "list-csv".slice(0, 4), date: "2026-01-01" });
});

test("an integrator on a list is a question that the check asks", async () => {
  const list = await file("el.csv", `${listHead}\n${listRow("Sample Accelerators Inc.", "")}\n`);
  const { out } = await desk("check", good, "--as-of", "2026-08-20", "--list", list, "--json");
  const report = JSON.parse(out);
  expect(report.tracks["us-export"].atWorst).toBe("presumption-of-denial");
  expect(report.lists).toMatchObject([{ id: "el", date: "2026-01-01" }]);
});

test("owners writes its record as BODS, which it reads back to the same holders, and never over a file", async () => {
  const table = await file(
    "held.csv",
    "股东,公司,持股比例\n虚构甲,虚构乙有限公司,60\n虚构丙,虚构乙有限公司,40\n",
  );
  const about = ["--subject", "虚构乙有限公司", "--as-of", "2026-08-20", "--json"];
  const out = join(folder, "held.bods.json");
  const first = await desk("owners", table, ...about, "--bods", out, "--publisher", "虚构发布人");
  expect(first.code).toBe(0);
  const statements = JSON.parse(await readFile(out, "utf8"));
  expect(statements).toHaveLength(5);
  expect(statements[0].publicationDetails).toMatchObject({
    bodsVersion: "0.4",
    publisher: { name: "虚构发布人" },
    publicationDate: "2026-08-20",
  });
  const again = await desk("owners", out, ...about);
  const holders = (printed: string) =>
    JSON.parse(printed).edges.map(({ from, to, text: share }: Record<string, string>) => [
      from,
      to,
      share,
    ]);
  expect(holders(again.out)).toEqual(holders(first.out));
  const twice = await desk("owners", table, ...about, "--bods", out, "--lang", "en");
  expect(twice).toMatchObject({ code: 2, err: expect.stringContaining("not overwritten") });
});

test("owners reads BODS as a list, as JSON Lines and as one statement, and names the rule that is broken", async () => {
  const statement = (recordId: string, recordType: string, recordDetails: object) => ({
    statementId: `statement-of-${recordId}`.padEnd(36, "0"),
    declarationSubject: "one",
    statementDate: "2026-01-01",
    recordId,
    recordType,
    recordStatus: "new",
    recordDetails,
  });
  const firm = statement("one", "entity", {
    isComponent: false,
    entityType: { type: "registeredEntity" },
    name: "Invented One Ltd",
  });
  const person = statement("two", "person", {
    isComponent: false,
    personType: "knownPerson",
    names: [{ type: "legal", fullName: "Invented Person" }],
  });
  const link = statement("link", "relationship", {
    isComponent: false,
    subject: "one",
    interestedParty: "two",
    interests: [{ type: "shareholding", directOrIndirect: "direct", share: { exact: 60 } }],
  });
  const all = [firm, person, link];
  const asList = await file("list.json", JSON.stringify(all));
  const asLines = await file("lines.jsonl", all.map((one) => JSON.stringify(one)).join("\n"));
  const answers = await Promise.all(
    [asList, asLines].map((name) => desk("owners", name, "--subject", "pty_one", "--json")),
  );
  for (const { code, out } of answers) {
    expect(code).toBe(0);
    expect(JSON.parse(out).edges).toMatchObject([{ from: "pty_two", to: "pty_one", label: "60%" }]);
  }
  const single = await file("one.json", JSON.stringify(firm, null, 2));
  const alone = await desk("owners", single, "--subject", "pty_one", "--lang", "en");
  expect(alone.code).toBe(2);
  expect(alone.err).toContain("BODS 0.4");
  const broken = await file("bad.jsonl", JSON.stringify({ ...firm, recordType: "human" }));
  const refused = await desk("owners", broken, "--subject", "pty_one", "--lang", "en");
  expect(refused.code).toBe(2);
  expect(refused.err).toContain("$[0].recordType");
  expect(refused.err).toContain("bad.jsonl");
});

test("owners of a dossier are named with the chain that leads to them", async () => {
  const file_ = join(examples, "state-group-subsidiary.json");
  const json = JSON.parse((await desk("owners", file_, "--subject", "pty_zhulian", "--json")).out);
  const parents = json.answers.find((answer: { id: string }) => answer.id === "ultimate-parents");
  expect(parents.value).toBe("pty_state-body");
  const unknown = await desk("owners", file_, "--subject", "pty_x", "--lang", "en");
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain("pty_zhulian");
});

test("the delivered packs are listed with their hashes", async () => {
  const packs = JSON.parse((await desk("pack", "list", "--json")).out);
  expect(packs.map((pack: { track: string }) => pack.track)).toEqual(["cn-import", "us-export"]);
});

test("a journal is verified, shown and exported without being changed", async () => {
  const other = await openTestDesk(join(folder, "ws"));
  await other.call("orders", "create", { title: "x" });
  await other.close();
  const workspace = ["--workspace", "ws"];
  expect((await desk("journal", "verify", ...workspace)).code).toBe(0);
  expect((await desk("journal", "show", ...workspace)).out).toContain("document.create");
  const once = (await desk("journal", "export", ...workspace)).out;
  expect((await desk("journal", "export", ...workspace)).out).toBe(once);
  expect((await desk("journal", "verify", "--workspace", "none")).code).toBe(2);
});

describe("packet", { timeout: 180_000 }, () => {
  const evidence = ["--evidence", join(examples, "evidence"), "--as-of", "2026-08-20"];

  test("a draft is written whatever the lanes, and verifies", async () => {
    const barred = join(examples, "state-group-subsidiary.json");
    const argv = ["packet", "build", barred, "--set", "cn-filing", "--out", "out", ...evidence];
    const built = await desk(...argv, "--json");
    expect(built.code).toBe(0);
    const { packet, asOf } = JSON.parse(built.out);
    expect(asOf).toBe("2026-08-20");
    const verified = await desk("packet", "verify", packet, "--json");
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject({ intact: true, consistent: "same" });
    const again = await desk(...argv, "--lang", "en");
    expect(again.code).toBe(2);
    expect(again.err).toContain(packet);
  });

  test("papers speak the reader's language whatever the terminal speaks, and the asked one when asked", async () => {
    const titles = async (set: string, out: string, ...more: string[]) => {
      const argv = ["packet", "build", good, "--set", set, "--out", out, ...evidence, ...more];
      const { packet } = JSON.parse((await desk(...argv, "--json")).out);
      return JSON.parse(readFileSync(join(packet, "data", `${set}.json`), "utf8"));
    };
    const exporter = await titles(
      "us-exporter",
      "a",
      "--lang",
      "zh",
      "--annex",
      "consignee-statement",
    );
    expect(exporter).toMatchObject({ language: "en", consigneeStatement: true });
    expect(await titles("cn-filing", "b", "--lang", "en")).toMatchObject({ language: "zh" });
    expect(await titles("us-exporter", "c", "--papers", "both")).toMatchObject({
      language: "both",
    });
  });

  test("a zip holds the same papers, and any change, loss or addition is found", async () => {
    const argv = ["packet", "build", good, "--set", "us-exporter", "--out", "out", ...evidence];
    const folder_ = JSON.parse((await desk(...argv, "--json")).out).packet;
    const zip = JSON.parse((await desk(...argv, "--zip", "--json")).out).packet;
    expect((await desk("packet", "verify", zip)).code).toBe(0);
    await writeFile(join(folder_, "data", "papers", "more.pdf"), "added");
    const added = await desk("packet", "verify", folder_, "--lang", "en");
    expect(added.code).toBe(1);
    expect(added.out).toContain("more.pdf");
    await rm(join(folder_, "data", "papers", "more.pdf"));
    expect((await desk("packet", "verify", folder_)).code).toBe(0);
    await rm(join(folder_, "data", "us-exporter.json"));
    expect((await desk("packet", "verify", folder_)).code).toBe(1);
  });

  test.each([
    [["packet", "build", good, "--set", "both", "--out", "out"], /cn-filing/],
    [["packet", "build", good, "--set", "cn-filing"], /--out/],
    [
      ["packet", "build", good, "--set", "cn-filing", "--out", "out", "--annex", "gift"],
      /self-check/,
    ],
    [
      ["packet", "build", good, "--set", "cn-filing", "--out", "out", "--annex", "self-check"],
      /legal review/,
    ],
    [["packet", "verify", "nowhere"], /nowhere/],
    [["packet", "seal", "x"], /build/],
  ])("%j is a usage error that says what is wrong", async (argv, message) => {
    await file("plain.txt", "x");
    await mkdir(join(folder, "elsewhere"), { recursive: true });
    const { code, err } = await desk(...argv, "--lang", "en");
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

test("what sealing needs is listed without a passphrase, and changes nothing", async () => {
  const dir = await mkdtemp(join(tmpdir(), "desk-cli-ready-"));
  try {
    const opened = await openTestDesk(dir);
    const { id } = await opened.call<{ id: string }>("orders", "create", { title: "甲（虚构）" });
    await opened.close();
    const asked = ["packet", "ready", "--workspace", dir, "--order", id];
    const told = await desk(...asked, "--json");
    expect(told.code).toBe(1);
    const { ready, items } = JSON.parse(told.out) as {
      ready: boolean;
      items: { item: string; fault?: { code: string } }[];
    };
    expect(ready).toBe(false);
    expect(items.map(({ item, fault }) => [item, fault?.code])).toContainEqual([
      "drafter",
      "seal-no-drafter",
    ]);
    expect((await desk(...asked, "--lang", "en")).out).toContain("names no drafter");
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
