import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { csvRecords } from "#node/input";
import { linkSchema, type Party, partySchema } from "#shared/model";
import { buildGraph, type CsvOptions, guessMapping, importTable, interest } from "../index.ts";
import { readDateCell, readShareCell } from "./csv-cells.ts";

// Many random cases: a busy machine needs longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

/** What the text of a CSV file gives, read as files are. */
function importCsv(text: string, options: CsvOptions = {}) {
  const records = csvRecords(text, "t.csv");
  if (!records.ok) throw new Error(records.error.code);
  return importTable(records.value, options);
}

const TABLE = `﻿股东名称,股东类型,公司名称,统一社会信用代码,持股比例(%),截至日期,来源
虚构市国资委,机关,虚构控股有限公司,,60%,2026/6/30,虚构登记
"虚构,创始人",自然人,虚构控股有限公司,,25-40,20260630,虚构登记
虚构控股有限公司,公司,虚构云计算有限公司,91110000MA00000000,＞50,2026年6月30日,
某人,自然人,虚构云计算有限公司,,一半,,
,自然人,虚构云计算有限公司,,10,,
某人,外星人,虚构云计算有限公司,,不详,2026-02-30,
`;

describe("a table of holdings", () => {
  const read = importCsv(TABLE);
  it("has its columns found by their headers, in either language", () => {
    expect(read.mapping).toEqual({
      owner: 0,
      ownerKind: 1,
      target: 2,
      targetCode: 3,
      equity: 4,
      asOf: 5,
      source: 6,
    });
    expect(guessMapping(["Holder", "Company", "Share %", "As of"])).toEqual({
      owner: 0,
      target: 1,
      equity: 2,
      asOf: 3,
    });
  });
  it("gives parties once each and a link per row, as the model takes them", () => {
    for (const party of read.parties) expect(() => partySchema.parse(party)).not.toThrow();
    for (const link of read.links) expect(() => linkSchema.parse(link)).not.toThrow();
    expect(read.parties.map((party) => [party.names.zh, party.kind])).toEqual([
      ["虚构市国资委", "public-body"],
      ["虚构控股有限公司", "company"],
      ["虚构,创始人", "person"],
      ["虚构云计算有限公司", "company"],
    ]);
    expect(read.links.map((link) => link.equity)).toEqual([
      { kind: "exact", percent: "60" },
      { kind: "range", min: "25", max: "40" },
      { kind: "range", min: "50", max: "100", minExclusive: true },
    ]);
  });
  it("says of each bad row which line, which column and why", () => {
    const problems = read.problems.map(({ line, field, kind, refused }) => [
      line,
      field,
      kind,
      refused,
    ]);
    expect(problems).toEqual([
      [2, "targetKind", "kind-guessed", false],
      [4, "targetCode", "code-not-valid", false],
      [4, "targetKind", "kind-guessed", false],
      [5, "equity", "share-not-read", true],
      [6, "owner", "owner-not-named", true],
      [7, "ownerKind", "kind-not-known", false],
      [7, "asOf", "date-not-read", true],
    ]);
  });
  it("is answered like any other record", () => {
    const graph = buildGraph({ parties: read.parties, links: read.links, asOf: "2026-11-23" });
    const cloud = read.parties.find((party) => party.names.zh === "虚构云计算有限公司");
    const answer = interest(graph, {
      holders: { kinds: ["public-body"] },
      target: cloud?.id ?? "",
      measure: "equity",
      method: "cascade",
      over: "50",
    });
    expect(answer.reaches).toBe("holds");
  });
  it("finds parties of the book by code, then by name, and takes another code for another party", () => {
    const known: Party[] = [
      {
        id: "pty_cloud",
        kind: "company",
        names: { zh: "虚构云计算有限公司" },
        uscc: "91110000MA00000000",
      },
      { id: "pty_holding", kind: "company", names: { zh: "虚构控股有限公司" } },
    ];
    const again = importCsv(TABLE, { known });
    expect(again.links.map((link) => link.target)).toEqual([
      "pty_holding",
      "pty_holding",
      "pty_cloud",
    ]);
    const renamed = importCsv(
      "owner,target,targetCode,share\na,虚构云计算有限公司,91110000MA00000001,5",
      { known },
    );
    expect(renamed.links[0]?.target).not.toBe("pty_cloud");
  });
  it("with another layout is read by the mapping that a person chose", () => {
    const read2 = importCsv("x,y,z\n12.50,B,A", { mapping: { equity: 0, target: 1, owner: 2 } });
    expect(read2.links).toMatchObject([{ equity: { kind: "exact", percent: "12.5" } }]);
    expect(read2.parties.map((party) => party.names.en)).toEqual(["A", "B"]);
  });
  it("takes a party without a kind for what its code or name shows, else leaves it open", () => {
    const kindOf = (cells: string) => {
      const { parties } = importCsv(`owner,ownerCode,target,share\n${cells},Invented Ltd,5`);
      return parties[0]?.kind;
    };
    expect(kindOf("虚构大学,1211000040000000XT")).toBe("public-body");
    expect(kindOf("虚构投资合伙企业（有限合伙）,")).toBe("partnership");
    expect(kindOf("虚构某某,")).toBe("other");
  });
  it("gives the same ids every time, and one link for a row that is there twice", () => {
    expect(importCsv(TABLE)).toEqual(read);
    expect(importCsv("owner,target,share\na,b,5\na,b,5").links.length).toBe(1);
  });
  it("never throws and never makes what the model refuses, whatever is in the cells", () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom("50", "5%", "a", "b", '"', "1-2", "2026-01-01"),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 6 }),
        (rows) => {
          const text = rows.map((row) => row.map(quoted).join(",")).join("\n");
          const records = csvRecords(`owner,target,equity,from,voting\n${text}`, "t.csv");
          if (!records.ok) return expect(records.error.code).toMatch(/^csv-/);
          const { parties, links } = importTable(records.value);
          for (const party of parties) partySchema.parse(party);
          for (const link of links) linkSchema.parse(link);
        },
      ),
    );
  });
});

describe("cells", () => {
  it("hold shares in the ways that tables write them", () => {
    expect(readShareCell("51％")).toEqual({ kind: "exact", percent: "51" });
    expect(readShareCell("050.500 %")).toEqual({ kind: "exact", percent: "50.5" });
    expect(readShareCell("50以上")).toEqual({ kind: "range", min: "50", max: "100" });
    expect(readShareCell("<5")).toEqual({ kind: "range", min: "0", max: "5", maxExclusive: true });
    expect(readShareCell("25 to 50")).toEqual({ kind: "range", min: "25", max: "50" });
    expect(readShareCell("不详")).toEqual({ kind: "unknown" });
    expect(readShareCell("")).toBeNull();
    for (const bad of ["101", "50-25", "half", "-1", "1e2"])
      expect(readShareCell(bad), bad).toBeUndefined();
  });
  it("hold days in the ways that tables write them", () => {
    for (const day of ["2026-01-31", "2026/1/31", "20260131", "2026年1月31日", "2026.1.31"])
      expect(readDateCell(day)).toBe("2026-01-31");
    expect(readDateCell("31.01.2026")).toBeUndefined();
    expect(readDateCell("2026-02-30")).toBeUndefined();
  });
});
