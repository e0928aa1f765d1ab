import { holds, most, type Spread } from "./algebra.ts";
import { firmOf } from "./classes.ts";
import { type OnDay, whether, withLookups } from "./lookups.ts";
import { holdersOf } from "./owners.ts";
import { rolesOf } from "./roles.ts";
import type { Answer, Firm, Lane, Listing, Situation } from "./situation.ts";

const DENIAL: Lane = "presumption-of-denial";
const VERIFY: Lane = "verify-first";
const NONE: Lane = "no-bar-found";

/** Which goods a match is held against. */
export type Reach = { readonly controlled: boolean };

/** Whether 3A090 and 4A090 stand in the MEU supplement is unverified; where they do not, verify-first as for other goods. */
function supplement(situation: Situation): Spread {
  const { D, L, P } = withLookups(situation, whether("meu-supplement", DENIAL), "unverified");
  return { D: most(VERIFY, D), L: most(VERIFY, L), P: most(VERIFY, P), stop: true };
}

/**
 * What a true match does to goods. Entity List: the entry's own policy, denial where it is silent. MEU: the items of its supplement,
 * and whether 3A090 stands in it is unverified; verify-first for others. MIEU, SDN, DPL: denial. The rest decides no lane.
 */
function effectOf(situation: Situation, listing: Listing, goods: Reach): Spread {
  switch (listing.list) {
    case "entity-list": {
      const silent = listing.policy === undefined || /presumption of denial/i.test(listing.policy);
      return holds(silent ? DENIAL : "case-by-case", true);
    }
    case "meu":
      return goods.controlled ? supplement(situation) : holds(VERIFY, true);
    case "mieu":
    case "sdn":
    case "dpl":
      return holds(DENIAL, true);
    default:
      return holds(NONE);
  }
}

/** Whether somebody is the entry: a signed or unsigned true match is, a signed dismissal is not, all else is open. */
function matched(listing: Listing): Answer {
  if (listing.decision === "true-match") return "yes";
  return listing.decision === "not-this-party" && listing.signed ? "no" : "open";
}

function matchOf(situation: Situation, listing: Listing, goods: Reach): Spread {
  const effect = effectOf(situation, listing, goods);
  const answer = matched(listing);
  if (answer === "yes") return effect;
  if (answer === "no") return holds(NONE);
  return { D: NONE, L: NONE, P: effect.P, stop: listing.exact && effect.stop === true };
}

/** Matches of everybody who has a role in the order; owners are left to the affiliates rule. */
export function listRules(situation: Situation, goods: Reach): readonly Spread[] {
  const ids = new Set(rolesOf(situation).map(({ firm }) => firm.id));
  return situation.firms
    .filter(({ id }) => ids.has(id))
    .flatMap((firm) => firm.listings.map((listing) => matchOf(situation, listing, goods)));
}

type Affiliation = { readonly low: number; readonly high: number; readonly lane: Lane };

const affiliating = ["entity-list", "meu", "sdn"];

/** Shares in a firm that stand behind listed holders: directly, or through holders that are themselves owned to half or more. */
function listedShare(situation: Situation, target: string, controlled: boolean): Affiliation {
  let low = 0;
  let high = 0;
  const found: Lane[] = [];
  for (const { owner, equity } of holdersOf(situation, target)) {
    const [from, to] = typeof equity === "number" ? [equity, equity] : equity;
    const own = firmOf(situation, owner).listings.filter(({ list }) => affiliating.includes(list));
    const above = listedShare(situation, owner, controlled);
    const sure = own.some((one) => matched(one) === "yes") || above.low >= 50;
    const may = own.some((one) => matched(one) !== "no") || above.high >= 50;
    if (sure) low += from;
    if (may) high += to;
    if (may)
      found.push(above.lane, ...own.map((one) => effectOf(situation, one, { controlled }).P));
  }
  return { low, high, lane: most(...found) };
}

/** Whether the affiliates rule operates on a day: from 2025-09-29, suspended for a year, unverified after it. */
function affiliatesOn(day: string): OnDay {
  if (day >= "2026-11-10") return "unverified";
  return { value: String("2025-09-29" <= day && day <= "2025-11-09") };
}

/** The affiliates rule: in force it takes the entry's lane, suspended it is a red flag, unverified it is a question of law. */
export function affiliatesRule(situation: Situation, goods: Reach): readonly Spread[] {
  const ids = [...new Set(rolesOf(situation).map(({ firm }: { firm: Firm }) => firm.id))];
  return ids.map((id) => {
    const { low, high, lane } = listedShare(situation, id, goods.controlled);
    if (high < 50) return holds(NONE);
    const day = affiliatesOn(situation.asOf);
    const rule = withLookups(situation, whether("affiliates-rule", lane), day);
    return low >= 50 ? { ...rule, stop: rule.D !== NONE } : { D: NONE, L: NONE, P: rule.P };
  });
}
