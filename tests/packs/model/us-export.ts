import {
  anyOf,
  asked,
  bothOf,
  holds,
  not,
  outcomeOf,
  type Spread,
  told,
  whileUnnamed,
} from "./algebra.ts";
import { firmOf, isMilitary } from "./classes.ts";
import { controlled, type Goods, goodsOf, performanceOf } from "./goods.ts";
import { type Parameter, withLookups } from "./lookups.ts";
import { ownersAbove } from "./owners.ts";
import { endUsersOf, principals, rolesOf, servedBy } from "./roles.ts";
import type { Answer, Lane, Line, Outcome, Situation } from "./situation.ts";
import { supercomputerRules } from "./supercomputer.ts";
import { affiliatesRule, listRules } from "./us-lists.ts";

const DENIAL: Lane = "presumption-of-denial";
const CASE: Lane = "case-by-case";
const VERIFY: Lane = "verify-first";

const reviewPolicy: Parameter = {
  id: "us-review-policy",
  careful: DENIAL,
  lanes: { [DENIAL]: DENIAL, [CASE]: CASE },
};
/** Whether Hong Kong counts as a place in China under the January rule: the quoted text does not name it. */
const hongKong: Parameter = {
  id: "hong-kong-as-location",
  careful: "outside",
  lanes: { outside: DENIAL, inside: CASE },
};
const silentBefore = "2023-11-17";
const januaryRule = "2026-01-15";

const weapons = ["nuclear", "missile", "chemical-biological"];
const mainland = ["CN", "MO"];
const transferPlaces = ["HK", "SG"];

/** Where a line's end user is: the firm's country, the line's site and its final destination. */
function placesOf(situation: Situation, line: Line): readonly string[] {
  const site = situation.sites.find(({ id }) => id === line.site)?.country;
  const all = [firmOf(situation, line.endUser).country, site, line.finalDestination];
  return all.filter((place) => place !== undefined);
}

/** Where the end user is decides: mainland or Macau holds, Hong Kong is unverified, elsewhere is denial. */
function placeRule(situation: Situation, line: Line): Spread {
  const places = placesOf(situation, line);
  if (places.some((place) => ![...mainland, "HK"].includes(place))) return holds(DENIAL);
  return places.includes("HK") ? withLookups(situation, hongKong, "unverified") : holds(CASE);
}

/** Goods that leave from elsewhere, or are held or stored in Hong Kong or Singapore, are no export from the United States. */
function routeRules(situation: Situation, line: Line): readonly Spread[] {
  const { countryOfExport, shipment, consignee, distributor } = situation;
  const direct = countryOfExport === "US" && shipment === "export";
  const toHongKong = placesOf(situation, line).includes("HK");
  const there = rolesOf(situation).filter(({ firm }) => transferPlaces.includes(firm.country));
  const holding = there.map(({ firm }): Answer => {
    const carries = firm.id === consignee || firm.id === distributor;
    if (carries && !toHongKong) return "yes";
    return toHongKong && situation.endUsers.includes(firm.id) ? "no" : firm.holdsGoods;
  });
  return [asked(told(!direct), DENIAL), asked(anyOf(holding), DENIAL)];
}

/** Numbers of the January rule: below both limits, sold in the United States by its day; open where a figure is missing. */
function numbersHold(goods: Goods): Answer {
  const tpp = performanceOf(goods);
  const { bandwidth, availableOn } = goods;
  const parts: readonly Answer[] = [
    tpp === undefined ? "open" : told(tpp < 21_000),
    bandwidth === undefined ? "open" : told(Number(bandwidth) < 6_500),
    availableOn === undefined ? "open" : told(availableOn <= januaryRule),
  ];
  return not(anyOf(parts.map(not)));
}

/** What the buyer answers for: procedures, security, remote users, and the undertakings of whoever sells capacity. */
function buyerConditions(situation: Situation): readonly Answer[] {
  const { declared, sites, consignee } = situation;
  const users = [...new Set([...endUsersOf(situation), consignee])].map((id) =>
    firmOf(situation, id),
  );
  const sells = anyOf(users.map((firm) => firm.infrastructureService));
  const undertaken = [declared["weightsTransferUndertaking"], declared["remoteAccessUndertaking"]];
  return [
    ...users.map((firm) => firm.kyc),
    ...sites.flatMap((site) => [site.physicalSecurity, site.remoteAccessControlled]),
    declared["remoteUsersComplete"] ?? "open",
    ...undertaken.map((answer) => (sells === "no" ? "yes" : (answer ?? "open"))),
  ];
}

