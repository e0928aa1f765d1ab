import { amountRows, deliveryTable, linesTable, siteTotalTable, termRows } from "./goods-blocks.ts";
import type { Paper } from "./paper.ts";
import type { PaperVoice } from "./paper-formatter.ts";

/** What, how many, at what price, when and where, with totals that a reader can add up. */
export function orderSchedule(voice: PaperVoice): Paper {
  return {
    name: "schedule",
    title: voice.say("title.schedule"),
    blocks: [
      voice.heading("goods"),
      linesTable(voice, "cn"),
      voice.heading("amounts"),
      voice.form([...amountRows(voice), ...termRows(voice)]),
      voice.heading("deliveries"),
      deliveryTable(voice),
      siteTotalTable(voice),
    ],
  };
}
