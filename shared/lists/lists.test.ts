import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRecords, memorySource } from "#node/input";
import { readOneList } from "#node/lists";
import { listIdOf } from "./index.ts";

const head =
  "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";
const row = (name: string) =>
  `Entity List (EL) - Bureau of Industry and Security,,,,${name},,"1 Road, Sample, CN; 2 Road, Sample, HK",90 FR 1,2026-01-02,,,All items,Presumption of denial.,,,,,,,,,Alias A; Alias B,,,,,,"CN, 91110000MA00EX011K, Unified Social Credit Code"`;
const read = async (...files: readonly (readonly [string, string | Uint8Array])[]) =>
  await readOneList(
    files.map(([name, text]) =>
      memorySource(name, typeof text === "string" ? Buffer.from(text) : text),
    ),
  );

test("CSV comes back field by field, quotes and line breaks included", () => {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }).chain((width) =>
        fc.array(fc.array(fc.string({ maxLength: 12 }), { minLength: width, maxLength: width }), {
          minLength: 1,
          maxLength: 6,
        }),
      ),
      (rows) => {
        const text = rows.map((fields) => `${fields.map(quote).join(",")}\r\n`).join("");
        const found = csvRecords(text, "t.csv");
        // Several lines with as many commas as rows would have are taken for rows that a lost quote swallowed.
        if (!found.ok) return expect(found.error.code).toMatch(/^csv-(quote-swallows|nul)$/);
        const full = rows.filter((fields) => fields.some((field) => field !== ""));
        expect(found.value.map(({ fields }) => fields)).toEqual(full);
      },
    ),
  );
});

test("the official layout gives names, aliases, countries, codes and the entry's own policy", async () => {
  const list = await read(["x.csv", `${head}\n${row("Invented Co.")}\n`]);
  expect(list.ok && list.value.entries[0]).toMatchObject({
    id: "entity-list:invented-co",
    list: "entity-list",
    aliases: ["Alias A", "Alias B"],
    countries: ["CN", "HK"],
    codes: [{ value: "91110000MA00EX011K" }],
    licencePolicy: "Presumption of denial.",
  });
  expect(list.ok && list.value.date).toBe("2026-01-02");
});

test("two entries of one name on one list keep ids of their own", async () => {
  const text = `${head}\n${row("Twice Inc.")}\n${row("Twice Inc.")}\n`;
  const list = await read(["x.csv", text]);
  expect(list.ok && list.value.entries.map((item) => item.id)).toEqual([
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
    `${head.replace(",alt_names", "").replace("programs", "alt_names")}\n${"x,".repeat(26)}x\n`,
    "list-column",
  ],
  ["JSON of another kind", '{"a":1}', "list-format"],
  [
    "a source that does not exist",
    '{"fieldKey":{},"tables":{"sources":[]},"entries":[{"n":"x","s":0}]}',
    "list-shape",
  ],
])("%s is refused by code", async (_name, text, code) => {
  const list = await read(["x.csv", text]);
  expect(!list.ok && list.error.code).toBe(code);
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

  test("the re-keyed list of 2026-07-31 is read whole", async () => {
    const name = "csl-2026-07-31.json";
    const list = await read([name, open(name)]);
    expect(list.ok && list.value.entries.length).toBe(25_921);
    expect(list.ok && list.value.date).toBe("2026-07-31");
    const listed = list.ok ? list.value.entries.filter((item) => item.list === "entity-list") : [];
    expect(listed.length).toBe(3_420);
    expect(new Set(list.ok ? list.value.entries.map((item) => item.id) : []).size).toBe(25_921);
  });

  test("the official sample is read whole", async () => {
    const name = "csl-official-format-sample.csv";
    const list = await read([name, open(name)]);
    expect(list.ok && list.value.entries.length).toBe(115);
  });

  test("OFAC's three files together, in any order, give names, aliases, countries and addresses", async () => {
    const names = ["ofac-add.csv", "ofac-sdn.csv", "ofac-alt.csv"];
    const list = await read(...names.map((name) => [name, open(name)] as const));
    expect(list.ok && list.value.entries.length).toBe(8_976);
    const first = list.ok ? list.value.entries.find((item) => item.id === "sdn:36") : undefined;
    expect(first).toMatchObject({
      aliases: ["AERO-CARIBBEAN"],
      countries: ["Cuba"],
      addresses: ["Havana, Cuba"],
    });
  });
});
