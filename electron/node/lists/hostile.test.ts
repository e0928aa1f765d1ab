import { existsSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import { memorySource } from "#node/input";
import { officeFile } from "#node/office";
import { errorText } from "#shared/i18n";
import { type ListOptions, readOneList } from "./index.ts";

const HEAD =
  "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";
const row = (name: string, more = "") =>
  `Entity List (EL) - Bureau of Industry and Security,,Entity,,${name},,"1 Road, Sample, CN",90 FR 1,2026-01-02,,,All,Denial,,,,,,,,https://list.invalid/,${more},,,,,https://list.invalid/,`;
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(`Invented ${at} Inc`));

async function read(text: string | Uint8Array, options: ListOptions = {}, name = "list.csv") {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return await readOneList([memorySource(name, bytes)], options);
}

async function refusal(text: string | Uint8Array, options: ListOptions = {}, name = "list.csv") {
  const list = await read(text, options, name);
  if (list.ok) return `taken: ${list.value.entries.length}`;
  for (const lang of ["zh", "en"] as const) expect(errorText(lang, list.error)).toContain(name);
  return [list.error.code, list.error.params["line"] ?? list.error.params["byte"]];
}

const plain = (...lines: string[]) => `${["name,country,note", ...lines].join("\n")}\n`;

test("two stray quotes lose no row: the file is refused where they begin", async () => {
  const lines = Array.from({ length: 60 }, (_, at) => `Invented ${at},CN,x`);
  const broken = lines.map((line, at) => {
    if (at === 3) return line.replace("Invented", '"Invented');
    return at === 54 ? line.replace(",CN", '",CN') : line;
  });
  // The count of cells is right in every record that a reader would make of this.
  expect(await refusal(plain(...broken))).toEqual(["csv-quote-swallows", 5]);
  const official = rows(60).map((line, at) =>
    at === 3 || at === 54 ? line.replace(",,Entity", ',,"Entity') : line,
  );
  expect(await refusal([HEAD, ...official].join("\n"))).toEqual(["csv-quote", 5]);
});

test("a cell that does hold a line break is kept", async () => {
  const list = await read(plain('Invented Inc,CN,"two\nlines"', "Other Inc,CN,x"));
  expect(list.ok && list.value.entries.map(({ name }) => name)).toEqual([
    "Invented Inc",
    "Other Inc",
  ]);
});