const wrongWhenYes = ["controlledFromD5", "qualificationRevoked"];

/** What exporter and laboratory state: false counts, silence is a condition of the lane and falls well. */
function statedFalse({ exporter, laboratory }: Situation): boolean {
  return Object.entries({ ...exporter, ...laboratory }).some(
    ([name, answer]) => answer === (wrongWhenYes.includes(name) ? "yes" : "no"),
  );
}

/** The lane of the January rule for one line of controlled goods. */
function januaryRules(situation: Situation, line: Line, goods: Goods): readonly Spread[] {
  const buyer = [numbersHold(goods), ...buyerConditions(situation)];
  return [
    holds(CASE),
    ...buyer.map((answer) => asked(not(answer), DENIAL)),
    asked(told(statedFalse(situation)), DENIAL),
    placeRule(situation, line),
    ...routeRules(situation, line),
  ];
}

/** Controlled goods on the day: the policy of the day, and under case-by-case the conditions of the January rule. */
function controlledRules(situation: Situation, line: Line, goods: Goods): readonly Spread[] {
  const policy = withLookups(situation, reviewPolicy, {
    value: situation.asOf < januaryRule ? DENIAL : CASE,
  });
  if (policy.D === DENIAL) return [policy];
  return [policy, ...januaryRules(situation, line, goods)];
}

function lineRules(situation: Situation, line: Line): readonly Spread[] {
  const goods = goodsOf(line);
  if (goods === undefined) return [whileUnnamed(holds(DENIAL))];
  const { letterFrom, letterAnswer } = goods;
  const lettered = letterFrom === undefined ? letterAnswer === "yes" : letterFrom <= situation.asOf;
  const letter = lettered ? [holds(CASE)] : [];
  const state = controlled(goods);
  if (state === "no") return letter;
  if (state === "open") return [...letter, asked("open", DENIAL)];
  return [...letter, ...controlledRules(situation, line, goods)];
}

/** Military and prohibited uses and users: denial with a stop for controlled goods, verify-first with a stop for others. */
function rulesOfUse(situation: Situation, licensed: Answer): readonly Spread[] {
  const { declared, uses, tenants, remoteUsers } = situation;
  const endUsers = endUsersOf(situation);
  const user = anyOf([
    declared["militaryEndUse"] ?? "open",
    ...uses.map(({ kind }) => told(kind === "military")),
    ...[...tenants, ...remoteUsers].map((one) =>
      one.class === "not-known" ? "open" : told(one.class === "military"),
    ),
    ...endUsers.map((id) => isMilitary(firmOf(situation, id))),
  ]);
  const above = endUsers.flatMap((id) => ownersAbove(situation, id).map(({ owner }) => owner));
  const others = [...rolesOf(situation).map(({ firm }) => firm), ...above].filter(
    ({ id }) => !endUsers.includes(id),
  );
  // Buyer and consuming unit are asked; of the others only a given answer counts.
  const asking = principals(situation);
  const elsewhere = anyOf([
    servedBy(situation, "working").military,
    ...others.map((firm) =>
      asking.includes(firm.id) ? isMilitary(firm) : told(isMilitary(firm) === "yes"),
    ),
  ]);
  const prohibited = anyOf([
    declared["prohibitedEndUse"] ?? "open",
    ...uses.map(({ kind }) => told(weapons.includes(kind))),
  ]);
  return [
    asked(user, licensed === "yes" ? DENIAL : VERIFY, true),
    asked(bothOf(user, licensed === "open" ? "open" : "no"), DENIAL),
    asked(elsewhere, VERIFY, true),
    asked(prohibited, DENIAL, true),
  ];
}

/** The American track on the situation's day; it has no readings. */
export function usExport(situation: Situation): Outcome {
  if (situation.asOf < silentBefore) return outcomeOf([holds(VERIFY)]);
  const { lines } = situation;
  const goods = lines.map(goodsOf).filter((one) => one !== undefined);
  const known = anyOf(goods.map(controlled));
  const licensed =
    known === "no" && (goods.length < lines.length || lines.length === 0) ? "open" : known;
  const reach = { controlled: licensed === "yes" };
  const unnamed = lines.length === 0 ? [whileUnnamed(holds(DENIAL))] : [];
  return outcomeOf([
    ...unnamed,
    ...lines.flatMap((line) => lineRules(situation, line)),
    ...rulesOfUse(situation, licensed),
    ...supercomputerRules(situation, reach.controlled),
    ...listRules(situation, reach),
    ...affiliatesRule(situation, reach),
  ]);
}
