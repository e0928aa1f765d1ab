import { isCivilDate } from "#shared/kernel";
import { type Pack, parameterOn, type Rule, type Source } from "#shared/rules";

/** How a rule stands on a day, as a person looks for it; the words are those of a parameter's states. */
export const ruleStates = ["in-force", "not-yet", "repealed", "suspended", "unverified"] as const;
export type RuleState = (typeof ruleStates)[number];

/** The parameters and definitions that a condition names. */
function namesIn(value: unknown, into: { params: Set<string>; defs: Set<string> }): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) namesIn(item, into);
    return;
  }
  for (const [name, item] of Object.entries(value)) {
    if (name === "param" && typeof item === "string") into.params.add(item);
    else if (name === "def" && typeof item === "string") into.defs.add(item);
    else namesIn(item, into);
  }
}

function parametersOf(rule: Rule, pack: Pack): ReadonlySet<string> {
  const found = { params: new Set<string>(), defs: new Set<string>() };
  namesIn(rule.when, found);
  // A definition may name another one: the set grows while it is walked.
  for (const id of found.defs)
    namesIn(
      pack.definitions.find((one) => one.id === id),
      found,
    );
  return found.params;
}

/**
 * The state of a rule on a day: outside its own dates first; then unverified or suspended where a parameter that it rests on is,
 * because what it says that day hangs on that.
 */
export function ruleState(
  rule: Rule,
  { pack, sources }: { readonly pack: Pack; readonly sources: readonly Source[] },
  asOf: string,
): RuleState {
  if (!isCivilDate(asOf)) return "in-force";
  if (rule.from !== null && asOf < rule.from) return "not-yet";
  if (rule.to !== null && asOf > rule.to) return "repealed";
  const context = {
    track: pack.track,
    sources: new Map(sources.map((source) => [source.id, source])),
    lookups: [],
  };
  const states = [...parametersOf(rule, pack)].flatMap((id) => {
    const parameter = pack.parameters.find((one) => one.id === id);
    return parameter === undefined ? [] : [parameterOn(parameter, asOf, context).state];
  });
  if (states.includes("unverified") || states.includes("silent")) return "unverified";
  return states.includes("suspended") ? "suspended" : "in-force";
}
