import { describe, expect, test } from "vitest";
import { coverageOf, optionsOfCase, runCases } from "#shared/rules";
import { packFolders, programOf, readBases, readPack } from "./support/pack-files.ts";
import { factsOfCase } from "./support/run-case.ts";

describe.each(packFolders)("golden cases of %s", (folder) => {
  const program = programOf(readPack(folder));
  const bases = readBases(folder);
  const results = runCases(program, (one) => factsOfCase(one, bases));

  test.each(results.map((result) => [result.name, result] as const))("%s", (_, result) => {
    expect(result).toMatchObject({ ok: true, problems: [] });
  });

  test("every rule is seen to hold, to fail and to be unknown", () => {
    const runs = program.cases.flatMap((one) => {
      const facts = factsOfCase(one, bases);
      return facts.ok ? [{ facts: facts.value, options: optionsOfCase(one) }] : [];
    });
    const gaps = coverageOf(program, runs).filter(({ unseen }) => unseen.length > 0);
    expect(gaps.map(({ rule, unseen }) => `${rule}: ${unseen.join(", ")}`)).toEqual([]);
  });
});
