import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { xlsxOf } from "#node/office";
import { errorText } from "#shared/i18n";
import type { AppError } from "#shared/kernel";
import { openTestDesk, type TestDesk } from "./desk-harness.ts";

// Opening a workspace syncs files; on a busy disk that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(async () => {
  await desk.close();
});

type Outcome = {
  readonly parties: number;
  readonly links: number;
  readonly changed: number;
  readonly same: number;
  readonly refused: number;
  readonly committed: boolean;
  readonly undo?: string;
  readonly table?: {
    readonly headers: string[];
    readonly mapping: object;
    readonly sheets: string[];
  };
  readonly preview: readonly { readonly share: string; readonly before?: string }[];
  readonly problems: readonly { readonly at: string; readonly code: string }[];
};
type Row = { readonly id: string; readonly zh?: string; readonly holders: number };

const HEAD = "股东,公司,公司代码,持股比例,截至日期";
const bring = (text: string, more: object = {}) =>
  desk.call<Outcome>("parties", "import", {
    fileName: "register.csv",
    format: "csv",
    text,
    commit: true,
    ...more,
  });
const book = () => desk.call<Row[]>("parties", "list", {});

describe("a register's table", () => {
  test("brings parties with their holders, or nothing when a row cannot be read", async () => {
    const good = `${HEAD}\n乙样例有限公司,甲样例有限公司,,60%,2026-01-01\n,丙样例有限公司,,,\n`;
    const refused = await bring(good.replace("60%", "160%"));
    expect(refused).toMatchObject({ committed: false, refused: 1 });
    expect(refused.problems[0]).toMatchObject({ at: "2", code: "ownership.csv.share-not-read" });
    expect(await book()).toEqual([]);
    const preview = await bring(good, { commit: false });
    expect(preview).toMatchObject({ parties: 3, links: 1, committed: false });
    expect(await book()).toEqual([]);
    expect(await bring(good)).toMatchObject({ parties: 3, links: 1, committed: true });
    expect((await book()).find((row) => row.zh === "甲样例有限公司")).toMatchObject({ holders: 1 });
  });

  test("takes the other rows when a person says so, and never half of a row", async () => {
    const text = `${HEAD}\n甲,乙公司,,6O,\n丁,乙公司,,40,\n`;
    expect(await bring(text, { skipRefused: true })).toMatchObject({
      parties: 2,
      links: 1,
      committed: true,
    });
    expect((await book()).map((row) => row.zh).toSorted()).toEqual(["丁", "乙公司"]);
  });

  test("meets what the book has: the same is left, other figures replace, undo brings all back", async () => {
    await bring(`${HEAD}\n甲,乙公司,,60,\n丙,乙公司,,40,\n`);
    const again = await bring(`${HEAD}\n甲,乙公司,,55,\n丙,乙公司,,40,\n丁,乙公司,,5,\n`);
    expect(again).toMatchObject({ parties: 1, links: 1, changed: 1, same: 1, committed: true });
    expect(again.preview[0]).toMatchObject({ share: "55%", before: "60%" });
    const rows = await book();
    expect(rows.length).toBe(4);
    await desk.call("parties", "undo", { token: again.undo });
    const target = rows.find((row) => row.zh === "乙公司")?.id;
    const { value } = await desk.call<{ value: { holders: { equity: object }[] } }>(
      "parties",
      "get",
      { id: target },
    );
    expect(value.holders.map(({ equity }) => equity)).toEqual([
      { kind: "exact", percent: "60" },
      { kind: "exact", percent: "40" },
    ]);
    expect((await book()).length).toBe(3);
  });

  test("is not taken back when what it brought was changed or pointed to since", async () => {
    const first = await bring(`${HEAD}\n甲,乙公司,,60,\n`);
    const second = await bring(`${HEAD}\n乙公司,丙公司,,60,\n`);
    await expect(desk.call("parties", "undo", { token: first.undo })).rejects.toThrow(
      "undo-changed",
    );
    await desk.call("parties", "undo", { token: second.undo });
    await desk.call("parties", "undo", { token: first.undo });
    expect(await book()).toEqual([]);
  });

  test("finds a party again by its code and by an alias", async () => {
    await desk.call("parties", "save", {
      value: {
        party: {
          id: "pty_old",
          kind: "company",
          names: { zh: "新名有限公司", aliases: ["旧名有限公司"] },
        },
        holders: [],
      },
      revision: 0,
    });
    const done = await bring(`${HEAD}\n甲,旧名有限公司,,60,\n`);
    expect(done).toMatchObject({ parties: 1, links: 1 });
    expect((await book()).find(({ id }) => id === "pty_old")).toMatchObject({ holders: 1 });
  });
});

describe("a workbook", () => {
  const sheet = (name: string, rows: string[][]) => ({
    name,
    table: {
      kind: "table" as const,
      columns: (rows[0] ?? []).map(() => ({ width: "auto" as const })),
      header: [rows[0] ?? []],
      rows: rows.slice(1),
    },
  });
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

  test("is read like a table, from the sheet that was chosen, by the columns that were chosen", async () => {
    const bytes = await xlsxOf([
      sheet("说明", [["导出自虚构登记系统"]]),
      sheet("股东", [
        ["名称", "谁投资", "比例"],
        ["乙公司", "甲", "60%"],
      ]),
    ]);
    const input = { fileName: "a.xlsx", format: "xlsx", base64: base64(bytes) };
    const first = await desk.call<Outcome>("parties", "import", { ...input, commit: false });
    expect(first.table).toMatchObject({
      sheets: ["说明", "股东"],
      headers: ["导出自虚构登记系统"],
    });
    const wishes = { ...input, sheet: 1, mapping: { target: 0, owner: 1, equity: 2 } };
    const done = await desk.call<Outcome>("parties", "import", { ...wishes, commit: true });
    expect(done).toMatchObject({ parties: 2, links: 1, committed: true });
    expect(done.preview).toMatchObject([{ owner: "甲", share: "60%", target: "乙公司" }]);
  });

  test("that is none is refused with its name", async () => {
    const reply = await desk.route("parties", "import", {
      fileName: "a.xlsx",
      format: "xlsx",
      base64: "bm9uZQ==",
      commit: true,
    });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: "workbook-not-a-zip", params: { file: "a.xlsx" } },
    });
  });
});

