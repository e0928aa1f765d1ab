import { z } from "zod";
import { type Report, recordedReportSchema } from "#shared/check";
import {
  appError,
  canonicalJson,
  err,
  hashOf,
  isCivilDate,
  ok,
  type Result,
  sha256Hex,
} from "#shared/kernel";
import { alternativeSchema, type Dossier, dossierSchema, type Evidence } from "#shared/model";
import { changeSchema, type Letterhead, letterheadSchema, projectDossier } from "#shared/packet";
import type { Program } from "#shared/rules";
import type { ListIndex } from "#shared/screening";
import { alternativesNamedBy } from "./cn/published-alternatives.ts";
import { citedWordsOf, citedWordsSchema } from "./parts/cited-words.ts";
import { classRowSchema, classRowsOf } from "./parts/class-statement.ts";
import { type SelfCheckRow, selfCheckOf, selfCheckSchema } from "./parts/self-check.ts";
import { screeningRowSchema, screeningRowsOf } from "./record/screening-rows.ts";

/**
 * Counts how papers are made of content. Raised whenever the same content would give other papers, so that an older
 * packet answers "not comparable" instead of "differs".
 */
export const PAPERS_EDITION = 4;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The sets of an order: two that go out, one that stays. */
export const setNames = ["cn-filing", "us-exporter", "internal-record"] as const;
export type SetName = (typeof setNames)[number];

/** Papers that a set carries only by choice: a self-check of this track (China), a consignee's letter (exporter). */
export const annexNames = ["self-check", "consignee-statement"] as const;
export type AnnexName = (typeof annexNames)[number];

/** Who sealed a set, in what capacity and when, and the key that its signature is checked with; a draft has none. */
const sealedBySchema = z.strictObject({
  by: z.string().min(1).max(300),
  role: z.string().min(1).max(40),
  signedAt: z.iso.datetime({ offset: false, local: false }),
  publicKey: sha256,
  keyFingerprint: z.string().max(100),
});

/** A file of evidence that lies in the packet, by its path and hash. */
const enclosedSchema = z.strictObject({
  path: z
    .string()
    .regex(/^evidence\/[^/]+$/)
    .max(400),
  sha256,
});
export type EnclosedFile = z.infer<typeof enclosedSchema>;

/** The pack whose definitions the classes of a filing are made by. */
const packSchema = z.strictObject({
  id: z.string().max(200),
  version: z.string().max(40),
  sha256,
});

/** The sealed set that an amendment takes the place of, and what this reader is told otherwise now. */
const amendsSchema = z.strictObject({
  packet: z.string().max(200),
  fingerprint: sha256,
  asOf: z.string().refine(isCivilDate),
  changes: z.array(changeSchema).max(20_000),
});

const shared = {
  schema: z.literal("h200-desk/packet@3"),
  edition: z.number().int(),
  madeWith: z.string().max(100),
  asOf: z.string().refine(isCivilDate),
  language: z.enum(["zh", "en", "both"]),
  draft: z.boolean(),
  letterhead: letterheadSchema.optional(),
  sealedBy: sealedBySchema.optional(),
  amends: amendsSchema.optional(),
  /** Exactly the evidence that the packet carries; what the dossier names beyond it is not enclosed, and the index says so. */
  enclosed: z.array(enclosedSchema).max(20_000),
  /** One person did everything that takes several elsewhere; every paper says so. */
  onePerson: z.literal(true).optional(),
  dossier: dossierSchema,
};

const outgoing = { ...shared, internalRecord: z.strictObject({ commitment: sha256 }) };

/** The China filing: the projection its reader may see, published figures it compares with, classes its facts name. */
const chineseSchema = z.strictObject({
  ...outgoing,
  set: z.literal("cn-filing"),
  alternatives: z.array(alternativeSchema),
  classes: z.array(classRowSchema),
  classPack: packSchema.optional(),
  selfCheck: z.array(selfCheckSchema).optional(),
});

/** The exporter's set: the projection, and whether the exporter asked for a consignee's letter (US-D-04). */
const exporterSchema = z.strictObject({
  ...outgoing,
  set: z.literal("us-exporter"),
  consigneeStatement: z.boolean().optional(),
});

/** One line of the journal that belongs to the order. */
const journalLineSchema = z.strictObject({
  seq: z.number().int(),
  at: z.string(),
  who: z.string(),
  verb: z.string(),
  subject: z.string(),
  hash: z.string(),
});
export type JournalExtractLine = z.infer<typeof journalLineSchema>;

/** The record that stays: everything, and the salt that opens the commitment of the other two. */
const recordSchema = z.strictObject({
  ...shared,
  set: z.literal("internal-record"),
  internalRecord: z.strictObject({ salt: z.string(), sha256, commitment: sha256 }),
  report: recordedReportSchema,
  words: citedWordsSchema,
  classes: z.array(classRowSchema),
  alternatives: z.array(alternativeSchema),
  screening: z.array(screeningRowSchema),
  journal: z.array(journalLineSchema),
});

const setContentSchema = z.discriminatedUnion("set", [chineseSchema, exporterSchema, recordSchema]);

/** The authority of a set; every paper is a rendering of this value and of nothing else. */
export type SetContent = z.infer<typeof setContentSchema>;
export type ChineseContent = z.infer<typeof chineseSchema>;
export type ExporterContent = z.infer<typeof exporterSchema>;
export type RecordContent = z.infer<typeof recordSchema>;

