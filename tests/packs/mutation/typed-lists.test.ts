import { expect, test } from "vitest";
import { packFolders, readPack } from "../support/pack-files.ts";
import { mutantsOf } from "./mutants.ts";
import { strangeLists } from "./typed-lists.ts";

const partsOf = (pack: unknown): unknown => {
  const { definitions, rules } = Object(pack) as { definitions: unknown; rules: unknown };
  return [definitions, rules];
};

test.each(packFolders)("%s is made of the reference's own lists", (folder) => {
  expect(strangeLists(partsOf(readPack(folder).pack))).toEqual([]);
});

test("a list that lost a member is found", () => {
  const { pack } = readPack(packFolders[0]);
  const without = mutantsOf(pack).find(({ change }) => change.startsWith("usccPrefixes without"));
  expect(strangeLists(partsOf(without?.pack))).not.toEqual([]);
});

test("changes touch days, numbers, lanes, operators and members of both packs", () => {
  for (const folder of packFolders) {
    const changes = mutantsOf(readPack(folder).pack).map(({ change }) => change.split(" ")[0]);
    for (const kind of ["from", "value", "lane", "all", "any", "is", "without", "in"])
      expect(changes, folder).toContain(kind);
  }
});
