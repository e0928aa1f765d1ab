import type { FactSource, Subject } from "#shared/facts";
import type { Tri } from "#shared/kernel";
import { bindAlone, operatesOn, readingOf } from "../compile/bind.ts";
import { effectOf } from "../compile/effect.ts";
import type { EvaluateOptions } from "../evaluate/evaluate-lane.ts";
import { triOfMask } from "../evaluate/mask.ts";
import { createRun } from "../evaluate/run.ts";
import { walk } from "../evaluate/walk.ts";
import type { Condition, Definition, Reading } from "./pack-schema.ts";
import type { Program } from "./program.ts";

/** What a definition says of one subject: of a class as such, or of one of the cases that make it up. */
export type ClassValue = {
  readonly definition: Definition;
  /** The class that the definition is a case of; absent where it is the class itself. */
  readonly within?: Definition;
  readonly subject: Subject;
  readonly value: Tri;
};

function definitionsIn(condition: Condition): readonly string[] {
  if ("def" in condition) return [condition.def];
  if ("all" in condition) return condition.all.flatMap(definitionsIn);
  if ("any" in condition) return condition.any.flatMap(definitionsIn);
  if ("some" in condition || "every" in condition) return definitionsIn(condition.where);
  return "not" in condition ? definitionsIn(condition.not) : [];
}

/** The classes of parties whose requests are reported as barred on a day, in the pack's order. */
function reportedClasses(program: Program, { asOf, reading }: Day): readonly Definition[] {
  const ids = program.pack.rules
    .filter((rule) => effectOf(rule, reading) === "reported-barred" && operatesOn(rule, asOf))
    .flatMap((rule) => definitionsIn(rule.when));
  return [...new Set(ids)].flatMap((id) => {
    const definition = program.definitions.get(id);
    return definition?.subject === "party" ? [definition] : [];
  });
}

type Day = Pick<EvaluateOptions, "asOf" | "reading">;

/** The cases a class consists of, where the pack writes it as a choice between definitions; the broad reading names most. */
function casesOf(program: Program, definition: Definition): readonly Definition[] {
  const condition = readingOf(definition, "broad" satisfies Reading);
  if (!("any" in condition) || !condition.any.every((part) => "def" in part)) return [];
  return condition.any.flatMap((part) => {
    const one = "def" in part ? program.definitions.get(part.def) : undefined;
    return one === undefined ? [] : [one];
  });
}

/**
 * Which reported classes some subjects belong to by the facts, and under which case of each. A statement about subjects:
 * nothing of lanes, effects or findings has a part in it.
 */
export function classValues(
  program: Program,
  facts: FactSource,
  subjects: readonly Subject[],
  day: Day,
): readonly ClassValue[] {
  // Each definition is bound by itself, so each has places of its own and needs a run of its own.
  const ask = (definition: Definition, subject: Subject): Tri => {
    const bound = bindAlone(program, { def: definition.id }, day.asOf, day.reading);
    return triOfMask(walk(createRun(facts, 0), bound, subject, false));
  };
  return subjects.flatMap((subject) =>
    reportedClasses(program, day).flatMap((definition) => [
      { definition, subject, value: ask(definition, subject) },
      ...casesOf(program, definition).map((one) => ({
        definition: one,
        within: definition,
        subject,
        value: ask(one, subject),
      })),
    ]),
  );
}

/** What one definition says of one subject on a day under a reading. */
export function definitionValue(
  program: Program,
  facts: FactSource,
  { id }: Definition,
  subject: Subject,
  { asOf, reading }: Day,
): Tri {
  const bound = bindAlone(program, { def: id }, asOf, reading);
  return triOfMask(walk(createRun(facts, 0), bound, subject, false));
}