/** What a set is made of. Only the record takes lists and journal; only sets that go out take annexes. */
export type ContentRequest = {
  readonly set: SetName;
  readonly dossier: Dossier;
  readonly report: Report;
  readonly language: "zh" | "en" | "both";
  readonly draft: boolean;
  /** The program that makes the set, by name and version. */
  readonly madeWith?: string | undefined;
  readonly enclosed?: readonly EnclosedFile[] | undefined;
  readonly letterhead?: Letterhead | undefined;
  readonly annexes?: readonly AnnexName[] | undefined;
  readonly packs: readonly Program[];
  readonly lists?: readonly ListIndex[] | undefined;
  readonly journal?: readonly JournalExtractLine[] | undefined;
  readonly sealedBy?: SetContent["sealedBy"];
  readonly amends?: SetContent["amends"];
  readonly onePerson?: true | undefined;
};

/** The language a reader's papers are in unless somebody says otherwise. */
export function usualLanguage(set: SetName): "zh" | "en" {
  return set === "us-exporter" ? "en" : "zh";
}

/** The pack by whose definitions a filing speaks of classes; none where the China track has no pack. */
function classPackOf(packs: readonly Program[]): { classPack?: z.infer<typeof packSchema> } {
  const program = packs.find((one) => one.pack.track === "cn-import");
  if (program === undefined) return {};
  const { id, version } = program.pack;
  return { classPack: { id, version, sha256: program.sha256 } };
}

type Commitment = { readonly salt: string; readonly sha256: string; readonly commitment: string };

/**
 * A commitment to dossier and report that tells an outsider nothing: the salt follows from content that only the record
 * holds (the order's own random salt among it), so the same input gives the same bytes.
 */
function commit(dossier: Dossier, report: Report): Commitment {
  const hash = hashOf({ dossier, report });
  const salt = sha256Hex(`h200-desk/salt@1\n${dossier.order.salt ?? ""}\n${hash}`).slice(0, 32);
  return { salt, sha256: hash, commitment: sha256Hex(`${salt}\n${hash}`) };
}

function selfCheckFor(request: ContentRequest): { selfCheck?: readonly SelfCheckRow[] } {
  if (request.annexes?.includes("self-check") !== true) return {};
  return { selfCheck: selfCheckOf(request.report, request.packs) };
}

/** The canonical content of a set: for what goes out the projection only, never a lane, a review or a screening. */
export function setContentOf(request: ContentRequest): SetContent {
  const { set, dossier, report, packs, letterhead } = request;
  const committed = commit(dossier, report);
  const head = {
    schema: "h200-desk/packet@3" as const,
    edition: PAPERS_EDITION,
    madeWith: request.madeWith ?? "h200-desk",
    asOf: report.asOf,
    language: request.language,
    draft: request.draft,
    ...(letterhead === undefined ? {} : { letterhead }),
    ...(request.sealedBy === undefined ? {} : { sealedBy: request.sealedBy }),
    ...(request.amends === undefined ? {} : { amends: request.amends }),
    enclosed: [...(request.enclosed ?? [])],
    ...(request.onePerson === undefined ? {} : { onePerson: request.onePerson }),
  };
  if (set === "internal-record")
    return recordSchema.parse({
      ...head,
      set,
      internalRecord: committed,
      dossier,
      report,
      words: citedWordsOf(report, packs),
      classes: classRowsOf(dossier, packs, report.asOf),
      alternatives: alternativesNamedBy(dossier),
      screening: screeningRowsOf(dossier, request.lists ?? [], report.countedDecisions),
      journal: [...(request.journal ?? [])],
    });
  const projected = projectDossier(dossier, set);
  const out = { ...head, internalRecord: { commitment: committed.commitment }, dossier: projected };
  if (set === "us-exporter")
    return exporterSchema.parse({
      ...out,
      set,
      ...(request.annexes?.includes("consignee-statement") ? { consigneeStatement: true } : {}),
    });
  return chineseSchema.parse({
    ...out,
    set,
    alternatives: alternativesNamedBy(projected),
    classes: classRowsOf(projected, packs, report.asOf),
    ...classPackOf(packs),
    ...selfCheckFor(request),
  });
}

/** The content as the bytes that are hashed and filed. */
export function contentText(content: SetContent): string {
  return `${canonicalJson(content)}\n`;
}

const SCHEMA = /^h200-desk\/packet@\d{1,4}$/;

/** Format and edition of a content, from any program's hand; nothing where it is no content of a packet at all. */
export function contentFormat(
  value: unknown,
): { readonly schema: string; readonly edition: number | undefined } | undefined {
  const made = z
    .object({ schema: z.string().regex(SCHEMA), edition: z.number().int().optional() })
    .safeParse(value);
  return made.success ? { schema: made.data.schema, edition: made.data.edition } : undefined;
}

/**
 * Reads the content of a set out of a packet: `packet-content` (`at`) where it is none, `packet-content-older` (`made`)
 * where a program of another edition wrote it, whose papers these functions cannot make again.
 */
export function readContent(value: unknown): Result<SetContent> {
  const format = contentFormat(value);
  const other =
    format !== undefined &&
    (format.schema !== "h200-desk/packet@3" || format.edition !== PAPERS_EDITION);
  if (other) {
    const edition = format.edition === undefined ? "" : ` ${format.edition}`;
    return err(appError("packet-content-older", { made: `${format.schema}${edition}` }));
  }
  const parsed = setContentSchema.safeParse(value);
  if (!parsed.success)
    return err(
      appError("packet-content", {
        at: parsed.error.issues[0]?.path.map(String).join(".").slice(0, 200) ?? "",
      }),
    );
  // A draft is nobody's, a sealed set is somebody's: content that says both or neither is none.
  return parsed.data.draft === (parsed.data.sealedBy === undefined)
    ? ok(parsed.data)
    : err(appError("packet-content", { at: "sealedBy" }));
}

/** Evidence that the set carries, in the order of its index. */
export function evidenceOf(content: SetContent): readonly Evidence[] {
  return content.dossier.evidence.filter((item) => item.missingReason === undefined);
}
