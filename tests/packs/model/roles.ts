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

const barredClasses = ["sensitive-government", "critical-infrastructure", "state-owned-enterprise"];

/** Whether capacity serves the military, or others of a barred class, by class of tenant or by the firm named. */
export function servedBy(
  situation: Situation,
  reading: Reading,
): { readonly military: Answer; readonly others: Answer } {
  const groups = [
    ...situation.tenants.map((tenant) => tenant.class),
    ...situation.remoteUsers.map((user) => user.class ?? "private-commercial"),
  ];
  const firms = servedFirms(situation).map((id) => firmOf(situation, id));
  const unknown: Answer = groups.includes("not-known") ? "open" : "no";
  const ofState = (firm: Firm): Answer => {
    const barred: readonly string[] = {
      narrow: ["settled"],
      working: ["settled", "case-four", "doubt"],
      broad: ["settled", "case-four", "doubt", "participation"],
    }[reading];
    if (barred.includes(standingOf(situation, firm.id, "best"))) return "yes";
    return barred.includes(standingOf(situation, firm.id, "worst")) ? "open" : "no";
  };
  return {
    military: anyOf([
      groups.includes("military") ? "yes" : unknown,
      ...firms.map((firm) => isMilitary(firm)),
    ]),
    others: anyOf([
      groups.some((one) => barredClasses.includes(one)) ? "yes" : unknown,
      ...firms.flatMap((firm) => [
        isGovernment(firm, reading),
        isInfrastructure(firm, reading),
        ofState(firm),
      ]),
    ]),
  };
}
