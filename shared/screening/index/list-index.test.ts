import fc from "fast-check";
import { expect, test } from "vitest";
import type { ListEntry } from "#shared/lists";
import { buildListIndex, screen } from "../index.ts";

const entry = (title: string, at: number, aliases: readonly string[] = []): ListEntry => ({
  id: `entity-list:${at}`,
  list: "entity-list",
  kind: "entity",
  name: title,
  aliases,
  countries: ["CN"],
  codes: [],
  programs: [],
});

const snapshot = (entries: readonly ListEntry[]) => ({
  id: "sample",
  title: "sample",
  date: "2026-07-31",
  sha256: "b".repeat(64),
  format: "test",
  lists: ["entity-list"],
  entries,
});

const listed = [
  entry("Beijing Zhenlan Dengta Technology Co., Ltd.", 0, ["珍蓝灯塔科技有限公司"]),
  entry("Moonwork Precision Instruments Corporation (MPIC)", 1),
  entry("Institute 4711 of the Sample Shipbuilding Group", 2),
  entry("Lantern University of Technology", 3),
];
const queries = [
  "北京珍蓝灯塔科技有限公司",
  "北京珍蓝灯塔科枝有限公司",
  "MOONWORK PRECISION INSTR CORP",
  "Monwork Precision Instruments",
  "MPIC",
  "Lantern Univ of Tech",
];
const found = (index: ReturnType<typeof buildListIndex>, asked: string) =>
  screen(index, { names: [asked], codes: [] }).map((hit) => `${hit.entry.id} ${hit.score}`);

const words = [
  "Huadeng",
  "Zhenlan",
  "Moonwork",
  "Sample",
  "Technology",
  "Trading",
  "Beijing",
  "Institute",
  "Sea",
  "14th",
  "Group",
  "Co., Ltd.",
];
const name = fc
  .array(fc.constantFrom(...words), { minLength: 2, maxLength: 5 })
  .map((parts) => parts.join(" "));

test("adding entries to a list never takes away a hit, nor changes its score", () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 40 }), fc.constantFrom(...queries), (others, query) => {
      const few = found(buildListIndex(snapshot(listed)), query);
      const many = found(
        buildListIndex(snapshot([...listed, ...others.map((text, at) => entry(text, at + 10))])),
        query,
      );
      expect(many).toEqual(expect.arrayContaining(few));
    }),
    { numRuns: 60 },
  );
});

test("many entries of one sound hide none of them", () => {
  const crowd = Array.from({ length: 900 }, (_, at) => entry(`Huadeng Trading ${at} Ltd.`, at));
  const index = buildListIndex(
    snapshot([...crowd, entry("Huadeng Semiconductor Co., Ltd.", 1000)]),
  );
  expect(found(index, "华灯半导体有限公司").map((line) => line.split(" ")[0])).toContain(
    "entity-list:1000",
  );
});

test("what an entry says of town and trade under one name counts for its other names", () => {
  const index = buildListIndex(
    snapshot([
      entry("Zhenlan Dengta", 0, ["Zhenlan (Qingdao) Integrated Circuits Co., Ltd."]),
      entry("Huadeng Yueying", 1, ["Huadeng Yueying (Beijing) Precision Instruments Co., Ltd."]),
    ]),
  );
  const hits = (asked: string) => found(index, asked).map((line) => line.split(" ")[0]);
  expect(hits("珍蓝灯塔（青岛）集成电路有限公司")).toEqual(["entity-list:0"]);
  // The firm of that brand in another town is another firm; its branch there is the firm itself.
  expect(hits("华灯月影（北京）精密仪器有限公司")).toEqual(["entity-list:1"]);
  expect(hits("华灯月影（成都）有限公司")).toEqual([]);
});
