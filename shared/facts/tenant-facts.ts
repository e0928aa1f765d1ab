import { readUscc } from "#shared/identity";
import type { Party } from "#shared/model";
import { type Fact, fact, known, open } from "./define.ts";
import type { FactAnswer } from "./types.ts";

const at = (id: string, key: string) => `order.tenantMix.${id}.${key}`;

const answers = [
  ["military", "military"],
  ["militaryEndUser", "military-end-user"],
  ["sensitiveGovernment", "sensitive-government"],
] as const;

/** What a party's own record bears: the prefix of a valid code, its kind, its certificate, and what it answered yes to. */
function marksOf(party: Party): readonly string[] {
  const code = party.uscc === undefined ? undefined : readUscc(party.uscc);
  return [
    `kind-${party.kind}`,
    ...(code?.valid ? [`prefix-${code.code.slice(0, 2)}`] : []),
    ...(party.stateCapital === undefined ? [] : [`capital-${party.stateCapital}`]),
    ...answers.flatMap(([key, mark]) => (party[key]?.value === "yes" ? [mark] : [])),
    ...(party.criticalInfrastructure?.notice?.value === "yes" ? ["infrastructure-notice"] : []),
  ];
}

/** Who the capacity serves and how much of it (DF-C-07). */
export const tenantFacts: readonly Fact[] = [
  fact({ id: "tenant.class", subject: "tenant", type: "text" }, ({ context, id, ask, owner }) => {
    const value = context.tenants.get(id)?.class;
    return value === undefined || value === "not-known"
      ? open(owner, [ask(at(id, "class"))])
      : known(value);
  }),
  // What tenants' records bear beside the class stated for them; what a record does not say is no gap: the class is asked for.
  fact({ id: "tenant.party-marks", subject: "tenant", type: "set" }, ({ context, id }) => {
    const parties = (context.tenants.get(id)?.tenants ?? []).flatMap(
      (tenant) => context.parties.get(tenant) ?? [],
    );
    return known([...new Set(parties.flatMap(marksOf))].sort());
  }),
  fact(
    { id: "tenant.share", subject: "tenant", type: "number" },
    ({ context, id, ask, owner }): FactAnswer => {
      const share = context.tenants.get(id)?.share;
      if (share?.kind === "exact") return known(share.percent);
      const asked = [ask(at(id, "share"))];
      if (share?.kind === "range")
        return { known: false, owner, ask: asked, bounds: { min: share.min, max: share.max } };
      return { known: false, owner, ask: asked, bounds: { min: "0", max: "100" } };
    },
  ),
];
