import { z } from "zod";
import { compareDecimal } from "#shared/kernel";
import type { Context } from "../context.ts";
import { type Fact, fact, factWith, known, open } from "../define.ts";
import { askForFields, bears, marksOf, waysSchema } from "../parties/marks.ts";
import type { FactAnswer } from "../types.ts";

const at = (id: string, key: string) =>
  `order.${id.startsWith("rmu_") ? "remoteUsers" : "tenantMix"}.${id}.${key}`;

/** Whether nobody stated a class for this row: a remote user who is named by a party alone. */
function isUnclassed({ dossier }: Context, id: string): boolean {
  return (
    dossier.order.remoteUsers?.some((user) => user.id === id && user.class === undefined) ?? false
  );
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
  // A remote user is served whatever its part; a row of the mix is while its share is not nothing.
  fact({ id: "tenant.served", subject: "tenant", type: "bool" }, ({ context, id, ask, owner }) => {
    if (id.startsWith("rmu_")) return known(true);
    const share = context.tenants.get(id)?.share;
    if (share?.kind === "exact") return known(compareDecimal(share.percent, "0") > 0);
    if (share?.kind === "range" && compareDecimal(share.min, "0") > 0) return known(true);
    return open(owner, [ask(at(id, "share"))]);
  }),
  factWith(
    { id: "tenant.party-marked", subject: "tenant", type: "bool" },
    z.strictObject({ ways: waysSchema, silence: z.enum(["open", "no"]).default("no") }),
    ({ context, id, args, owner }) => {
      const found = (context.tenants.get(id)?.tenants ?? []).map((one) =>
        bears(context, one, args.ways, args.silence === "open" && isUnclassed(context, id)),
      );
      if (found.some((one) => "value" in one && one.value)) return known(true);
      const fields = found.flatMap((one) => ("open" in one ? one.open : []));
      return fields.length === 0 ? known(false) : open(owner, askForFields(fields));
    },
  ),
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
