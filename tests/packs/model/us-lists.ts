import { asked, holds, most, ofLaw, type Spread, told } from "./algebra.ts";
import { firmOf } from "./classes.ts";
import { holdersOf } from "./owners.ts";
import { rolesOf } from "./roles.ts";
import type { Answer, Firm, Lane, Listing, Situation } from "./situation.ts";

const DENIAL: Lane = "presumption-of-denial";
const VERIFY: Lane = "verify-first";
const NONE: Lane = "no-bar-found";

/**
 * What a true match does to goods. Entity List: the entry's own policy, denial where it is silent. MEU: the items of its supplement,
 * and whether 3A090 stands in it is unverified; verify-first for others. MIEU, SDN, DPL: denial. The rest decides no lane.
 */
export function effectOf(listing: Listing, goods: { readonly controlled: boolean }): Spread {
  switch (listing.list) {
    case "entity-list": {
      const silent = listing.policy === undefined || /presumption of denial/i.test(listing.policy);
      return holds(silent ? DENIAL : "case-by-case", true);
    }
    case "meu":
      return goods.controlled ? ofLaw(VERIFY, DENIAL, true) : holds(VERIFY, true);
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

function matchOf(listing: Listing, goods: { readonly controlled: boolean }): Spread {
  const effect = effectOf(listing, goods);
  const answer = matched(listing);
  if (answer === "yes") return effect;
  if (answer === "no") return holds(NONE);
  return { D: NONE, L: NONE, P: effect.P, stop: listing.exact && effect.stop === true };
}

/** Matches of everybody who has a role in the order; owners are left to the affiliates rule. */
export function listRules(
  situation: Situation,
  goods: { readonly controlled: boolean },
): readonly Spread[] {
  const ids = new Set(rolesOf(situation).map(({ firm }) => firm.id));
  return situation.firms
    .filter(({ id }) => ids.has(id))
    .flatMap((firm) => firm.listings.map((listing) => matchOf(listing, goods)));
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
    if (may) found.push(above.lane, ...own.map((one) => effectOf(one, { controlled }).P));
  }
  return { low, high, lane: most(...found) };
}

/** The affiliates rule by date: in force, suspended, unverified. */
export function affiliatesRule(
  situation: Situation,
  goods: { readonly controlled: boolean },
): readonly Spread[] {
  const { asOf } = situation;
  const inForce = "2025-09-29" <= asOf && asOf <= "2025-11-09";
  const unverified = asOf >= "2026-11-10";
  if (!inForce && !unverified) return [];
  const ids = [...new Set(rolesOf(situation).map(({ firm }: { firm: Firm }) => firm.id))];
  return ids.map((id) => {
    const { low, high, lane } = listedShare(situation, id, goods.controlled);
    if (low >= 50) return inForce ? holds(lane, true) : ofLaw(NONE, lane);
    return asked(high >= 50 ? "open" : told(false), lane);
  });
}
