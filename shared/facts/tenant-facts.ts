import { type Fact, fact, known, open } from "./define.ts";
import type { FactAnswer } from "./types.ts";

const at = (id: string, key: string) => `order.tenantMix.${id}.${key}`;

/** Who the capacity serves and how much of it (DF-C-07). */
export const tenantFacts: readonly Fact[] = [
  fact({ id: "tenant.class", subject: "tenant", type: "text" }, ({ context, id, ask, owner }) => {
    const value = context.tenants.get(id)?.class;
    return value === undefined || value === "not-known"
      ? open(owner, [ask(at(id, "class"))])
      : known(value);
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
