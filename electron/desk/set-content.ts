import { z } from "zod";
import { reportSchema } from "#shared/check";
import {
  appError,
  canonicalJson,
  err,
  isCivilDate,
  ok,
  type Result,
  sha256Hex,
} from "#shared/kernel";
import { type Dossier, dossierSchema, type Evidence } from "#shared/model";
import { type PacketDocument, projectDossier } from "#shared/packet";
import type { Program } from "#shared/rules";
import type { PacketRequest } from "./packet-works.ts";
import { PaperVoice } from "./paper-voice.ts";
import {
  evidenceIndex,
  goods,
  letter,
  necessity,
  type Paper,
  people,
  safeguards,
  use,
} from "./papers.ts";
import { reportPaper, ruleWords } from "./report-paper.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const shared = {
  asOf: z.string().refine(isCivilDate),
  language: z.enum(["zh", "en", "both"]),
  draft: z.boolean(),
};

/** A set that goes out: the projection that its reader may see, and a commitment to the record that stays. */
const outgoingSchema = z.strictObject({
  schema: z.literal("h200-desk/packet@1"),
  set: z.enum(["cn-filing", "us-exporter"]),
  ...shared,
  internalRecord: z.strictObject({ commitment: sha256 }),
  dossier: dossierSchema,
});

/** The record that stays: everything, and the salt that opens the commitment of the other two. */
const internalSchema = z.strictObject({
  schema: z.literal("h200-desk/packet@1"),
  set: z.literal("internal-record"),
  ...shared,
  internalRecord: z.strictObject({ salt: z.string(), sha256, commitment: sha256 }),
  dossier: dossierSchema,
  report: reportSchema,
});

export const setContentSchema = z.discriminatedUnion("set", [outgoingSchema, internalSchema]);
/** The authority of a set; every paper is a rendering of this value and of nothing else. */
export type SetContent = z.infer<typeof setContentSchema>;

type Commitment = { readonly salt: string; readonly sha256: string; readonly commitment: string };

/**
 * A commitment to dossier and report that tells an outsider nothing: the salt follows from content that only the record
 * holds, so the same input gives the same bytes.
 */
function commit(dossier: Dossier, report: PacketRequest["report"]): Commitment {
  const record = canonicalJson({ dossier, report });
  const hash = sha256Hex(record);
  const salt = sha256Hex(`h200-desk/salt@1\n${record}`).slice(0, 32);
  return { salt, sha256: hash, commitment: sha256Hex(`${salt}\n${hash}`) };
}

/** The canonical content of a set: for what goes out the projection only, never a lane, a finding or a review. */
export function setContentOf(
  request: Pick<PacketRequest, "set" | "dossier" | "report" | "language" | "signer">,
): SetContent {
  const { set, dossier, report, language, signer } = request;
  const committed = commit(dossier, report);
  const head = {
    schema: "h200-desk/packet@1" as const,
    asOf: report.asOf,
    language,
    draft: signer === undefined,
  };
  if (set === "internal-record")
    return setContentSchema.parse({ ...head, set, internalRecord: committed, dossier, report });
  return setContentSchema.parse({
    ...head,
    set,
    internalRecord: { commitment: committed.commitment },
    dossier: projectDossier(dossier, set),
  });
}

/** The content as the bytes that are hashed and filed. */
export function contentText(content: SetContent): string {
  return `${canonicalJson(content)}\n`;
}

/** Reads the content of a set out of a packet. */
export function readContent(value: unknown): Result<SetContent> {
  const parsed = setContentSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const at = parsed.error.issues[0]?.path.map(String).join(".") ?? "";
  return err(appError("packet-content", { at }));
}

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

function papersOf(content: SetContent, voice: PaperVoice, packs: readonly Program[]): Paper[] {
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
        reportPaper(content.report as PacketRequest["report"], voice, ruleWords(packs, voice.main)),
        goods(dossier, voice),
        people(dossier, voice),
        use(dossier, voice),
        evidenceIndex(dossier, voice),
      ];
  }
}

/** A paper with its place in the packet. */
export type PlacedDocument = { readonly path: string; readonly document: PacketDocument };

/** The papers of a set. They depend on the content alone, so that anybody can set them again and compare. */
export function documentsOf(
  content: SetContent,
  packs: readonly Program[],
): readonly PlacedDocument[] {
  const voice = new PaperVoice(content.dossier, content.language);
  const fingerprint = { sha256: sha256Hex(contentText(content)), of: `${content.set}.json` };
  const papers = papersOf(content, voice, packs);
  return papers.map((paper, index) => ({
    path: `papers/${paper.name}.pdf`,
    document: {
      schema: "h200-desk/document@1",
      id: `${content.set}-${paper.name}`,
      lang: content.language,
      title: paper.title,
      ...(index === 0
        ? { cover: true, facts: [{ label: voice.say("field.asOf"), value: content.asOf }] }
        : { number: voice.say("annex", { number: index }) }),
      date: content.asOf,
      draft: content.draft,
      fingerprint,
      blocks: [...paper.blocks],
    },
  }));
}

/** Evidence that the set carries, with safe and distinct names. */
export function evidenceOf(content: SetContent): readonly Evidence[] {
  return content.dossier.evidence.filter((item) => item.missingReason === undefined);
}
