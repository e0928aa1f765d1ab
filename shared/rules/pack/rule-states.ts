import type { FactArgs, FactSource, Subject } from "#shared/facts";
import type { CivilDate, Tri } from "#shared/kernel";
import { bindEach, groupOf } from "../compile/bind.ts";
import { triOfMask } from "../evaluate/mask.ts";
import { createRun } from "../evaluate/run.ts";
import { walk } from "../evaluate/walk.ts";
import { type Definition, type Reading, readings } from "./pack-schema.ts";
import type { Bound, Program } from "./program.ts";

/** A fact as a pack asks it on a day: with the parameters' values in its arguments. */
export type FactAsked = { readonly fact: string; readonly args: FactArgs | undefined };

/** What one definition of a pack says of one subject, under each reading. */
export type Classification = {
  readonly id: string;
  readonly title: Definition["title"];
  readonly values: Readonly<Record<Reading, Tri>>;
  /** The facts that it rests on by itself, each once. */
  readonly asked: readonly FactAsked[];
  /** Other definitions that it names, by id. */
  readonly names: readonly string[];
  readonly sources: readonly string[];
};

function partsOf(bound: Bound): readonly Bound[] {
  switch (bound.kind) {
    case "all":
    case "any":
      return bound.of;
    case "not":
    case "some":
    case "every":
      return [bound.of];
    default:
      return [];
  }
}

/** The facts below a condition, and the definitions that it names without looking into them. */
function restsOn(bound: Bound, facts: Map<string, FactAsked>, names: Set<string>): void {
  if (bound.kind === "def") names.add(bound.definition.id);
  if (bound.kind === "fact")
    facts.set(`${bound.fact} ${bound.variant}`, { fact: bound.fact, args: bound.args });
  for (const part of partsOf(bound)) restsOn(part, facts, names);
}

/** What a definition says; any other condition as it is. */
function below(bound: Bound | undefined): Bound {
  if (bound === undefined) return groupOf("any", []);
  return bound.kind === "def" ? bound.of : bound;
}

/**
 * What the definitions of a pack that rest on certain facts say of one subject on a day: not what follows from it, which is
 * the rules' part, but which of the pack's classes it is in. Definitions that only join such definitions are among them.
 */
export function classificationsOf(
  program: Program,
  facts: FactSource,
  subject: Subject,
  options: { readonly asOf: CivilDate; readonly about: (fact: string) => boolean },
): readonly Classification[] {
  const { asOf, about } = options;
  const own = [...program.definitions.values()].filter((one) => one.subject === subject.kind);
  const conditions = own.map(({ id }) => ({ def: id }));
  const runs = readings.map((reading) => {
    const bounds = bindEach(program, conditions, asOf, reading);
    const run = createRun(facts, 0);
    return { reading, bounds, ask: (bound: Bound) => triOfMask(walk(run, bound, subject, false)) };
  });
  const looked = own.map(({ id, title, sources }, at) => {
    const asked = new Map<string, FactAsked>();
    const names = new Set<string>();
    for (const { bounds } of runs) restsOn(below(bounds[at]), asked, names);
    return { id, title, sources, at, asked: [...asked.values()], names: [...names] };
  });
  const wanted = new Set(
    looked.filter(({ asked }) => asked.some(({ fact }) => about(fact))).map(({ id }) => id),
  );
  // A definition that joins wanted ones is wanted itself, however deep the joining goes.
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const { id, names } of looked) if (names.some((name) => wanted.has(name))) wanted.add(id);
  }
  return looked
    .filter(({ id }) => wanted.has(id))
    .map(({ at, ...rest }) => {
      const values = runs.map(({ reading, bounds, ask }) => {
        const bound = bounds[at];
        return [reading, bound === undefined ? "unknown" : ask(bound)] as const;
      });
      return { ...rest, values: Object.fromEntries(values) as Record<Reading, Tri> };
    });
}

const remembered = new WeakMap<Program, { asOf: CivilDate; asked: readonly FactAsked[] }>();

/** Every fact that the definitions of a pack rest on on a day, each once with its arguments. */
export function factsAsked(program: Program, asOf: CivilDate): readonly FactAsked[] {
  const before = remembered.get(program);
  if (before?.asOf === asOf) return before.asked;
  const found = new Map<string, FactAsked>();
  const conditions = [...program.definitions.keys()].map((id) => ({ def: id }));
  for (const reading of readings)
    for (const bound of bindEach(program, conditions, asOf, reading))
      restsOn(below(bound), found, new Set());
  const asked = [...found.values()];
  remembered.set(program, { asOf, asked });
  return asked;
}
