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
import { type PackFolder, programOf, readBases, readPack } from "../support/pack-files.ts";
import { factsOfCase } from "../support/run-case.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { strangeLists } from "./typed-lists.ts";

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
  if (strangeLists([made.program.pack.definitions, made.program.pack.rules]).length > 0)
    return false;
  if (killedByCase(made.program, cases, touched(whole.pack, ids))) return false;
  return !(folder.startsWith("cn-import") && killedByTable(made.program));
}

/** Changes of a pack for which no case and no cell of the table typed by hand fails, one line each. */
export function* survivorsOf(
  folder: PackFolder,
  every: number,
): Generator<{ readonly tried: number; readonly survivor?: string }> {
  const input = readPack(folder);
  const whole = programOf(input);
  const cases = readyCases(whole, folder);
  let tried = 0;
  for (const mutant of mutantsOf(input.pack).filter((_, at) => at % every === 0)) {
    tried += 1;
    const left = survives(mutant, folder, whole, cases);
    yield left ? { tried, survivor: `${mutant.place}: ${mutant.change}` } : { tried };
  }
}
