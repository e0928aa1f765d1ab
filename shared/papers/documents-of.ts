import { sha256Hex } from "#shared/kernel";
import { personRoles } from "#shared/model";
import type { PacketDocument } from "#shared/packet";
import { applicationPaper } from "./cn/application-paper.ts";
import { authorisationPaper } from "./cn/authorisation-paper.ts";
import { dataSheets } from "./cn/data-sheets.ts";
import { declarationsPaper } from "./cn/declarations-paper.ts";
import { endUsePaper } from "./cn/end-use-paper.ts";
import { filingLetter } from "./cn/filing-letter.ts";
import { necessityPaper } from "./cn/necessity-paper.ts";
import { ownershipPaper } from "./cn/ownership-paper.ts";
import { selfCheckAnnex } from "./cn/self-check-annex.ts";
import { amendmentPaper } from "./parts/amendment.ts";
import { inEnglishOnly } from "./parts/english-only.ts";
import { evidenceIndex } from "./parts/evidence-index.ts";
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
import { licenceData } from "./us/licence-data.ts";
import { productData } from "./us/product-data.ts";
import { routePaper } from "./us/route-paper.ts";
import { securityPaper } from "./us/security-paper.ts";

const titles = (papers: readonly Paper[]) => papers.map(({ title }) => title);

function amended({ amends }: SetContent, formatter: PaperFormatter): readonly Paper[] {
  return amends === undefined ? [] : [amendmentPaper(amends, formatter)];
}

function filing(content: ChineseContent, formatter: PaperFormatter): readonly Paper[] {
  const annexes = [
    applicationPaper(formatter),
    endUsePaper(formatter),
    necessityPaper(formatter, content.alternatives),
    ownershipPaper(formatter, content.classes, content.asOf),
    declarationsPaper(formatter),
    ...authorisationPaper(formatter),
    dataSheets(formatter),
    evidenceIndex(content, formatter),
    ...amended(content, formatter),
    ...(content.selfCheck === undefined ? [] : [selfCheckAnnex(content.selfCheck, formatter)]),
  ];
  return [filingLetter(content, formatter, titles(annexes)), ...annexes];
}

function exporter(content: ExporterContent, formatter: PaperFormatter): readonly Paper[] {
  const annexes = [
    companyProfile(formatter, content.asOf),
    exporterEndUse(formatter),
    routePaper(formatter),
    productData(formatter),
    securityPaper(formatter),
    exporterUndertakings(formatter),
    licenceData(formatter),
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

/** The technical marks of a set: its day and place in the line of sets, and once sealed by whom. */
function marksOf(content: SetContent, formatter: PaperFormatter): PacketDocument["colophon"] {
  const { sealedBy, amends } = content;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["asOf", content.asOf],
    ["sealedBy", sealedBy?.by],
    ["sealedRole", sealedBy === undefined ? undefined : roleOf(sealedBy.role, formatter)],
    ["signedAt", sealedBy === undefined ? undefined : momentOf(sealedBy.signedAt)],
    ["publicKey", sealedBy?.publicKey],
    ["keyFingerprint", sealedBy?.keyFingerprint],
    ["supersedes", amends?.packet],
  ];
  return rows.flatMap(([key, value]) =>
    value === undefined || value === "" ? [] : [{ label: formatter.say(`field.${key}`), value }],
  );
}

/** The letter carries the firm's head and its own number; the last paper the marks of the set. */
function ends(
  content: SetContent,
  formatter: PaperFormatter,
  at: { readonly first: boolean; readonly last: boolean },
): Partial<PacketDocument> {
  const { reference } = content.dossier.order;
  // A number with Chinese in it names nothing to a reader of English.
  const numbered = formatter.main === "zh" || !/\p{Script=Han}/u.test(reference ?? "");
  return {
    ...(at.first && content.letterhead !== undefined ? { letterhead: content.letterhead } : {}),
    ...(at.first && content.set !== "internal-record" && reference !== undefined && numbered
      ? { reference }
      : {}),
    ...(at.last ? { colophon: marksOf(content, formatter) } : {}),
  };
}

/** Under every title where one person did all of it: whoever reads one paper alone learns it too. */
function subtitleOf(
  { subtitle }: Paper,
  { onePerson, sealedBy }: SetContent,
  formatter: PaperFormatter,
): { readonly subtitle?: string } {
  const alone =
    onePerson === true ? formatter.say("onePerson", { by: sealedBy?.by ?? "" }) : undefined;
  const parts = [subtitle, alone].filter((part) => part !== undefined);
  return parts.length === 0 ? {} : { subtitle: parts.join("\n").replaceAll("\n", " / ") };
}

/**
 * The papers of a set. They depend on the content alone, so that anybody can set them again and compare. `sha256` is the
 * hash of the content's text, for whoever has it already.
 */
export function documentsOf(
  content: SetContent,
  sha256 = sha256Hex(contentText(content)),
): readonly PlacedDocument[] {
  const english = content.set === "us-exporter" && content.language === "en";
  const formatter = new PaperFormatter(content.dossier, content.language, english);
  const fingerprint = { sha256, of: `${content.set}.json` };
  const papers = papersOf(content, formatter);
  return papers.map((paper, index) => {
    const name = `${String(index + 1).padStart(2, "0")}-${paper.name}`;
    const first = index === 0;
    const document: PacketDocument = {
      schema: "h200-desk/document@1",
      id: `${content.set}-${name}`,
      lang: content.language,
      title: paper.title,
      ...subtitleOf(paper, content, formatter),
      ...(first ? {} : { number: formatter.say("annex", { number: String(index) }) }),
      date: content.asOf,
      draft: content.draft,
      ...ends(content, formatter, { first, last: index === papers.length - 1 }),
      fingerprint,
      blocks: [...paper.blocks],
    };
    return {
      path: `papers/${name}.pdf`,
      document: english ? inEnglishOnly(document, formatter.say("english.wanted")) : document,
    };
  });
}
