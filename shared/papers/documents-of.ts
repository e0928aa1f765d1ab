import { sha256Hex } from "#shared/kernel";
import type { PacketDocument } from "#shared/packet";
import { applicationSheet } from "./cn/application-sheet.ts";
import { customsSheet } from "./cn/customs-sheet.ts";
import { declarationsPaper } from "./cn/declarations-paper.ts";
import { domesticPlan } from "./cn/domestic-plan.ts";
import { endUsePaper } from "./cn/end-use-paper.ts";
import { endUserStatement } from "./cn/end-user-statement.ts";
import { filingLetter } from "./cn/filing-letter.ts";
import { necessityPaper } from "./cn/necessity-paper.ts";
import { ownershipPaper } from "./cn/ownership-paper.ts";
import { selfCheckAnnex } from "./cn/self-check-annex.ts";
import { tenantsPaper } from "./cn/tenants-paper.ts";
import { undertakingsPaper } from "./cn/undertakings-paper.ts";
import { amendmentPaper } from "./parts/amendment.ts";
import { evidenceIndex } from "./parts/evidence-index.ts";
import { orderSchedule } from "./parts/order-schedule.ts";
import type { Paper } from "./parts/paper.ts";
import { PaperVoice } from "./parts/paper-formatter.ts";
import { memoPaper } from "./record/memo-paper.ts";
import { journalPaper, readingsPaper, screeningPaper } from "./record/record-checks.ts";
import { recordDossier } from "./record/record-dossier.ts";
import { trackReport } from "./record/track-report.ts";
import {
  type ChineseContent,
  contentText,
  type ExporterContent,
  type RecordContent,
  type SetContent,
} from "./set-content.ts";
import { askedOfExporter } from "./us/asked-of-exporter.ts";
import { companyProfile } from "./us/company-profile.ts";
import { consigneeStatement } from "./us/consignee-statement.ts";
import { exporterEndUse } from "./us/exporter-end-use.ts";
import { exporterLetter } from "./us/exporter-letter.ts";
import { exporterUndertakings } from "./us/exporter-undertakings.ts";
import { productData } from "./us/product-data.ts";
import { remoteUsersPaper } from "./us/remote-users.ts";
import { routePaper } from "./us/route-paper.ts";
import { securityPaper } from "./us/security-paper.ts";

const titles = (papers: readonly Paper[]) => papers.map(({ title }) => title);

function amended({ amends }: SetContent, voice: PaperVoice): readonly Paper[] {
  return amends === undefined ? [] : [amendmentPaper(amends, voice)];
}

function filing(content: ChineseContent, voice: PaperVoice): readonly Paper[] {
  const annexes = [
    applicationSheet(voice),
    orderSchedule(voice),
    necessityPaper(voice, content.alternatives),
    endUsePaper(voice),
    ownershipPaper(voice, content.classes, content.asOf),
    declarationsPaper(voice),
    tenantsPaper(voice),
    domesticPlan(voice),
    undertakingsPaper(voice),
    endUserStatement(voice),
    customsSheet(voice),
    evidenceIndex(voice),
    ...amended(content, voice),
    ...(content.selfCheck === undefined ? [] : [selfCheckAnnex(content.selfCheck, voice)]),
  ];
  return [filingLetter(content, voice, titles(annexes)), ...annexes];
}

function exporter(content: ExporterContent, voice: PaperVoice): readonly Paper[] {
  const annexes = [
    companyProfile(voice),
    exporterEndUse(voice),
    routePaper(voice),
    productData(voice),
    securityPaper(voice),
    remoteUsersPaper(voice),
    exporterUndertakings(voice),
    askedOfExporter(voice),
    evidenceIndex(voice),
    ...amended(content, voice),
    ...(content.consigneeStatement === true ? [consigneeStatement(voice)] : []),
  ];
  return [exporterLetter(voice, titles(annexes)), ...annexes];
}

function record(content: RecordContent, voice: PaperVoice): readonly Paper[] {
  return [
    memoPaper(content, voice),
    trackReport(content, "cn-import", voice),
    trackReport(content, "us-export", voice),
    readingsPaper(content, voice),
    screeningPaper(content, voice),
    recordDossier(content, voice),
    journalPaper(content, voice),
    evidenceIndex(voice),
    ...amended(content, voice),
  ];
}

function papersOf(content: SetContent, voice: PaperVoice): readonly Paper[] {
  switch (content.set) {
    case "cn-filing":
      return filing(content, voice);
    case "us-exporter":
      return exporter(content, voice);
    case "internal-record":
      return record(content, voice);
  }
}

/** A paper with its place in the packet. */
export type PlacedDocument = { readonly path: string; readonly document: PacketDocument };

/** What the cover says: whose set it is, for whom, of which day, and once sealed by whom and in whose place. */
function coverOf(
  content: SetContent,
  voice: PaperVoice,
): Pick<PacketDocument, "cover" | "facts" | "letterhead"> {
  const { order } = content.dossier;
  const { sealedBy, amends } = content;
  const forExporter = content.set === "us-exporter";
  const rows: readonly (readonly [string, string | undefined])[] = [
    [forExporter ? "buyer" : "applicant", voice.party(order.buyer)],
    forExporter
      ? ["exporter", voice.party(order.route?.exporterOfRecord)]
      : ["addressee", order.addressee],
    ["reference", order.reference],
    ["asOf", content.asOf],
    ["sealedBy", sealedBy?.by],
    ["publicKey", sealedBy?.publicKey],
    ["keyFingerprint", sealedBy?.keyFingerprint],
    ["supersedes", amends?.packet],
  ];
  return {
    cover: true,
    facts: rows.flatMap(([key, value]) =>
      value === undefined || value === "" ? [] : [{ label: voice.say(`field.${key}`), value }],
    ),
    ...(content.letterhead === undefined ? {} : { letterhead: content.letterhead }),
  };
}

/**
 * The papers of a set. They depend on the content alone, so that anybody can set them again and compare. `sha256` is the
 * hash of the content's text, for whoever has it already.
 */
export function documentsOf(
  content: SetContent,
  sha256 = sha256Hex(contentText(content)),
): readonly PlacedDocument[] {
  const voice = new PaperVoice(content.dossier, content.language);
  const fingerprint = { sha256, of: `${content.set}.json` };
  return papersOf(content, voice).map((paper, index) => {
    const name = `${String(index + 1).padStart(2, "0")}-${paper.name}`;
    const first = index === 0;
    return {
      path: `papers/${name}.pdf`,
      document: {
        schema: "h200-desk/document@1",
        id: `${content.set}-${name}`,
        lang: content.language,
        title: paper.title,
        ...(paper.subtitle === undefined ? {} : { subtitle: paper.subtitle }),
        ...(first ? coverOf(content, voice) : {}),
        ...(first ? {} : { number: voice.say("annex", { number: String(index) }) }),
        date: content.asOf,
        draft: content.draft,
        fingerprint,
        blocks: [...paper.blocks],
      },
    };
  });
}
