import {
  type Lane,
  lanes,
  type Outcome,
  type Reading,
  type Rule,
  type Telling,
} from "../pack/pack-schema.ts";

/** What a finding is shown as: its lane, or what it only tells. */
export type BoundEffect = Lane | Telling;

/** What a rule does under one reading. */
export type BoundOutcome = {
  readonly effect: BoundEffect;
  /** Place of its lane in the table, 0 the most severe; undefined where the rule sets none. */
  readonly severity: number | undefined;
  /** The same where the unknowns of law fall badly. */
  readonly worst: number | undefined;
  readonly stop: boolean;
  readonly disclose: boolean;
  readonly flag: boolean;
};

function outcomeIn(rule: Rule, reading: Reading): Outcome | undefined {
  if (!("byReading" in rule.effect)) return rule.effect;
  const own = rule.effect.byReading[reading];
  return typeof own === "string" ? { lane: own } : (own ?? undefined);
}

/** Marks alone are shown as what they come to: named in the letter, for the firm's own eyes, or a warning. */
function markAlone({ disclose, flag }: Outcome): Telling {
  if (disclose === true) return "disclosure";
  return flag === true ? "red-flag" : "warning";
}

function shownAs(outcome: Outcome): BoundEffect {
  if ("lane" in outcome) return outcome.lane;
  return "tells" in outcome ? outcome.tells : markAlone(outcome);
}

/** What a rule does under a reading; undefined where it is silent there. */
export function outcomeUnder(rule: Rule, reading: Reading): BoundOutcome | undefined {
  const outcome = outcomeIn(rule, reading);
  if (outcome === undefined) return undefined;
  const lane = "lane" in outcome ? outcome.lane : undefined;
  const atWorst = "lane" in outcome ? (outcome.atWorst ?? outcome.lane) : undefined;
  return {
    effect: shownAs(outcome),
    severity: lane === undefined ? undefined : lanes.indexOf(lane),
    worst: atWorst === undefined ? undefined : lanes.indexOf(atWorst),
    stop: rule.stop === true || outcome.stop === true,
    disclose: outcome.disclose === true,
    flag: outcome.flag === true,
  };
}

/** What a rule is shown as under a reading; undefined where it is silent there. */
export function effectOf(rule: Rule, reading: Reading): BoundEffect | undefined {
  return outcomeUnder(rule, reading)?.effect;
}
