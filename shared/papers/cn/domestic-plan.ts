import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** The applicant's plan in its own words. No ratio was ever published, so none is printed or asked for (CN-I-07). */
export function domesticPlan(formatter: PaperFormatter): Paper {
  return {
    name: "domestic-plan",
    title: formatter.say("title.domestic-plan"),
    blocks: [
      formatter.heading("plan"),
      ...formatter.prose(formatter.text(formatter.dossier.order.necessity?.domesticPurchasePlan)),
      formatter.notice("notice.plan"),
    ],
  };
}
