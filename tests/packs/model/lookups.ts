import { mildest, most, ofLaw, type Spread } from "./algebra.ts";
import type { Entry, Lane, Situation } from "./situation.ts";

/** What the pack says of a parameter on a day: a value of its type, or that nobody knows. */
export type OnDay = { readonly value: string } | "unverified";

/** A parameter as lanes.md has it: its values with their lanes, and the value of the careful branch. */
export type Parameter = {
  readonly id: string;
  readonly lanes: Readonly<Record<string, Lane>>;
  readonly careful: string;
};

/** The entries about a parameter that speak of the day. */
function entriesOf(situation: Situation, parameter: string): readonly Entry[] {
  const { asOf, lookups } = situation;
  return lookups.filter(
    (entry) =>
      entry.parameter === parameter &&
      entry.from <= asOf &&
      (entry.to === undefined || asOf <= entry.to),
  );
}

/** D, L and P of one entry alone: its value, or both ends where it says "suspended" and nothing instead. */
function reachOf(entry: Entry, { lanes, careful }: Parameter): Spread {
  const value = entry.state === "in-force" ? entry.value : entry.instead;
  if (value === undefined)
    return ofLaw(mildest(...Object.values(lanes)), lanes[careful] ?? "verify-first");
  const lane = lanes[String(value)] ?? "verify-first";
  return { D: lane, L: lane, P: lane };
}

/**
 * The lane of a parameter on a day with what persons found. A confirmed entry stands; an unconfirmed one never softens a text
 * in force, and counts with the stricter of both in L and P; of entries that disagree the mildest counts in D.
 */
export function withLookups(situation: Situation, parameter: Parameter, day: OnDay): Spread {
  const entries = entriesOf(situation, parameter.id);
  const { lanes, careful } = parameter;
  const text =
    day === "unverified"
      ? ofLaw(mildest(...Object.values(lanes)), lanes[careful] ?? "verify-first")
      : ofLaw(lanes[day.value] ?? "verify-first", lanes[day.value] ?? "verify-first");
  const confirmed = entries.filter((entry) => entry.confirmed === true);
  const standing = confirmed.length > 0 ? confirmed : entries;
  if (standing.length === 0) return text;
  const reach = standing.map((entry) => reachOf(entry, parameter));
  const strict = most(...reach.map((one) => one.L));
  if (confirmed.length > 0 || day === "unverified")
    return ofLaw(mildest(...reach.map((one) => one.D)), strict);
  return ofLaw(text.D, most(text.L, strict));
}

/** A parameter that is yes or no: what follows where it holds, and nothing where it does not. */
export function whether(id: string, lane: Lane): Parameter {
  return { id, lanes: { true: lane, false: "no-bar-found" }, careful: "true" };
}

/** Which values each parameter takes; what is not here is unknown to the model and refuses the file. */
const known: Readonly<Record<string, Readonly<Record<string, readonly (string | boolean)[]>>>> = {
  "cn-import": {
    "import-state": [
      "weighed",
      "planned",
      "hold",
      "in-principle",
      "conditional",
      "pause",
      "limited",
    ],
    "class-military": ["barred", "not-barred"],
    "class-sensitive-government": ["barred", "not-barred"],
    "class-critical-infrastructure": ["barred", "not-barred"],
    "class-state-owned": ["barred", "not-barred"],
  },
  "us-export": {
    "us-review-policy": ["presumption-of-denial", "case-by-case"],
    "meu-supplement": [true, false],
    "affiliates-rule": [true, false],
    "hong-kong-as-location": ["outside", "inside"],
  },
};

function fits(entry: Entry): boolean {
  const values = known[entry.track]?.[entry.parameter];
  if (values === undefined || entry.citation === undefined) return false;
  const allowed = (value: Entry["value"]) => values.some((one) => one === value);
  if (entry.state === "in-force") return entry.value !== undefined && allowed(entry.value);
  if (entry.instead !== undefined) return allowed(entry.instead);
  return entry.state === "suspended";
}

/** Whether any entry refuses the file: a value, parameter or track that does not exist, or something that is missing. */
export function refuses(situation: Situation): boolean {
  return situation.lookups.some((entry) => !fits(entry));
}
