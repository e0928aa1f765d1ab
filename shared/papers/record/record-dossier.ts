import type { FlowBlock } from "#shared/packet";
import { applicationSheet } from "../cn/application-sheet.ts";
import { customsSheet } from "../cn/customs-sheet.ts";
import { declarationsPaper } from "../cn/declarations-paper.ts";
import { domesticPlan } from "../cn/domestic-plan.ts";
import { endUsePaper } from "../cn/end-use-paper.ts";
import { necessityPaper } from "../cn/necessity-paper.ts";
import { ownershipPaper } from "../cn/ownership-paper.ts";
import { tenantsPaper } from "../cn/tenants-paper.ts";
import { undertakingsPaper } from "../cn/undertakings-paper.ts";
import { orderSchedule } from "../parts/order-schedule.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import type { RecordContent } from "../set-content.ts";
import { askedOfExporter } from "../us/asked-of-exporter.ts";
import { exporterUndertakings } from "../us/exporter-undertakings.ts";
import { productData } from "../us/product-data.ts";
import { remoteUsersPaper } from "../us/remote-users.ts";
import { routePaper } from "../us/route-paper.ts";
import { securityPaper } from "../us/security-paper.ts";
import { otherFields } from "./other-fields.ts";

/** A paper as a part of a longer one: its title as a heading, its own headings one step down, nothing to sign. */
function part(paper: Paper): FlowBlock[] {
  return [
    { kind: "heading", level: 1, text: paper.title },
    ...paper.blocks.flatMap((block): FlowBlock[] => {
      if (block.kind === "signature") return [];
      if (block.kind !== "heading") return [block];
      return [{ ...block, level: block.level === 1 ? 2 : 3 }];
    }),
  ];
}

/** The whole dossier on paper, everything of both sides, with what never leaves the house. */
export function recordDossier(content: RecordContent, formatter: PaperFormatter): Paper {
  const { order, parties, sites, products } = content.dossier;
  const notes: readonly (readonly [string, string | undefined])[] = [
    [formatter.say("field.memoOrder"), order.notes],
    ...parties.map((party) => [formatter.party(party.id), party.notes] as const),
    ...sites.map((site) => [formatter.site(site.id), site.notes] as const),
    ...products.map((product) => [formatter.product(product.id), product.notes] as const),
  ];
  return {
    name: "dossier",
    title: formatter.say("title.dossier"),
    blocks: [
      ...part(applicationSheet(formatter)),
      ...part(orderSchedule(formatter)),
      ...part(routePaper(formatter)),
      ...part(productData(formatter)),
      ...part(necessityPaper(formatter, content.alternatives)),
      ...part(endUsePaper(formatter)),
      ...part(ownershipPaper(formatter, content.classes, content.asOf)),
      ...part(declarationsPaper(formatter)),
      ...part(tenantsPaper(formatter)),
      ...part(remoteUsersPaper(formatter)),
      ...part(securityPaper(formatter)),
      ...part(domesticPlan(formatter)),
      ...part(undertakingsPaper(formatter)),
      ...part(exporterUndertakings(formatter)),
      ...part(askedOfExporter(formatter)),
      ...part(customsSheet(formatter)),
      formatter.heading("otherFields"),
      otherFields(formatter),
      formatter.heading("notes"),
      formatter.table(
        [
          ["name", 4],
          ["note", 9],
        ],
        notes
          .filter(([, text]) => text !== undefined && text !== "")
          .map(([name, text]) => [name, text ?? ""]),
        { empty: "record.none" },
      ),
    ],
  };
}
