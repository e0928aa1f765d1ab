import type { FlowBlock } from "#shared/packet";
import type { PaperFormatter } from "./paper-formatter.ts";

/** What the units are for, by whom, where and with what share of the capacity. */
export function usesTable(formatter: PaperFormatter): FlowBlock {
  return formatter.table(
    [
      ["no", 1, "center"],
      ["use", 6],
      ["user", 4],
      ["site", 3.4],
      ["commercial", 1.8, "center"],
      ["share", 1.8, "right"],
    ],
    (formatter.dossier.order.endUses ?? []).map((use, index) => [
      String(index + 1),
      [formatter.word(`use.kind.${use.kind}`), formatter.text(use.description)]
        .filter(Boolean)
        .join("\n"),
      formatter.party(use.endUser),
      formatter.site(use.site),
      formatter.answer(use.commercial),
      use.capacityShare === undefined ? "" : `${use.capacityShare}%`,
    ]),
  );
}

/** Shares of the planned capacity by class of tenant, the tenants named as far as they are on record (DF-C-07). */
export function tenantTable(formatter: PaperFormatter): FlowBlock {
  const mix = formatter.dossier.order.tenantMix ?? [];
  const named = mix.some((row) => (row.tenants ?? []).length > 0);
  const told = mix.some((row) => row.description !== undefined || row.evidence !== undefined);
  const tenant = (id: string) => {
    const country = formatter.country(formatter.partyOf(id)?.country);
    const home = formatter.main === "zh" && formatter.partyOf(id)?.country === "CN";
    const where = country === "" || home ? "" : formatter.say("tenant.where", { country });
    return `${formatter.short(id)}${where}`;
  };
  return formatter.table(
    [
      ["no", 1, "center"],
      ["class", 4],
      ["share", 2.4, "right"],
      ...(named ? ([["tenantNames", 6]] as const) : []),
      ...(told
        ? ([
            ["about", 6],
            ["proof", 2.2],
          ] as const)
        : []),
    ],
    mix.map((row, index) => [
      String(index + 1),
      formatter.word(`tenant.class.${row.class}`),
      formatter.share(row.share),
      ...(named ? [formatter.join((row.tenants ?? []).map(tenant))] : []),
      ...(told ? [row.description ?? "", formatter.proofs(row.evidence)] : []),
    ]),
  );
}
