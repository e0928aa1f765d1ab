import type { FlowBlock } from "#shared/packet";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** Shares of the planned capacity by class of tenant (DF-C-07). */
export function tenantTable(formatter: PaperFormatter): FlowBlock {
  const mix = formatter.dossier.order.tenantMix ?? [];
  // The exporter's set carries classes and shares alone; columns that nobody can fill are not printed.
  const told = mix.some((row) => row.description !== undefined || row.evidence !== undefined);
  return formatter.table(
    [
      ["no", 1, "center"],
      ["class", 4],
      ["share", 3, "right"],
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
      ...(told ? [row.description ?? "", formatter.proofs(row.evidence)] : []),
    ]),
    { caption: formatter.say("caption.tenants") },
  );
}

/** Whom the capacity serves: the applicant alone, or classes of others. */
export function tenantsPaper(formatter: PaperFormatter): Paper {
  const said = formatter.dossier.order.declarations;
  return {
    name: "tenants",
    title: formatter.say("title.tenants"),
    blocks: [
      formatter.heading("tenants"),
      tenantTable(formatter),
      formatter.heading("tenantAnswers"),
      formatter.form([
        ["servesOthers", formatter.answer(said?.capacityServesOthers)],
        ["mixComplete", formatter.answer(said?.tenantMixComplete)],
      ]),
    ],
  };
}