test("an open quote before megabytes is answered at once, not by a broken stack", async () => {
  const start = performance.now();
  const text = `${HEAD}\nEntity List,,Entity,,"Invented,\n${"x,y\n".repeat(3_000_000)}`;
  expect(await refusal(text)).toEqual(["csv-record-long", 2]);
  const json = `{"results":[{"name":"${"a".repeat(12_000_000)}`;
  expect(await refusal(json, {}, "list.json")).toEqual(["json-syntax", 1]);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("an unquoted comma is refused, whether or not the count of cells gives it away", async () => {
  expect(await refusal([HEAD, row("Invented, Inc")].join("\n"))).toEqual(["csv-columns", 2]);
  // A comma too many at the name and one too few at the end.
  expect(await refusal([HEAD, row("Invented, Inc").slice(0, -1)].join("\n"))).toEqual([
    "list-row-slipped",
    2,
  ]);
});

test("encodings are taken by their mark, named, or taken when a person says so", async () => {
  const text = "名称,国家\n虚构科技有限公司,CN\n";
  const gbk = Buffer.from("c3fbb3c62cb9fabcd20ad0e9b9b9bfc6bcbcd3d0cfdeb9abcbbe2c434e0a", "hex");
  const named = await read(gbk);
  expect(!named.ok && named.error).toMatchObject({
    code: "input-encoding",
    params: { found: "GBK / GB 18030" },
  });
  const name = "虚构科技有限公司";
  for (const list of [
    await read(gbk, { encoding: "gb18030" }),
    await read(Buffer.from(`\uFEFF${text}`)),
    await read(Buffer.from(`\uFEFF${text}`, "utf16le")),
    await read(Buffer.from(`\uFEFF${text}`, "utf16le").swap16()),
  ])
    expect(list.ok && list.value.entries[0]?.name).toBe(name);
  const unmarked = await read(Buffer.from(text, "utf16le"));
  expect(!unmarked.ok && unmarked.error.params).toMatchObject({ found: "UTF-16" });
  expect(await refusal(Buffer.from("name\nInvented\n").fill(0xff, 8, 9))).toEqual([
    "input-encoding",
    9,
  ]);
  expect(await refusal("名称,国家\n虚,CN\n", { encoding: "gb18030" })).toEqual([
    "input-not-encoding",
    1,
  ]);
});

test.each([
  ["a formula", plain("=A1,CN,x"), ["list-formula", 2]],
  ["an error value", plain("#REF!,CN,x"), ["list-formula", 2]],
  ["an empty name", plain("Invented,CN,x", ",CN,x"), ["list-row", 3]],
  ["signs for a name", plain("---,CN,x"), ["list-name-signs", 2]],
  ["a name of 3,000 characters", plain(`${"a".repeat(3_000)},CN,x`), ["list-name-long", 2]],
  ["a NUL", plain("In\0vented,CN,x"), ["csv-nul", 2]],
  ["two headers of one name", "name,name\na,b\n", ["csv-header-twice", 1]],
  ["a web page", "<!DOCTYPE html><html></html>", ["list-is-page", undefined]],
  ["nothing", "", ["list-empty", undefined]],
  ["blank lines", "\n\n  \n", ["list-empty", undefined]],
  ["a list that was cut off", [HEAD, row("Invented")].join("\n").slice(0, -40), ["csv-columns", 2]],
  ["names with bare commas", "name\nInvented Co., Ltd.\n", ["csv-columns", 2]],
  ["a table without names", "a,b\n1,2\n", ["list-format", undefined]],
])("%s is refused in a sentence with the place", async (_name, text, answer) => {
  expect(await refusal(text)).toEqual(answer);
});

test("a workbook of the old kind, and one with a formula that was never reckoned, are refused", async () => {
  const old = Buffer.from("d0cf11e0a1b11ae1", "hex");
  expect(await refusal(old, {}, "list.xls")).toEqual(["list-old-workbook", undefined]);
  const cells = `<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row><row r="2"><c r="A2"><f>B1&amp;C1</f></c></row>`;
  const bytes = await officeFile([
    {
      path: "xl/workbook.xml",
      xml: `<workbook xmlns:r="r"><sheets><sheet name="一" r:id="r1"/></sheets></workbook>`,
    },
    {
      path: "xl/_rels/workbook.xml.rels",
      xml: `<Relationships><Relationship Id="r1" Type="t/worksheet" Target="a.xml"/></Relationships>`,
    },
    { path: "xl/a.xml", xml: `<worksheet><sheetData>${cells}</sheetData></worksheet>` },
  ]);
  expect(await refusal(bytes, {}, "list.xlsx")).toEqual(["list-formula", 2]);
});

test("columns are found below a title, or by what a person says", async () => {
  const titled = await read("不可靠实体清单,,\n序号,实体名称,国家\n1,虚构公司,美国\n");
  expect(titled.ok && titled.value.entries).toMatchObject([{ name: "虚构公司" }]);
  const told = await read("甲,乙\nCN,虚构公司\n", { columns: { name: "乙", country: "1" } });
  expect(told.ok && told.value.entries).toMatchObject([{ name: "虚构公司", countries: ["CN"] }]);
  expect(await refusal("甲,乙\n1,2\n", { columns: { name: "丙" } })).toEqual(["list-no-column", 1]);
});

test("a name that is a legal form alone is kept and told", async () => {
  const list = await read(plain('"Co., Ltd.",CN,x', "有限公司,CN,x"));
  expect(list.ok && list.value.notes?.map(({ kind, line }) => [kind, line])).toEqual([
    ["name-form-only", 2],
    ["name-form-only", 3],
  ]);
});

test("reading stops when it is told to, and says how far it came", async () => {
  const text = Buffer.from([HEAD, ...rows(20_000)].join("\n"));
  const stop = new AbortController();
  const seen: number[] = [];
  const progress = (done: number, total: number) => {
    expect(total).toBe(text.length);
    seen.push(done);
    if (seen.length === 4) stop.abort();
  };
  expect(await refusal(text, { signal: stop.signal, progress })).toEqual([
    "input-stopped",
    undefined,
  ]);
  expect(seen.length).toBe(4);
});

const data = new URL("../../../../shared/data/lists/", import.meta.url);

test.runIf(existsSync(data))(
  "OFAC's files are refused when they do not belong together",
  async () => {
    const open = (name: string) => memorySource(name, readFileSync(new URL(name, data)));
    const alone = await readOneList([open("ofac-alt.csv")]);
    expect(!alone.ok && alone.error.code).toBe("list-ofac-no-names");
    const text = readFileSync(new URL("ofac-sdn.csv", data), "latin1").split("\r\n");
    const short = memorySource("sdn.csv", Buffer.from(text.slice(1).join("\r\n"), "latin1"));
    const orphan = await readOneList([short, open("ofac-alt.csv")]);
    expect(!orphan.ok && orphan.error).toMatchObject({
      code: "list-orphan",
      params: { file: "ofac-alt.csv", line: 1, number: "36" },
    });
  },
);
