import { sha256Hex } from "#shared/kernel";
import type { PacketDocument } from "#shared/packet";
import { amendmentPaper } from "./amendment.ts";
import {
  evidenceIndex,
  goods,
  letter,
  necessity,
  type Paper,
  people,
  safeguards,
  use,
} from "./old-papers.ts";
import { reportPaper, ruleWords } from "./report-paper.ts";
import { contentText, type SetContent } from "./set-content.ts";
import { PaperVoice } from "./voice.ts";

const chineseDeclarations = [
  "commercialUseOnly",
  "militaryEndUse",
  "capacityServesOthers",
  "tenantMixComplete",
  "splitOfLargerOrder",
  "stateFundedProject",
] as const;
const exporterDeclarations = [
  "commercialUseOnly",
  "militaryEndUse",
  "prohibitedEndUse",
  "noTransferWithoutAuthorisation",
  "capacityServesOthers",
  "remoteUsersComplete",
  "tenantMixComplete",
  "weightsTransferUndertaking",
  "remoteAccessUndertaking",
  "splitOfLargerOrder",
] as const;

function papersOf(content: SetContent, voice: PaperVoice): Paper[] {
  const { dossier } = content;
  switch (content.set) {
    case "cn-filing":
      return [
        letter(dossier, voice, "cn"),
        goods(dossier, voice),
        people(dossier, voice),
        use(dossier, voice),
        necessity(dossier, voice),
        safeguards(dossier, voice, chineseDeclarations),
        evidenceIndex(dossier, voice),
      ];
    case "us-exporter":
      return [
        letter(dossier, voice, "us"),
        goods(dossier, voice),
        people(dossier, voice),
        use(dossier, voice),
        safeguards(dossier, voice, exporterDeclarations),
        evidenceIndex(dossier, voice),
      ];
    case "internal-record":
      return [
        reportPaper(content.report as never, voice, ruleWords(content.words, voice.main)),
        goods(dossier, voice),
        people(dossier, voice),
        use(dossier, voice),
        evidenceIndex(dossier, voice),
      ];
  }
}

/** What the cover says of the set itself: its day, who sealed it with which key, what it takes the place of. */
function coverFacts({ asOf, sealedBy, amends }: SetContent, voice: PaperVoice) {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["asOf", asOf],
    ["sealedBy", sealedBy?.by],
    ["publicKey", sealedBy?.publicKey],
    ["keyFingerprint", sealedBy?.keyFingerprint],
    ["supersedes", amends?.packet],
  ];
  return rows.flatMap(([key, value]) =>
    value === undefined ? [] : [{ label: voice.say(`field.${key}`), value }],
  );
}

/** A paper with its place in the packet. */
export type PlacedDocument = { readonly path: string; readonly document: PacketDocument };

/** The papers of a set. They depend on the content alone, so that anybody can set them again and compare. */
export function documentsOf(content: SetContent): readonly PlacedDocument[] {
  const voice = new PaperVoice(content.dossier, content.language);
  const fingerprint = { sha256: sha256Hex(contentText(content)), of: `${content.set}.json` };
  const { amends } = content;
  const papers = [
    ...papersOf(content, voice),
    ...(amends === undefined ? [] : [amendmentPaper(amends, voice)]),
  ];
  return papers.map((paper, index) => ({
    path: `papers/${paper.name}.pdf`,
    document: {
      schema: "h200-desk/document@1",
      id: `${content.set}-${paper.name}`,
      lang: content.language,
      title: paper.title,
      ...(index === 0
        ? {
            cover: true,
            facts: coverFacts(content, voice),
            ...(content.letterhead === undefined ? {} : { letterhead: content.letterhead }),
          }
        : { number: voice.say("annex", { number: index }) }),
      date: content.asOf,
      draft: content.draft,
      fingerprint,
      blocks: [...paper.blocks],
    },
  }));
}
