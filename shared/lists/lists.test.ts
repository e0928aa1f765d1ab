import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readList } from "#node/lists";
import { csvRecords, listIdOf } from "./index.ts";

const head =
  "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";
const row = (name: string) =>
  `Entity List (EL) - Bureau of Industry and Security,,,,${name},,"1 Road, Sample, CN; 2 Road, Sample, HK",90 FR 1,2026-01-02,,,All items,Presumption of denial.,,,,,,,,,Alias A; Alias B,,,,,,"CN, 91110000MA00EX011K, Unified Social Credit Code"`;
const bytes = (text: string) => Buffer.from(text, "utf8");

test("CSV comes back field by field, quotes and line breaks included", () => {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ maxLength: 12 }), { minLength: 2, maxLength: 4 }), {
        minLength: 1,
        maxLength: 6,
      }),
      (rows) => {
        const text = rows.map((fields) => `${fields.map(quote).join(",")}\r\n`).join("");
        expect([...csvRecords(text)].map((record) => record.fields)).toEqual(rows);
      },
    ),
  );
});

test("the official layout gives names, aliases, countries, codes and the entry's own policy", () => {
  const read = readList({ name: "x.csv", bytes: bytes(`${head}\n${row("Invented Co.")}\n`) });
  expect(read.ok && read.value.entries[0]).toMatchObject({
    id: "entity-list:invented-co",
    list: "entity-list",
    aliases: ["Alias A", "Alias B"],
    countries: ["CN", "HK"],
    codes: [{ value: "91110000MA00EX011K" }],
    licencePolicy: "Presumption of denial.",
  });
  expect(read.ok && read.value.date).toBe("2026-01-02");
});

test("two entries of one name on one list keep ids of their own", () => {
  const text = `${head}\n${row("Twice Inc.")}\n${row("Twice Inc.")}\n`;
  const read = readList({ name: "x.csv", bytes: bytes(text) });
  expect(read.ok && read.value.entries.map((item) => item.id)).toEqual([
    "entity-list:twice-inc",
    "entity-list:twice-inc~2",
  ]);
});

test.each([
  ["no known layout", "a,b\n1,2\n", "list-format"],
  ["a row without a name", `${head}\n${row("")}\n`, "list-row"],
  ["a header alone", `${head}\n`, "list-empty"],
  [
    "a column missing",
    `${head.replace(",alt_names", "").replace("programs", "alt_names")}\nx\n`,
    "list-column",
  ],
  ["JSON of another kind", '{"a":1}', "list-format"],
  [
    "a source that does not exist",
    '{"fieldKey":{},"tables":{"sources":[]},"entries":[{"n":"x","s":0}]}',
    "list-shape",
  ],
])("%s is refused by code", (_name, text, code) => {
  const read = readList({ name: "x.csv", bytes: bytes(text) });
  expect(!read.ok && read.error.code).toBe(code);
});

test.each([
  ["Entity List (EL) - Bureau of Industry and Security", "entity-list"],
  ["Military End User (MEU) List - Bureau of Industry and Security", "meu"],
  [
    "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department",
    "cmic",
  ],
  ["Specially Designated Nationals (SDN) - Treasury Department", "sdn"],
  ["Section 1260H List", "1260h"],
  ["Some New List", "some-new-list"],
])("%s is known as %s", (name, id) => {
  expect(listIdOf(name)).toBe(id);
});

const data = new URL("../../../shared/data/lists/", import.meta.url);

describe.runIf(existsSync(data))("published lists beside the project", () => {
  const open = (name: string) => readFileSync(new URL(name, data));

  test("the re-keyed list of 2026-07-31 is read whole", () => {
    const name = "csl-2026-07-31.json";
    const read = readList({ name, bytes: open(name) });
    expect(read.ok && read.value.entries.length).toBe(25_921);
    expect(read.ok && read.value.date).toBe("2026-07-31");
    const listed = read.ok ? read.value.entries.filter((item) => item.list === "entity-list") : [];
    expect(listed.length).toBe(3_420);
    expect(new Set(read.ok ? read.value.entries.map((item) => item.id) : []).size).toBe(25_921);
  });

  test("the official sample is read whole", () => {
    const name = "csl-official-format-sample.csv";
    const read = readList({ name, bytes: open(name) });
    expect(read.ok && read.value.entries.length).toBe(115);
  });

  test("OFAC's three files together give names, aliases and countries", () => {
    const read = readList({
      name: "ofac-sdn.csv",
      bytes: open("ofac-sdn.csv"),
      beside: { alt: open("ofac-alt.csv"), add: open("ofac-add.csv") },
    });
    expect(read.ok && read.value.entries.length).toBe(8_976);
    const first = read.ok ? read.value.entries.find((item) => item.id === "sdn:36") : undefined;
    expect(first).toMatchObject({ aliases: ["AERO-CARIBBEAN"], countries: ["Cuba"] });
  });
});
