import type { FlowBlock } from "#shared/packet";
import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

/** Shares of the planned capacity by class of tenant (DF-C-07). */
export function tenantTable(voice: PaperVoice): FlowBlock {
  const mix = voice.dossier.order.tenantMix ?? [];
  // The exporter's set carries classes and shares alone; columns that nobody can fill are not printed.
  const told = mix.some((row) => row.description !== undefined || row.evidence !== undefined);
  return voice.table(
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
      voice.word(`tenant.class.${row.class}`),
      voice.share(row.share),
      ...(told ? [row.description ?? "", voice.proofs(row.evidence)] : []),
    ]),
    { caption: voice.say("caption.tenants") },
  );
}

/** Whom the capacity serves: the applicant alone, or classes of others. */
export function tenantsPaper(voice: PaperVoice): Paper {
  const said = voice.dossier.order.declarations;
  return {
    name: "tenants",
    title: voice.say("title.tenants"),
    blocks: [
      voice.heading("tenants"),
      tenantTable(voice),
      voice.heading("tenantAnswers"),
      voice.form([
        ["servesOthers", voice.answer(said?.capacityServesOthers)],
        ["mixComplete", voice.answer(said?.tenantMixComplete)],
      ]),
    ],
  };
}
