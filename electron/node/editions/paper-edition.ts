import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import {
  contentAgain,
  contentFormat,
  contentText,
  documentsOf,
  type EnclosedFile,
  PAPERS_EDITION,
  type PlacedDocument,
  readContent,
  type SetContent,
  type SetName,
} from "#shared/papers";
import { evidencePaths } from "./evidence-paths.ts";

type Ground = Parameters<typeof contentAgain>[1];
type Again = ReturnType<typeof contentAgain>;

/** Who sealed a content. Before the third format a content named neither role nor time. */
export type Sealer = {
  readonly by: string;
  readonly publicKey: string;
  readonly role?: string;
  readonly signedAt?: string;
};

/** A content as its own edition reads it, and all that its edition makes of it. */
export type EditionContent = {
  readonly schema: string;
  readonly edition: number;
  readonly set: SetName;
  readonly asOf: string;
  readonly draft: boolean;
  readonly sealer: Sealer | undefined;
  readonly commitment: string;
  /** The program that made it, where the content says so. */
  readonly madeWith: string | undefined;
  /** The evidence that the packet has to hold: what is enclosed, or in older formats all that the content names. */
  readonly evidence: readonly EnclosedFile[];
  /** Whether `evidence` is what was enclosed, or only what was named. */
  readonly saysEnclosed: boolean;
  /** The bytes that are filed and hashed. */
  readonly text: () => string;
  readonly documents: (sha256: string) => readonly PlacedDocument[];
  /** Makes the derived parts again; nothing where this edition's rules are no longer here. */
  readonly again: ((ground: Ground) => Again) | undefined;
  /** Folder of the templates below `electron/node/pdf`, and typesetters that were delivered with this edition. */
  readonly templates: string;
  readonly typesetters: readonly string[];
};

function present(content: SetContent): EditionContent {
  const { set, asOf, draft, sealedBy, internalRecord, madeWith, enclosed } = content;
  return {
    schema: content.schema,
    edition: content.edition,
    set,
    asOf,
    draft,
    sealer: sealedBy,
    commitment: internalRecord.commitment,
    madeWith,
    evidence: enclosed,
    saysEnclosed: true,
    text: () => contentText(content),
    documents: (sha256) => documentsOf(content, sha256),
    again: (ground) => contentAgain(content, ground),
    templates: "templates",
    typesetters: [],
  };
}

/** Typesetters that made papers of the third edition, by the hash that their packets name. */
const THIRD_TYPESETTERS = ["7a52cbb33c3c15acc31cfd1ecec46756595b707b8e2431610a93051fed5d6afc"];

async function third(value: unknown): Promise<Result<EditionContent>> {
  // A quarter of a megabyte that only older packets need.
  const papers = await import("./papers-3.mjs");
  const read = papers.readContent(value);
  if (!read.ok) return read;
  const content = read.value;
  const { set, asOf, draft, sealedBy, internalRecord } = content;
  if (draft !== (sealedBy === undefined))
    return err(appError("packet-content", { at: "sealedBy" }));
  const items = papers.evidenceOf(content);
  const paths = evidencePaths(items);
  return ok({
    schema: content.schema,
    edition: content.edition,
    set,
    asOf,
    draft,
    sealer: sealedBy,
    commitment: internalRecord.commitment,
    madeWith: undefined,
    evidence: items.map(({ sha256 }, index) => ({ path: paths[index] ?? "", sha256 })),
    saysEnclosed: false,
    text: () => papers.contentText(content),
    documents: (sha256) => papers.documentsOf(content, sha256),
    again: undefined,
    templates: "templates-3",
    typesetters: THIRD_TYPESETTERS,
  });
}

/** What an edition that this program does not know is called in a message. */
function unknown(value: unknown): AppError {
  const format = contentFormat(value);
  if (format === undefined) return appError("packet-content", { at: "schema" });
  const edition = format.edition === undefined ? "" : ` ${format.edition}`;
  return appError("packet-content-older", { made: `${format.schema}${edition}` });
}

/**
 * Reads a content with the functions of the edition that wrote it. Older editions are kept as they were delivered, so that
 * their papers can be made again years later. `packet-content-older` names an edition that is not here.
 */
export async function readEdition(value: unknown): Promise<Result<EditionContent>> {
  const format = contentFormat(value);
  if (format?.schema === "h200-desk/packet@3" && format.edition === PAPERS_EDITION) {
    const read = readContent(value);
    return read.ok ? ok(present(read.value)) : read;
  }
  if (format?.schema === "h200-desk/packet@2" && format.edition === 3) return await third(value);
  return err(unknown(value));
}
