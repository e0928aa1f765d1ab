import process from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memorySource } from "#node/input";
import { readOneList } from "#node/lists";
import { xlsxOf } from "#node/office";
import { errorText } from "#shared/i18n";
import { damage, damaged } from "../support/damage.ts";

/** So many damaged files of each format; many more in the long suite. */
const RUNS = process.env["DESK_LONG"] === "1" ? 3_000 : 200;

const HEAD =
  "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";
const official = [
  HEAD,
  `Entity List (EL) - Bureau of Industry and Security,,Entity,,"Invented Co., Ltd.",,"1 Road, Sample, CN; 2 Road, HK",90 FR 1,2026-01-02,,,All,Denial,,,,,,,,https://list.invalid/,Alias A; 虚构,,,,,https://list.invalid/,"CN, 91110000MA00EX011K, Unified Social Credit Code"`,
  `Unverified List (UVL) - Bureau of Industry and Security,77,Individual,X,Invented Person,,,,,,,,,,,,,,,"said ""so""",,,,,,,,`,
].join("\r\n");
const json = JSON.stringify({
  total: 1,
  results: [
    {
      source: "Specially Designated Nationals (SDN) - Treasury Department",
      entity_number: "36",
      type: "Entity",
      name: "INVENTED AIRLINES",
      alt_names: ["虚构航空", "IAL"],
      addresses: [{ address: "1 Road", city: "Sample", country: "CN" }],
      ids: [{ type: "Tax ID", number: "123" }],
      programs: ["X"],
    },
  ],
});
const rekeyed = JSON.stringify({
  sourceGeneratedAt: "2026-07-31T13:15:00Z",
  entryCount: 2,
  fieldKey: { n: "name" },
  tables: { sources: ["Entity List (EL)"], licencePolicies: ["Denial"], programmes: [["A", "B"]] },
  entries: [
    { n: "Invented One", s: 0, a: ["I1"], lp: 0, pg: 0, c: ["CN"] },
    { n: "Invented Two", s: 0, e: "2" },
  ],
});
const sdn = `36,"INVENTED AIRLINES",-0- ,"X] [Y",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Tax ID No. 1234567; x"\r\n37,"PERSON, Invented",individual,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001a`;
const alt = `36,12,"aka","IAL",-0- \r\n\u001a`;
const add = `37,25,"1 Road","Sample","China",-0- \r\n\u001a`;
const table = "名称,英文名称,国家\n虚构公司,Invented Ltd,CN\n另一公司,,US\n";

describe("a damaged list is read whole or refused in words, never a fault", () => {
  const others = { "alt.csv": alt, "add.csv": add };
  const cases: readonly (readonly [string, string | (() => Promise<Uint8Array>)])[] = [
    ["list.csv", official],
    ["list.json", json],
    ["short.json", rekeyed],
    ["sdn.csv", sdn],
    ["plain.csv", table],
    [
      "plain.xlsx",
      async () =>
        await xlsxOf([
          {
            name: "一",
            table: {
              kind: "table",
              columns: [
                { width: "auto", align: "left" },
                { width: "auto", align: "left" },
              ],
              header: [],
              rows: [
                ["名称", "国家"],
                ["虚构公司", "CN"],
              ],
            },
          },
        ]),
    ],
  ];
  test.each(cases)(
    "%s",
    async (name, make) => {
      const whole = typeof make === "string" ? Buffer.from(make) : await make();
      const beside = name === "sdn.csv" ? Object.entries(others) : [];
      await fc.assert(
        fc.asyncProperty(damage, async (cuts) => {
          const read = await readOneList([
            memorySource(name, damaged(whole, cuts)),
            ...beside.map(([file, text]) => memorySource(file, Buffer.from(text))),
          ]);
          if (read.ok) {
            const ids = read.value.entries.map(({ id }) => id);
            expect(new Set(ids).size).toBe(ids.length);
            expect(read.value.entries.every((entry) => entry.name !== "")).toBe(true);
            return;
          }
          // A message of the catalogue with every blank filled.
          for (const lang of ["zh", "en"] as const)
            expect(errorText(lang, read.error)).not.toMatch(/\{\w+\}|^error\./);
        }),
        { numRuns: RUNS },
      );
    },
    600_000,
  );
});
