import { buildGraph, ultimateParents } from "#shared/ownership";
import type { Desk } from "./collector.ts";

const yes = (answer: { readonly value: string } | undefined) => answer?.value === "yes";

/** Tenants and uses that a request cannot pass over in silence; the classes themselves are the pack's. */
const tenants: ReadonlySet<string> = new Set([
  "state-owned-enterprise",
  "government",
  "sensitive-government",
  "military",
  "critical-infrastructure",
  "not-known",
]);

/**
 * Whether anything in the order's own answers calls for special circumstances: a unit or its ultimate holder that is public, a
 * notice of critical infrastructure, tenants or uses of that kind. Wider than any one class: it only decides whether to ask.
 */
export function asksForSpecialCircumstances(desk: Desk): boolean {
  const { dossier, asOf } = desk;
  const { order, parties, links } = dossier;
  const declared =
    (order.tenantMix ?? []).some((row) => tenants.has(row.class)) ||
    (order.endUses ?? []).some((use) => use.kind === "military") ||
    yes(order.declarations?.militaryEndUse);
  if (declared) return true;
  const isPublic = (id: string): boolean => {
    const party = desk.party(id);
    return (
      yes(party?.military) ||
      yes(party?.sensitiveGovernment) ||
      yes(party?.criticalInfrastructure?.notice) ||
      party?.kind === "public-body" ||
      party?.kind === "military-unit" ||
      (party?.stateCapital !== undefined && party.stateCapital !== "none")
    );
  };
  const users = new Set(
    [
      order.buyer,
      order.route?.consumingUnit,
      ...(order.route?.endUsers ?? []),
      ...order.lines.map((line) => line.endUser),
      ...(order.endUses ?? []).map((use) => use.endUser),
    ].filter((id) => id !== undefined),
  );
  if ([...users].some(isPublic)) return true;
  // Nobody holds a unit through chains unless somebody in the dossier is of that kind: the search above is the dear part.
  if (!parties.some(({ id }) => isPublic(id))) return false;
  const graph = buildGraph({ parties: [...parties], links: [...links], asOf });
  const above = [...users].flatMap((id) =>
    ultimateParents(graph, id, { over: "50", byAgreement: true }).parents.map((one) => one.id),
  );
  return above.some(isPublic);
}
