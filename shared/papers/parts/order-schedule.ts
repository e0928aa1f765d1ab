import { amountRows, deliveryTable, linesTable, siteTotalTable, termRows } from "./goods-blocks.ts";
import type { Paper } from "./paper.ts";
import type { PaperFormatter } from "./paper-formatter.ts";

/** What, how many, at what price, when and where, with totals that a reader can add up. */
export function orderSchedule(formatter: PaperFormatter): Paper {
  return {
    name: "schedule",
    title: formatter.say("title.schedule"),
    blocks: [
      formatter.heading("goods"),
      linesTable(formatter, "cn"),
      formatter.heading("amounts"),
      formatter.form([...amountRows(formatter), ...termRows(formatter)]),
      formatter.heading("deliveries"),
      deliveryTable(formatter),
      siteTotalTable(formatter),
    ],
  };
}
