import { anyOf } from "./algebra.ts";
import { firmOf, isGovernment, isInfrastructure, isMilitary } from "./classes.ts";
import { standingOf } from "./owners.ts";
import type { Answer, Firm, Reading, Situation } from "./situation.ts";

/** Rows of the matrix that are named by an order: principals, the served, places and agents, makers and movers. */
export type Row = "principal" | "served" | "place" | "trade";

/** Applicant, buyer, end users of order, lines and uses, consuming unit. */
export function principals(situation: Situation): readonly string[] {
  const { buyer, endUsers, consumingUnit, lines, uses } = situation;
  const users = [...lines, ...uses].map(({ endUser }) => endUser);
  return [...new Set([buyer, ...endUsers, consumingUnit, ...users])];
}

/** End users of the order, its lines and its uses: the American side asks about these alone. */
export function endUsersOf({ endUsers, lines, uses }: Situation): readonly string[] {
  return [...new Set([...endUsers, ...[...lines, ...uses].map(({ endUser }) => endUser)])];
}

function servedFirms({ tenants, remoteUsers }: Situation): readonly string[] {
  return [
    ...tenants.flatMap(({ firms }) => firms),
    ...remoteUsers.flatMap(({ firm }) => (firm === undefined ? [] : [firm])),
  ];
}

/** Everybody who has a role in the order, owners apart, with the row of each role. */
export function rolesOf(
  situation: Situation,
): readonly { readonly firm: Firm; readonly row: Row; readonly role: string }[] {
  const s = situation;
  const named: readonly (readonly [Row, string, string | undefined])[] = [
    ...principals(s).map((id) => ["principal", "principal", id] as const),
    ...servedFirms(s).map((id) => ["served", "served", id] as const),
    ...s.sites.flatMap((site) => [
      ["place", "operator", site.operator] as const,
      ["place", "site-owner", site.owner] as const,
      ["place", "site-lessor", site.lessor] as const,
    ]),
    ["place", "importer", s.importer],
    ["place", "consignee", s.consignee],
    ["place", "agent", s.agent],
    ["place", "goods-lessor", s.goodsLessor],
    ...s.intermediaries.map((id) => ["place", "intermediary", id] as const),
    ["trade", "seller", s.seller],
    ["trade", "manufacturer", s.manufacturer],
    ["trade", "integrator", s.integrator],
    ["trade", "forwarder", s.forwarder],
    ["trade", "distributor", s.distributor],
  ];
  return named.flatMap(([row, role, id]) =>
    id === undefined ? [] : [{ firm: firmOf(s, id), row, role }],
  );
}

/** Which standing of a tenant is a barred one, by reading. */
const barredStanding: Readonly<Record<Reading, readonly string[]>> = {
  narrow: ["settled"],
  working: ["settled", "case-four", "doubt"],
  broad: ["settled", "case-four", "doubt", "participation"],
};

/** Whether capacity serves each of the four classes, by class of tenant or by the firm named. */
export type Served = Readonly<
  Record<"military" | "government" | "infrastructure" | "state", Answer>
>;

/** Tenants, remote users and customers served, class by class; an unknown tenant may be of any. */
export function servedBy(situation: Situation, reading: Reading): Served {
  const groups = [
    ...situation.tenants.map((tenant) => tenant.class),
    ...situation.remoteUsers.map((user) => user.class ?? "private-commercial"),
  ];
  const firms = servedFirms(situation).map((id) => firmOf(situation, id));
  const barred = barredStanding[reading];
  const ofState = ({ id }: Firm): Answer => {
    if (barred.includes(standingOf(situation, id, "best"))) return "yes";
    return barred.includes(standingOf(situation, id, "worst")) ? "open" : "no";
  };
  const served = (group: string, judge: (firm: Firm) => Answer): Answer =>
    anyOf([
      groups.includes("not-known") ? "open" : "no",
      groups.includes(group) ? "yes" : "no",
      ...firms.map(judge),
    ]);
  return {
    military: served("military", isMilitary),
    government: served("sensitive-government", (firm) => isGovernment(firm, reading)),
    infrastructure: served("critical-infrastructure", (firm) => isInfrastructure(firm, reading)),
    state: served("state-owned-enterprise", ofState),
  };
}
