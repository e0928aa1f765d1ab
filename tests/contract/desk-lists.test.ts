import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDesk, type TestDesk } from "./desk-harness.ts";

const HEAD =
  "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";
const csl = (...rows: (readonly [name: string, country: string])[]) =>
  `${HEAD}\n${rows
    .map(
      ([name, country]) =>
        `Entity List (EL) - Bureau of Industry and Security,,Entity,,${name},,"1 Road, ${country}",90 FR 1,2026-01-02,,,All,Denial,,,,,,,,,,,,,,,`,
    )
    .join("\n")}\n`;

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(async () => {
  expect(desk.faults).toEqual([]);
  await desk.close();
});

type Status = {
  readonly state: string;
  readonly result?: unknown;
  readonly error?: { readonly code: string };
};

async function ended(job: string): Promise<Status> {
  for (;;) {
    const status = await desk.call<Status>("jobs", "status", { job, waitMs: 500 });
    if (status.state !== "running") return status;
  }
}

async function take(files: Readonly<Record<string, string>>, more: object = {}): Promise<Status> {
  const given: { fileName: string; grant: string }[] = [];
  for (const [fileName, text] of Object.entries(files))
    given.push({ fileName, grant: await desk.upload(fileName, Buffer.from(text)) });
  const { job } = await desk.call<{ job: string }>("lists", "importFiles", {
    files: given,
    ...more,
  });
  return await ended(job);
}

type Summary = { id: string; superseded: boolean; entries: number; withoutAliases: boolean };
const all = () => desk.call<Summary[]>("lists", "list", {});
const hits = (...names: string[]) =>
  desk.call<{ entry: string; listSha256: string }[]>("lists", "screen", { names });

test("OFAC's files are one list with its aliases, and one file of them alone is told", async () => {
  const sdn = `36,"INVENTED AIRLINES",-0- ,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n`;
  const files = { "alt.csv": `36,12,"aka","OTHER-WINGS",-0- \r\n`, "sdn.csv": sdn };
  expect(await take(files)).toMatchObject({
    state: "done",
    result: [{ id: "sdn", entries: 1, withoutAliases: false, imported: "2026-11-23" }],
  });
  expect((await hits("Other-Wings")).map(({ entry }) => entry)).toEqual(["sdn:36"]);
  expect(await take({ "sdn.csv": sdn.replace("36", "37") })).toMatchObject({
    result: [{ withoutAliases: true }],
  });
  // Two files of one name are two lists, each with an id of its own.
  expect(new Set((await all()).map(({ id }) => id)).size).toBe(2);
  expect(await take({ "alt.csv": files["alt.csv"] })).toMatchObject({
    state: "failed",
    error: { code: "list-ofac-no-names" },
  });
});

test("a newer state takes the place of the older one, which old checks still use", async () => {
  await take({ "csl-2026-01-31.csv": csl(["Invented Falcon Works", "CN"], ["Stays Ltd", "CN"]) });
  await take({ "csl-2026-06-30.csv": csl(["Stays Ltd", "HK"], ["Invented Heron Works", "CN"]) });
  expect((await all()).map(({ id, superseded }) => [id, superseded])).toEqual([
    ["csl-2026-01-31", true],
    ["csl-2026-06-30", false],
  ]);
  expect(await hits("Invented Falcon Works")).toEqual([]);
  expect(await hits("Invented Heron Works")).toHaveLength(1);
});

test("a new state is compared with the one before it, down to the parties that it touches", async () => {
  const names = { en: "Invented Heron Works" };
  const party = { id: "pty_heron", kind: "company", names, country: "CN" };
  await desk.call("parties", "save", { value: { party, holders: [] }, revision: 0 });
  await take({ "csl-2026-01-31.csv": csl(["Invented Falcon Works", "CN"], ["Stays Ltd", "CN"]) });
  await take({ "csl-2026-06-30.csv": csl(["Stays Ltd", "HK"], ["Invented Heron Works", "CN"]) });
  const { job } = await desk.call<{ job: string }>("lists", "compare", { id: "csl-2026-06-30" });
  expect(await ended(job)).toMatchObject({
    state: "done",
    result: {
      before: { id: "csl-2026-01-31", date: "2026-01-31" },
      counts: { added: 1, removed: 1, changed: 1 },
      added: [{ name: "Invented Heron Works" }],
      removed: [{ name: "Invented Falcon Works" }],
      changed: [{ name: "Stays Ltd", fields: ["countries", "addresses"] }],
      parties: [{ id: "pty_heron", entries: ["entity-list:invented-heron-works"] }],
    },
  });
});

test("a plain list keeps how its columns were named, and nothing of a refused file stays", async () => {
  const text = "甲,乙\nCN,虚构隼业有限公司\n";
  const done = await take(
    { "own-2026-05-01.csv": text },
    { columns: { name: "乙" }, title: "本公司名单" },
  );
  expect(done).toMatchObject({ state: "done", result: [{ id: "本公司名单", date: "2026-05-01" }] });
  expect(await hits("虚构隼业有限公司")).toHaveLength(1);
  const refused = await take({ "a.csv": csl(["Fine Ltd", "CN"]), "b.csv": "name\nx,y\n" });
  expect(refused).toMatchObject({ state: "failed", error: { code: "csv-columns" } });
  expect(await all()).toHaveLength(1);
});

test("where each list comes from is said, with an address only where one is known", async () => {
  const sources = await desk.call<{ id: string; address?: string }[]>("lists", "sources", {});
  expect(sources.map(({ id }) => id)).toContain("ofac-sdn");
  for (const { address } of sources) if (address) expect(address).toMatch(/^https:\/\//);
});
