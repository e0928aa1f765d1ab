import { z } from "zod";
import { readUscc } from "#shared/identity";
import type { Answer, Party } from "#shared/model";
import type { Context } from "../context.ts";
import { askKey } from "../define.ts";
import type { Ask } from "../types.ts";

/** Answers of a party about itself, with the mark that a yes leaves and where the answer is entered. */
const answers = [
  ["military", (party: Party) => party.military, "military"],
  ["military-end-user", (party: Party) => party.militaryEndUser, "militaryEndUser"],
  ["sensitive-government", (party: Party) => party.sensitiveGovernment, "sensitiveGovernment"],
  [
    "administrative-functions",
    (party: Party) => party.administrativeFunctions,
    "administrativeFunctions",
  ],
  [
    "infrastructure-notice",
    (party: Party) => party.criticalInfrastructure?.notice,
    "criticalInfrastructure.notice",
  ],
  [
    "infrastructure-business",
    (party: Party) => party.criticalInfrastructure?.business,
    "criticalInfrastructure.business",
  ],
  [
    "infrastructure-serves",
    (party: Party) => party.criticalInfrastructure?.serves,
    "criticalInfrastructure.serves",
  ],
] as const satisfies readonly (readonly [string, (party: Party) => Answer | undefined, string])[];

/**
 * What a party's own record bears: its kind, the prefix of a valid code and who registered it, the category on its certificate,
 * and what it answered yes to. `kind-military-unit`, `prefix-11`, `registrar-A`, `capital-state-owned`, `military`.
 */
export function marksOf(party: Party): readonly string[] {
  const code = party.uscc === undefined ? undefined : readUscc(party.uscc);
  return [
    `kind-${party.kind}`,
    ...(code?.valid
      ? [`prefix-${code.code.slice(0, 2)}`, `registrar-${code.code.slice(0, 1)}`]
      : []),
    ...(party.stateCapital === undefined ? [] : [`capital-${party.stateCapital}`]),
    ...answers.flatMap(([mark, read]) => (read(party)?.value === "yes" ? [mark] : [])),
  ];
}

/**
 * The marks that a party could not say, with the field of each; with `silence`, also those that nobody asked it about. A natural
 * person is asked nothing.
 */
function openMarksOf(party: Party, silence: boolean): ReadonlyMap<string, string> {
  const isOpen = (answer: Answer | undefined) =>
    answer === undefined ? silence && party.kind !== "person" : answer.value === "unknown";
  return new Map(
    answers.flatMap(([mark, read, path]) =>
      isOpen(read(party)) ? [[mark, `parties.${party.id}.${path}`] as const] : [],
    ),
  );
}

/** Ways to belong, as a pack writes them. */
export const waysSchema = z
  .array(z.array(z.string().min(1).max(60)).min(1).max(20))
  .min(1)
  .max(50);

/** Ways to belong: of each list all marks are needed, of the lists one. */
export type MarkSets = readonly (readonly string[])[];

/** Whether a party bears the marks of one of the ways: certainly, or as far as its open answers allow (with their fields). */
export function bears(
  context: Context,
  id: string,
  ways: MarkSets,
  silence = false,
): { readonly value: boolean } | { readonly open: readonly string[] } {
  const party = context.parties.get(id);
  if (party === undefined) return { value: false };
  const own = new Set(marksOf(party));
  if (ways.some((way) => way.every((mark) => own.has(mark)))) return { value: true };
  const gaps = openMarksOf(party, silence);
  const fields = ways
    .filter((way) => way.every((mark) => own.has(mark) || gaps.has(mark)))
    .flatMap((way) => way.flatMap((mark) => (own.has(mark) ? [] : [gaps.get(mark) ?? ""])));
  return fields.length === 0 ? { value: false } : { open: [...new Set(fields)].sort() };
}

/** The fact that each field of a mark answers: the same gap puts the same question whichever rule meets it. */
const questions: Readonly<Record<string, string>> = {
  military: "party.military",
  militaryEndUser: "party.military-end-user",
  sensitiveGovernment: "party.sensitive-government",
  administrativeFunctions: "party.administrative-functions",
  "criticalInfrastructure.notice": "party.critical-infrastructure.notice",
  "criticalInfrastructure.business": "party.critical-infrastructure.business",
  "criticalInfrastructure.serves": "party.critical-infrastructure.serves",
};

/** The questions for fields of parties and links, each once, in the order of their names. */
export function askForFields(fields: readonly string[]): readonly Ask[] {
  return [...new Set(fields)].sort().map((path) => {
    const [group = "", id = "", ...rest] = path.split(".");
    const fact = group === "links" ? "link.share" : (questions[rest.join(".")] ?? "party.record");
    const subject = { kind: "party" as const, id };
    return { key: askKey(fact, id), fact, subject, owner: "buyer" as const, path };
  });
}
