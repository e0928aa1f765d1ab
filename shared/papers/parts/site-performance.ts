import { groupDigits } from "#shared/i18n";
import { divide, multiply, sum } from "#shared/kernel";
import type { Figure } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import type { PaperFormatter } from "./paper-formatter.ts";

type Rate = "fp64VectorTflops" | "fp64TensorTflops" | "fp32Tflops";

/** Chips by product that the order puts on a site: what the schedule delivers there, or the whole line without one. */
function chipsAt(formatter: PaperFormatter, site: string): ReadonlyMap<string, string> {
  const { order, products } = formatter.dossier;
  const chips = new Map<string, string>();
  for (const line of order.lines) {
    const product = products.find(({ id }) => id === line.product);
    if (product === undefined) continue;
    const scheduled = line.schedule ?? [];
    const parts =
      scheduled.length > 0
        ? scheduled.map(({ quantity, site: at }) => ({ quantity, at: at ?? line.site }))
        : [{ quantity: line.quantity ?? "0", at: line.site }];
    const units = sum(parts.filter(({ at }) => at === site).map(({ quantity }) => quantity));
    const own = multiply(units, String(product.icsPerUnit ?? 1));
    chips.set(product.id, sum([chips.get(product.id) ?? "0", own]));
  }
  return chips;
}

/** Petaflops of the chips on a site at a published rate; nothing where a product's rate is not on record. */
function petaflops(formatter: PaperFormatter, site: string, rate: Rate): string {
  const parts: string[] = [];
  for (const [id, chips] of chipsAt(formatter, site)) {
    if (chips === "0") continue;
    const figure: Figure | undefined = formatter.dossier.products.find((one) => one.id === id)?.[
      rate
    ];
    if (figure === undefined) return "";
    parts.push(multiply(chips, figure.value));
  }
  return parts.length === 0 ? "" : groupDigits(divide(sum(parts), "1000", 3));
}

/**
 * What the order puts on each site: chips, and computing power by published rates beside what the site states. Whether vector or
 * tensor rates count is not said anywhere, so both stand there (US-L-03).
 */
export function sitePerformanceTable(formatter: PaperFormatter): FlowBlock {
  const stated = (value: string | undefined) => (value === undefined ? "" : groupDigits(value));
  return formatter.table(
    [
      ["site", 5],
      ["chips", 2.2, "right"],
      ["fp64Vector", 2.4, "right"],
      ["fp64Tensor", 2.4, "right"],
      ["fp32Computed", 2.4, "right"],
      ["fp64Stated", 2.4, "right"],
      ["fp32Stated", 2.4, "right"],
    ],
    formatter.dossier.sites.map((site) => [
      formatter.site(site.id),
      groupDigits(sum([...chipsAt(formatter, site.id).values()])),
      petaflops(formatter, site.id, "fp64VectorTflops"),
      petaflops(formatter, site.id, "fp64TensorTflops"),
      petaflops(formatter, site.id, "fp32Tflops"),
      stated(site.supercomputerFp64Pf),
      stated(site.supercomputerFp32Pf),
    ]),
    { note: formatter.say("supercomputer.note"), size: "tiny" },
  );
}
