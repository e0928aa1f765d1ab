import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

/** The applicant's plan in its own words. No ratio was ever published, so none is printed or asked for (CN-I-07). */
export function domesticPlan(voice: PaperVoice): Paper {
  return {
    name: "domestic-plan",
    title: voice.say("title.domestic-plan"),
    blocks: [
      voice.heading("plan"),
      ...voice.prose(voice.text(voice.dossier.order.necessity?.domesticPurchasePlan)),
      voice.notice("notice.plan"),
    ],
  };
}
