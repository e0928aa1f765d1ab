import { describe, expect, test } from "vitest";
import { packFolders, programOf, readBases, readPack } from "./support/pack-files.ts";
import { reportOf, seenOf } from "./support/run-case.ts";

describe.each(packFolders)("golden cases of %s", (folder) => {
  const program = programOf(readPack(folder));
  const bases = readBases(folder);

  test.each(program.cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const report = reportOf(one, program, bases);
    const seen = seenOf(one, report);
    const holding = report.findings.filter(({ value }) => value !== "fails");
    expect(seen, JSON.stringify(holding.map((f) => [f.rule, f.value, f.effect, f.ask]))).toEqual(
      one.expect,
    );
  });
});
