import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtInPrograms } from "#desk";
import { runCheck } from "#shared/check";
import { type Dossier, parseDossier } from "#shared/model";
import { plainText } from "#shared/packet";
import { stretchedDossier } from "../../tests/support/stretched-dossier.ts";
import { documentsOf } from "./documents-of.ts";
import { type AnnexName, type SetName, setContentOf, setNames } from "./set-content.ts";

const held = builtInPrograms();
const packs = held.ok ? held.value.map(({ program }) => program) : [];

function example(name: string): Dossier {
  const url = new URL(`../../examples/${name}.json`, import.meta.url);
  const parsed = parseDossier(JSON.parse(readFileSync(url, "utf8")));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

type Asked = {
  readonly set: SetName;
  readonly language?: "zh" | "en" | "both";
  readonly annexes?: readonly AnnexName[];
};

function contentOf(dossier: Dossier, { set, language = "zh", annexes }: Asked) {
  const report = runCheck({ dossier, packs, lists: [], asOf: "2026-08-20", reading: "working" });
  if (!report.ok) throw new Error(report.error.code);
  return setContentOf({
    set,
    dossier,
    report: report.value,
    language,
    draft: true,
    packs,
    annexes,
  });
}

const made = (dossier: Dossier, asked: Asked) => documentsOf(contentOf(dossier, asked));
const textOf = (value: unknown) => JSON.stringify(value);

const every: readonly AnnexName[] = ["self-check", "consignee-statement"];
const names = [
  "private-start-up-complete",
  "private-start-up",
  "state-group-subsidiary",
  "cloud-with-state-tenants",
  "singapore-through-distributor",
];

test.each(names)("every word on the papers of %s comes from the catalogue", (name) => {
  for (const set of setNames)
    for (const language of ["zh", "en", "both"] as const) {
      const papers = made(example(name), { set, language, annexes: every });
      expect(textOf(papers)).not.toMatch(/"paper\.[\w.-]+|paper\.[a-z]+\.[a-z]/);
      expect(textOf(papers)).not.toMatch(/\{[a-z]+\}/i);
    }
});

test("papers of a set in English hold no Chinese sentence of the desk's own", () => {
  const papers = made(example("private-start-up-complete"), { set: "us-exporter", language: "en" });
  for (const { document } of papers) {
    const said = document.blocks.flatMap((block) => {
      if (block.kind === "heading") return [block.text];
      if (block.kind === "paragraph" || block.kind === "notice") return [plainText(block.text)];
      return block.kind === "keyValue" ? block.rows.map(({ label }) => label) : [];
    });
    expect([document.title, ...said].filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  }
});

test("the filing has the papers that its reader asks for, in order, numbered", () => {
  const paths = made(example("private-start-up-complete"), { set: "cn-filing" }).map(
    ({ path }) => path,
  );
  expect(paths).toEqual([
    "papers/01-letter.pdf",
    "papers/02-application.pdf",
    "papers/03-schedule.pdf",
    "papers/04-necessity.pdf",
    "papers/05-end-use.pdf",
    "papers/06-ownership.pdf",
    "papers/07-declarations.pdf",
    "papers/08-tenants.pdf",
    "papers/09-domestic-plan.pdf",
    "papers/10-undertakings.pdf",
    "papers/11-end-user-statement.pdf",
    "papers/12-customs.pdf",
    "papers/13-evidence.pdf",
  ]);
});

test("papers by choice come only when chosen, each in its own set", () => {
  const titles = (set: SetName, annexes: readonly AnnexName[]) =>
    made(example("private-start-up-complete"), { set, annexes }).map(({ path }) => path);
  expect(titles("cn-filing", every)).toContain("papers/14-self-check.pdf");
  expect(titles("us-exporter", every)).toContain("papers/11-consignee-statement.pdf");
  expect(titles("us-exporter", every).join()).not.toContain("self-check");
  expect(titles("us-exporter", []).join()).not.toContain("consignee-statement");
});

test("no lane and no verdict of a check stands in a set that goes out", () => {
  const lanes =
    /推定拒绝|据报道不予进口|据报道暂停|须先核实|资料不足|个案审查|规则未触及|presumption|reported as barred|verify first|needs information|no rule reached/i;
  for (const name of names)
    for (const set of ["cn-filing", "us-exporter"] as const) {
      const content = contentOf(example(name), { set, annexes: every });
      expect(textOf(content)).not.toMatch(/"(lane|atBest|atWorst|effect)"/);
      for (const { document } of documentsOf(content))
        expect(textOf(document).match(lanes)?.[0]).toBeUndefined();
    }
});

test("the letter of a unit in a reported class names the class and asks for review of the case", () => {
  const [letter] = made(example("state-group-subsidiary"), { set: "cn-filing" });
  expect(letter?.document.subtitle).toBe("个案审核请求");
  const text = textOf(letter);
  expect(text).toContain("国有企业");
  expect(text).toContain("国有控股（第四条第（二）（三）项）");
  expect(text).toContain("特殊情况说明");
  const [plain] = made(example("private-start-up-complete"), { set: "cn-filing" });
  expect(plain?.document.subtitle).toBeUndefined();
  expect(textOf(plain)).not.toContain("个案审核");
});

test("the class under each case follows the filing's own facts", () => {
  const valuesOf = (name: string) => {
    const content = contentOf(example(name), { set: "cn-filing" });
    if (content.set !== "cn-filing") throw new Error(content.set);
    return Object.fromEntries(
      content.classes
        .filter((row) => row.class.id === "state-owned")
        .map((row) => [row.case?.id ?? "class", row.value]),
    );
  };
  expect(valuesOf("state-group-subsidiary")).toMatchObject({
    class: "holds",
    "state-wholly-owned": "fails",
    "state-majority": "holds",
    "state-participation": "holds",
  });
  expect(valuesOf("private-start-up-complete")).toEqual({
    class: "fails",
    "state-wholly-owned": "fails",
    "state-majority": "fails",
    "state-actual-control": "fails",
    "tied-largest-holder": "fails",
    "state-control-by-other-means": "fails",
    "state-participation": "fails",
  });
});

test("what goes out cites texts that a reader can look up, and no remark of the pack's makers", () => {
  for (const name of names) {
    const text = textOf(made(example(name), { set: "cn-filing", annexes: every }));
    expect(text).not.toMatch(
      /design inference|secondary cop|seed report|总部|headquarters test|须先经|中性/,
    );
  }
});

test("figures of domestic products are the published ones with their source, and blank where none is", () => {
  const base = example("private-start-up-complete");
  const dossier: Dossier = {
    ...base,
    order: {
      ...base.order,
      necessity: {
        ...base.order.necessity,
        alternatives: [
          { id: "alt_1", product: "Ascend 910C", sourceId: "AL-01" },
          { id: "alt_2", product: "Ascend 970", sourceId: "AL-04" },
          { id: "alt_3", product: "某自研卡（虚构）" },
        ],
      },
    },
  };
  const papers = made(dossier, { set: "cn-filing" });
  const necessity = papers.find(({ path }) => path.endsWith("necessity.pdf"))?.document;
  const table = necessity?.blocks.find(
    (block) => block.kind === "table" && block.caption === "公布的技术参数",
  );
  if (table?.kind !== "table") throw new Error("no table of figures");
  const rows = table.rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? cell : plainText(cell.content))),
  );
  expect(rows[1]?.slice(0, 4)).toEqual(["Ascend 910C", "752–800", "3,200", "128"]);
  expect(rows[2]?.slice(0, 3)).toEqual(["Ascend 970", "", "14,400"]);
  expect(rows[3]).toEqual(["某自研卡（虚构）", "", "", "", "", "", "未见公布参数"]);
  expect(textOf(table)).toContain("参数来源：厂商公布。");
});

