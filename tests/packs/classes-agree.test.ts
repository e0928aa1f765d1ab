import { describe, expect, test } from "vitest";
import { createFactSource } from "#shared/facts";
import { parseDossier } from "#shared/model";
import { type ClassRow, classRowsOf } from "#shared/papers";
import { evaluate, setFields } from "#shared/rules";
import { programOf, readBases, readPack } from "./support/pack-files.ts";

const folder = "cn-import/2026-12-01/";
const program = programOf(readPack(folder));
const bases = readBases(folder);

/** The rule of the check that speaks of each class of the papers. */
const ruleOf: Readonly<Record<string, string>> = {
  military: "cn.military",
  "military-owner": "cn.military-owner",
  "sensitive-government": "cn.sensitive-government",
  "government-owner": "cn.government-owner",
  "critical-infrastructure": "cn.critical-infrastructure",
  "state-owned": "cn.state-owned",
};

const strongest = (values: readonly string[]): string =>
  ["holds", "unknown", "fails"].find((value) => values.includes(value)) ?? "fails";

function paperSays(rows: readonly ClassRow[], id: string): string {
  return strongest(
    rows.filter((row) => row.class.id === id && row.case === undefined).map((row) => row.value),
  );
}

describe("check and papers about a class", () => {
  test("never contradict each other over the dossiers of all cases", () => {
    let compared = 0;
    for (const one of program.cases) {
      if (one.reading !== undefined && one.reading !== "working") continue;
      if (one.lookups !== undefined || one.asOf < "2026-01-08") continue;
      const changed = setFields(bases.get(one.dossier), one.set ?? []);
      const dossier = changed.ok ? parseDossier(changed.value) : changed;
      if (!dossier.ok || dossier.value.order.buyer === undefined) continue;
      const facts = createFactSource({
        dossier: dossier.value,
        hits: [],
        screened: [],
        asOf: one.asOf,
      });
      const { findings } = evaluate(program, facts, { asOf: one.asOf, reading: "working" });
      const of = (rule: string) => findings.find((finding) => finding.rule === rule)?.value;
      // Goods that no report names have no class to ask about; a role not filled may still be anybody's.
      const { endUsers = [] } = dossier.value.order.route ?? {};
      const known = new Set(dossier.value.parties.map(({ id }) => id));
      if (of("cn.request") !== "holds" || endUsers.length === 0) continue;
      if (!endUsers.every((id) => known.has(id))) continue;
      const rows = classRowsOf(dossier.value, [program], one.asOf);
      for (const [id, rule] of Object.entries(ruleOf)) {
        compared += 1;
        expect(`${one.name}: ${id} ${paperSays(rows, id)}`).toBe(`${one.name}: ${id} ${of(rule)}`);
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });

  test("control that the text does not settle stands in the papers as a case of its own", () => {
    const one = program.cases.find(({ name }) => name.includes("board majority at 30 %, working"));
    const changed = setFields(bases.get(one?.dossier ?? ""), one?.set ?? []);
    const dossier = changed.ok ? parseDossier(changed.value) : changed;
    if (!dossier.ok) throw new Error("no dossier");
    const rows = classRowsOf(dossier.value, [program], "2026-08-20");
    const row = rows.find((item) => item.case?.id === "state-control-by-other-means");
    expect(row?.value).toBe("holds");
    expect(paperSays(rows, "state-owned")).toBe("fails");
  });
});
