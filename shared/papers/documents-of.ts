import { sha256Hex } from "#shared/kernel";
import { personRoles } from "#shared/model";
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
import { PaperFormatter } from "./parts/paper-formatter.ts";
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

function amended({ amends }: SetContent, formatter: PaperFormatter): readonly Paper[] {
  return amends === undefined ? [] : [amendmentPaper(amends, formatter)];
}

function filing(content: ChineseContent, formatter: PaperFormatter): readonly Paper[] {
  const annexes = [
    applicationSheet(formatter),
    orderSchedule(formatter),
    necessityPaper(formatter, content.alternatives),
    endUsePaper(formatter),
    ownershipPaper(formatter, content.classes, content.asOf),
    declarationsPaper(formatter),
    tenantsPaper(formatter),
    domesticPlan(formatter),
    undertakingsPaper(formatter),
    endUserStatement(formatter),
    customsSheet(formatter),
    evidenceIndex(content, formatter),
    ...amended(content, formatter),
    ...(content.selfCheck === undefined ? [] : [selfCheckAnnex(content.selfCheck, formatter)]),
  ];
  return [filingLetter(content, formatter, titles(annexes)), ...annexes];
}

function exporter(content: ExporterContent, formatter: PaperFormatter): readonly Paper[] {
  const annexes = [
    companyProfile(formatter),
    exporterEndUse(formatter),
    routePaper(formatter),
    productData(formatter),
    securityPaper(formatter),
    remoteUsersPaper(formatter),
    exporterUndertakings(formatter),
    askedOfExporter(formatter),
    evidenceIndex(content, formatter),
    ...amended(content, formatter),
    ...(content.consigneeStatement === true ? [consigneeStatement(formatter)] : []),
  ];
  return [exporterLetter(formatter, titles(annexes)), ...annexes];
}

function record(content: RecordContent, formatter: PaperFormatter): readonly Paper[] {
  return [
    memoPaper(content, formatter),
    trackReport(content, "cn-import", formatter),
    trackReport(content, "us-export", formatter),
    readingsPaper(content, formatter),
    screeningPaper(content, formatter),
    recordDossier(content, formatter),
    journalPaper(content, formatter),
    evidenceIndex(content, formatter),
    ...amended(content, formatter),
  ];
}

function papersOf(content: SetContent, formatter: PaperFormatter): readonly Paper[] {
  switch (content.set) {
    case "cn-filing":
      return filing(content, formatter);
    case "us-exporter":
      return exporter(content, formatter);
    case "internal-record":
      return record(content, formatter);
  }
}

/** A paper with its place in the packet. */
export type PlacedDocument = { readonly path: string; readonly document: PacketDocument };

/** A role in the language of the papers; one that this program has no word for stands as it was stated. */
function roleOf(role: string, formatter: PaperFormatter): string {
  const known = personRoles.find((name) => name === role);
  return known === undefined ? role : formatter.word(`person.role.${known}`);
}

/** A moment as a paper states it: to the second, in universal time, the same wherever it is read. */
function momentOf(moment: string): string {
  return `${moment.slice(0, 10)} ${moment.slice(11, 19)} UTC`;
}

/** What the cover says: whose set it is, for whom, of which day, and once sealed by whom and in whose place. */
function coverOf(
  content: SetContent,
  formatter: PaperFormatter,
): Pick<PacketDocument, "cover" | "facts" | "letterhead"> {
  const { order } = content.dossier;
  const { sealedBy, amends } = content;
  const forExporter = content.set === "us-exporter";
  const rows: readonly (readonly [string, string | undefined])[] = [
    [forExporter ? "buyer" : "applicant", formatter.party(order.buyer)],
    forExporter
      ? ["exporter", formatter.party(order.route?.exporterOfRecord)]
      : ["addressee", order.addressee],
    ["reference", order.reference],
    ["asOf", content.asOf],
    ["sealedBy", sealedBy?.by],
    ["sealedRole", sealedBy === undefined ? undefined : roleOf(sealedBy.role, formatter)],
    ["signedAt", sealedBy === undefined ? undefined : momentOf(sealedBy.signedAt)],
    ["publicKey", sealedBy?.publicKey],
    ["keyFingerprint", sealedBy?.keyFingerprint],
    ["supersedes", amends?.packet],
  ];
  return {
    cover: true,
    facts: rows.flatMap(([key, value]) =>
      value === undefined || value === "" ? [] : [{ label: formatter.say(`field.${key}`), value }],
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
  const formatter = new PaperFormatter(content.dossier, content.language);
  const fingerprint = { sha256, of: `${content.set}.json` };
  return papersOf(content, formatter).map((paper, index) => {
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
        ...(first ? coverOf(content, formatter) : {}),
        ...(first ? {} : { number: formatter.say("annex", { number: String(index) }) }),
        date: content.asOf,
        draft: content.draft,
        fingerprint,
        blocks: [...paper.blocks],
      },
    };
  });
}
