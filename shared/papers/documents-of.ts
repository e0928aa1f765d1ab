import { sha256Hex } from "#shared/kernel";
import { personRoles } from "#shared/model";
import type { PacketDocument } from "#shared/packet";
import { amendmentPaper } from "./amendment.ts";
import { applicationSheet } from "./application-sheet.ts";
import { askedOfExporter } from "./asked-of-exporter.ts";
import { companyProfile } from "./company-profile.ts";
import { consigneeStatement } from "./consignee-statement.ts";
import { customsSheet } from "./customs-sheet.ts";
import { declarationsPaper } from "./declarations-paper.ts";
import { domesticPlan } from "./domestic-plan.ts";
import { endUsePaper } from "./end-use-paper.ts";
import { endUserStatement } from "./end-user-statement.ts";
import { evidenceIndex } from "./evidence-index.ts";
import { exporterEndUse } from "./exporter-end-use.ts";
import { exporterLetter } from "./exporter-letter.ts";
import { exporterUndertakings } from "./exporter-undertakings.ts";
import { filingLetter } from "./filing-letter.ts";
import { memoPaper } from "./memo-paper.ts";
import { necessityPaper } from "./necessity-paper.ts";
import { orderSchedule } from "./order-schedule.ts";
import { ownershipPaper } from "./ownership-paper.ts";
import type { Paper } from "./paper.ts";
import { productData } from "./product-data.ts";
import { journalPaper, readingsPaper, screeningPaper } from "./record-checks.ts";
import { recordDossier } from "./record-dossier.ts";
import { remoteUsersPaper } from "./remote-users.ts";
import { routePaper } from "./route-paper.ts";
import { securityPaper } from "./security-paper.ts";
import { selfCheckAnnex } from "./self-check-annex.ts";
import {
  type ChineseContent,
  contentText,
  type ExporterContent,
  type RecordContent,
  type SetContent,
} from "./set-content.ts";
import { tenantsPaper } from "./tenants-paper.ts";
import { trackReport } from "./track-report.ts";
import { undertakingsPaper } from "./undertakings-paper.ts";
import { PaperVoice } from "./voice.ts";

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
    evidenceIndex(content, voice),
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
    evidenceIndex(content, voice),
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
    evidenceIndex(content, voice),
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

/** A role in the language of the papers; one that this program has no word for stands as it was stated. */
function roleOf(role: string, voice: PaperVoice): string {
  const known = personRoles.find((name) => name === role);
  return known === undefined ? role : voice.word(`person.role.${known}`);
}

/** A moment as a paper states it: to the second, in universal time, the same wherever it is read. */
function momentOf(moment: string): string {
  return `${moment.slice(0, 10)} ${moment.slice(11, 19)} UTC`;
}

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
    ["sealedRole", sealedBy === undefined ? undefined : roleOf(sealedBy.role, voice)],
    ["signedAt", sealedBy === undefined ? undefined : momentOf(sealedBy.signedAt)],
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
