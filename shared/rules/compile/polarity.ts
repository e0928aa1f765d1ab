import type { Condition } from "../pack/pack-schema.ts";
import type { Program } from "../pack/program.ts";

function partsOf(condition: Condition): readonly (readonly [Condition, boolean])[] {
  if ("all" in condition) return condition.all.map((part) => [part, false] as const);
  if ("any" in condition) return condition.any.map((part) => [part, false] as const);
  if ("not" in condition) return [[condition.not, true]];
  return "where" in condition ? [[condition.where, false]] : [];
}

/** Whether a condition names a vague term under a negation, itself or by a definition: then a wider reading makes it hold less. */
function deniesVague(condition: Condition, program: Program, denied: boolean): boolean {
  if (!("def" in condition))
    return partsOf(condition).some(([part, turns]) => deniesVague(part, program, denied !== turns));
  const definition = program.definitions.get(condition.def);
  if (definition === undefined) return false;
  if ("when" in definition) return deniesVague(definition.when, program, denied);
  if (denied) return true;
  return [definition.narrow, definition.working, definition.broad].some((one) =>
    deniesVague(one, program, denied),
  );
}

const known = new WeakMap<Program, boolean>();

/**
 * Whether any rule that sets a lane could become milder as the reading widens. The answer under a wider reading then counts what the
 * narrower ones say as well, so that broad is never milder than working, nor working than narrow.
 */
export function narrowsWhenRead(program: Program): boolean {
  let found = known.get(program);
  if (found === undefined) {
    found = program.pack.rules.some(
      ({ effect, when }) =>
        ("lane" in effect || "byReading" in effect) && deniesVague(when, program, false),
    );
    known.set(program, found);
  }
  return found;
}
