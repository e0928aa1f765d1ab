import { describe, expect, test } from "vitest";
import { type Reading, readings } from "#shared/rules";
import { programOf, readPack } from "../support/pack-files.ts";
import { saidOf } from "./said.ts";
import { type Cell, classes, roles, table } from "./table.ts";

const program = programOf({ ...readPack("cn-import/2026-12-01/"), cases: [] });

/** The cell as it reads under one reading; whatever a barred class tells besides is left open. */
function expected(cell: Cell, reading: Reading) {
  return { lane: cell.lanes[reading], stop: cell.stop, tells: cell.tells[reading] };
}

const rows = roles.flatMap((role) => classes.map((kind) => [role, kind] as const));

describe("who counts, in which role", () => {
  test.each(rows)("%s, %s", (role, kind) => {
    for (const reading of readings) {
      const cell = expected(table[role][kind], reading);
      const said = saidOf(program, role, kind, reading);
      // Where the class bars the order, what is told besides adds nothing to it.
      const shown = cell.lane === "reported-barred" ? { ...said, tells: cell.tells } : said;
      expect(shown, reading).toEqual(cell);
    }
  });
});
