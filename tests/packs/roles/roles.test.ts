import { describe, expect, test } from "vitest";
import { createFactSource } from "#shared/facts";
import { parseDossier } from "#shared/model";
import { evaluate, type Program, type Reading, readings } from "#shared/rules";
import { programOf, readBases, readPack } from "../support/pack-files.ts";
import { orderWith } from "./cast.ts";
import { type Cell, type Class, classes, type Role, roles, table } from "./table.ts";

const folder = "cn-import/2026-11-30/";
const program = programOf({ ...readPack(folder), cases: [] });
const base = readBases(folder).get("private-start-up");
const asOf = "2026-08-20";

/** Rules that speak of a party's class; what the order as a whole is told stands apart. */
const spoken = /^cn\.(military|government|sensitive|infrastructure|critical|state|tenants)/;

/** What a pack says of one role and class under a reading, in the words of the table. */
export function saidOf(pack: Program, role: Role, kind: Class, reading: Reading) {
  const dossier = parseDossier(orderWith(base, role, kind));
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.error));
  const facts = createFactSource({ dossier: dossier.value, hits: [], screened: [], asOf });
  const { lane, findings } = evaluate(pack, facts, { asOf, reading });
  const held = findings.filter((one) => one.value === "holds" && spoken.test(one.rule));
  const effects = new Set<string>(held.map((one) => one.effect));
  const tells = ["disclosure", "red-flag"].find((effect) => effects.has(effect)) ?? "nothing";
  return { lane, stop: held.some((one) => one.stop === true), tells };
}

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
