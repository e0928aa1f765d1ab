import process from "node:process";
import { parseArgs } from "node:util";
import { factCatalogue } from "#shared/facts";
import {
  compareCase,
  compile,
  evaluate,
  optionsOfCase,
  type PackCase,
  type Program,
} from "#shared/rules";
import { saidOf } from "../roles/said.ts";
import { classes, roles, table } from "../roles/table.ts";
import {
  type PackFolder,
  packFolders,
  programOf,
  readBases,
  readPack,
} from "../support/pack-files.ts";
import { factsOfCase } from "../support/run-case.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";

const { values } = parseArgs({
  options: {
    pack: { type: "string" },
    every: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
  },
});

type Ready = { readonly one: PackCase; readonly facts: Parameters<typeof evaluate>[1] };

function readyCases(program: Program, folder: PackFolder): readonly Ready[] {
  const bases = readBases(folder);
  return program.cases.flatMap((one) => {
    const facts = factsOfCase(one, bases);
    return facts.ok ? [{ one, facts: facts.value }] : [];
  });
}

/** Rules that a change can touch: those on its way, and those that name a definition or parameter on it, through any number. */
function touched(pack: Program["pack"], ids: readonly string[]): ReadonlySet<string> {
  const names = new Set(ids);
  const said = (value: unknown) =>
    [...JSON.stringify(value).matchAll(/"(?:def|param)":"([^"]+)"/g)].some(([, id]) =>
      names.has(id ?? ""),
    );
  for (let size = -1; size !== names.size; ) {
    size = names.size;
    for (const one of pack.definitions) if (said(one)) names.add(one.id);
  }
  return new Set(pack.rules.filter((rule) => names.has(rule.id) || said(rule)).map(({ id }) => id));
}

function killedByCase(
  program: Program,
  cases: readonly Ready[],
  rules: ReadonlySet<string>,
): boolean {
  const near = ({ one }: Ready) =>
    Object.keys(one.expect.findings ?? {}).some((rule) => rules.has(rule));
  const sorted = [...cases.filter(near), ...cases.filter((one) => !near(one))];
  return sorted.some(
    ({ one, facts }) =>
      compareCase(one.expect, evaluate(program, facts, optionsOfCase(one))).length > 0,
  );
}

function killedByTable(program: Program): boolean {
  return roles.some((role) =>
    classes.some((kind) =>
      (["narrow", "working", "broad"] as const).some((reading) => {
        const cell = table[role][kind];
        const said = saidOf(program, role, kind, reading);
        return said.lane !== cell.lanes[reading] || said.stop !== cell.stop;
      }),
    ),
  );
}

function survives(
  { pack, ids }: Mutant,
  folder: PackFolder,
  whole: Program,
  cases: readonly Ready[],
): boolean {
  const made = compile({ ...readPack(folder), pack, cases: [] }, factCatalogue);
  // What the compiler refuses never speaks.
  if (!made.ok) return false;
  if (killedByCase(made.program, cases, touched(whole.pack, ids))) return false;
  return !(folder.startsWith("cn-import") && killedByTable(made.program));
}

function main(): void {
  for (const folder of packFolders.filter(
    (one) => values.pack === undefined || one.startsWith(values.pack),
  )) {
    const input = readPack(folder);
    const whole = programOf(input);
    const cases = readyCases(whole, folder);
    const all = mutantsOf(input.pack).filter(
      (_, at) => at >= Number(values.from) && at % Number(values.every) === 0,
    );
    let left = 0;
    for (const mutant of all) {
      if (!survives(mutant, folder, whole, cases)) continue;
      left += 1;
      process.stdout.write(`  survives: ${mutant.place}: ${mutant.change}\n`);
    }
    process.stdout.write(`${folder} ${all.length} changes, ${left} survive\n`);
  }
}

main();