test("an order in yuan has its total in capital characters, in 万 and in dollars by the order's own rate", () => {
  const base = example("private-start-up-complete");
  const dossier: Dossier = {
    ...base,
    order: {
      ...base.order,
      terms: {
        ...base.order.terms,
        currency: "CNY",
        exchangeRates: [
          { from: "CNY", to: "USD", rate: "0.14", date: "2026-08-19", source: "牌价（虚构）" },
        ],
      },
    },
  };
  const schedule = made(dossier, { set: "cn-filing" })[2];
  const text = textOf(schedule);
  expect(text).toContain("叁佰捌拾肆万元整");
  expect(text).toContain("384 万元");
  expect(text).toContain("USD 537,600.00");
  expect(text).toContain("1 CNY = 0.14 USD (2026-08-19, 牌价（虚构）)");
});

test("the cross-check says of every seat whether it names the end user", () => {
  const base = example("private-start-up-complete");
  const rows = (dossier: Dossier) =>
    made(dossier, { set: "cn-filing" })
      .find(({ path }) => path.endsWith("end-user-statement.pdf"))
      ?.document.blocks.flatMap((block) =>
        block.kind === "table" && block.caption === "最终用户一致性核对" ? block.rows : [],
      )
      .map((row) => [row[0], row[3]]);
  expect(rows(base)?.every(([, agrees]) => agrees === "一致")).toBe(true);
  const other: Dossier = {
    ...base,
    order: { ...base.order, route: { ...base.order.route, consumingUnit: "pty_seller" } },
  };
  expect(rows(other)).toContainEqual(["消费使用单位（报关单）", "不是最终用户"]);
});