describe("a BODS file", () => {
  const statement = (recordId: string, recordType: string, recordDetails: object) => ({
    statementId: `statement-of-${recordId}-0000000000000000`.slice(0, 40).padEnd(36, "0"),
    declarationSubject: "one",
    statementDate: "2026-01-01",
    recordId,
    recordType,
    recordStatus: "new",
    recordDetails,
  });
  const text = JSON.stringify([
    statement("one", "entity", {
      isComponent: false,
      entityType: { type: "registeredEntity" },
      name: "Invented One Ltd",
      identifiers: [{ id: "91110000MA00EX011K", scheme: "CN-SAIC" }],
    }),
    statement("two", "person", { isComponent: false, personType: "knownPerson" }),
    statement("link", "relationship", {
      isComponent: false,
      subject: "one",
      interestedParty: "two",
      interests: [{ type: "shareholding", directOrIndirect: "direct", share: { exact: 60 } }],
    }),
  ]);

  test("brings its parties once, however often it is imported", async () => {
    const input = { fileName: "x.json", format: "bods", text };
    const done = await desk.call<Outcome>("parties", "import", { ...input, commit: true });
    expect(done).toMatchObject({ parties: 2, links: 1, committed: true });
    const again = await desk.call<Outcome>("parties", "import", { ...input, commit: true });
    expect(again).toMatchObject({ parties: 0, links: 0, same: 1, committed: false });
  });

  test("that breaks the standard is refused with the rule and the place, in both languages", async () => {
    const broken = text.replace('"recordType":"person"', '"recordType":"human"');
    const reply = await desk.route("parties", "import", {
      fileName: "x.json",
      format: "bods",
      text: broken,
      commit: true,
    });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: "ownership.bods.enum", params: { file: "x.json", path: "$[1].recordType" } },
    });
  });
});

const home = "../shared/data/bods/tests/data/invalid-statements";

test.runIf(existsSync(home))(
  "every invalid statement of the standard is refused with its own fault, said in both languages",
  async () => {
    const rows = readFileSync(`${home}/expected_errors.csv`, "utf8").trim().split(/\r?\n/);
    expect(rows.length).toBe(192);
    for (const row of rows) {
      const [file = "", keyword = "", path = "", property = ""] = row
        .split(",")
        .map((cell) => cell.trim());
      const reply = await desk.route("parties", "import", {
        fileName: file,
        format: "bods",
        text: readFileSync(`${home}/${file}`, "utf8"),
        commit: true,
      });
      const { error } = reply as { readonly error: AppError };
      expect([file, error.code]).toEqual([file, `ownership.bods.${keyword}`]);
      for (const lang of ["zh", "en"] as const) {
        const said = errorText(lang, error);
        expect(said).toContain(file);
        expect(said).toContain(path);
        if (!["minimum", "maximum"].includes(keyword)) expect(said).toContain(property);
      }
    }
    expect(await book()).toEqual([]);
  },
);
if (!existsSync(home))
  test(`the invalid statements of the standard cannot be read: ${home} is not here`, () => {
    expect(existsSync(home)).toBe(false);
  });

test("what was brought and taken back can be brought again, and taken back again", async () => {
  const text = `${HEAD}\n虚构甲,虚构乙公司,,40%,\n`;
  for (const share of ["40%", "60%"]) {
    const done = await bring(text.replace("40%", share));
    expect(done).toMatchObject({ parties: 2, links: 1, committed: true });
    expect((await book()).find(({ zh }) => zh === "虚构乙公司")).toMatchObject({ holders: 1 });
    await desk.call("parties", "undo", { token: done.undo });
    expect(await book()).toEqual([]);
  }
});

describe("what a party holds", () => {
  type Picture = {
    readonly nodes: readonly {
      readonly id: string;
      readonly label: string;
      readonly tier: number;
    }[];
    readonly edges: readonly {
      readonly from: string;
      readonly to: string;
      readonly label: string;
    }[];
  };
  test("is found tier by tier, without those who hold it and without other holders", async () => {
    const rows = [
      "虚构总公司,虚构中间层有限公司,,60%,",
      "虚构旁人公司,虚构中间层有限公司,,40%,",
      "虚构中间层有限公司,虚构底层有限公司,,51%,",
      "虚构股东公司,虚构总公司,,100%,",
    ];
    await bring(`${HEAD}\n${rows.join("\n")}\n`);
    const parties = await book();
    const idOf = (name: string) => parties.find(({ zh }) => zh === name)?.id ?? "";
    const below = await desk.call<Picture>("parties", "holdings", { id: idOf("虚构总公司") });
    expect(below.nodes.map(({ label, tier }) => [label, tier])).toEqual([
      ["虚构总公司", 0],
      ["虚构中间层有限公司", -1],
      ["虚构底层有限公司", -2],
    ]);
    expect(below.edges.map(({ label }) => label)).toEqual(["60%", "51%"]);
    const none = await desk.call<Picture>("parties", "holdings", { id: idOf("虚构底层有限公司") });
    expect(none).toMatchObject({ nodes: [{ label: "虚构底层有限公司" }], edges: [] });
  });
});