test("undertakings are ticked only where a person chose them", () => {
  const dossier = example("private-start-up-complete");
  const { declarations: _none, ...order } = dossier.order;
  const ticks = (value: Dossier) =>
    made(value, { set: "cn-filing" })
      .find(({ path }) => path.endsWith("undertakings.pdf"))
      ?.document.blocks.flatMap((block) =>
        block.kind === "checklist" ? block.items.map(({ checked }) => checked) : [],
      );
  expect(ticks(dossier)).toContain(true);
  expect(ticks({ ...dossier, order })).not.toContain(true);
});

test("the papers of the same content are the same, and depend on nothing else", () => {
  const dossier = stretchedDossier({ lines: 12, parties: 30 });
  for (const set of setNames) {
    const content = contentOf(dossier, { set });
    expect(textOf(documentsOf(structuredClone(content)))).toBe(textOf(documentsOf(content)));
  }
});

test("a holder of eighty characters is printed whole in the table, however the drawing shortens it", () => {
  const dossier = stretchedDossier({ parties: 40, nameLength: 80 });
  const ownership = made(dossier, { set: "cn-filing" }).find(({ path }) =>
    path.endsWith("ownership.pdf"),
  );
  const text = textOf(ownership);
  for (const party of dossier.parties.slice(5)) expect(text).toContain(party.names.zh);
});

test("a name that looks like markup draws as a name", () => {
  const base = example("private-start-up-complete");
  const [first, ...others] = base.parties;
  if (first === undefined) throw new Error("no party");
  const name = `</text><script>alert("1")</script> onclick=x url(y) #let a = [b] \u202e反`;
  const dossier: Dossier = {
    ...base,
    parties: [{ ...first, names: { zh: name } }, ...others],
  };
  const figure = made(dossier, { set: "cn-filing" })
    .flatMap(({ document }) => document.blocks)
    .find((block) => block.kind === "figure");
  if (figure?.kind !== "figure") throw new Error("no drawing");
  expect(figure.svg).not.toMatch(/script>|onclick=|url\(|\u202e/);
});

test("what a person entered stands in the record with its citation, and in the memo", () => {
  const base = example("private-start-up-complete");
  const dossier: Dossier = {
    ...base,
    order: {
      ...base.order,
      lookups: [
        {
          id: "lkp_1",
          track: "cn-import",
          parameter: "import-state",
          state: "in-force",
          value: "limited",
          from: "2026-08-01",
          citation: "某部门通知（虚构）第 1 号",
          seenOn: "2026-08-19",
          person: "psn_drafter",
        },
      ],
    },
  };
  const papers = made(dossier, { set: "internal-record" });
  const of = (name: string) => textOf(papers.find(({ path }) => path.endsWith(name)));
  expect(of("journal.pdf")).toContain("某部门通知（虚构）第 1 号");
  expect(of("memo.pdf")).toContain("某部门通知（虚构）第 1 号");
  for (const set of ["cn-filing", "us-exporter"] as const)
    expect(textOf(contentOf(dossier, { set }))).not.toContain("某部门通知");
});
