import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import {
  contentAgain,
  contentFormat,
  contentText,
  documentsOf,
  PAPERS_EDITION,
  readContent,
  type SetContent,
} from "#shared/papers";
import { sameCheck, sameOutgoing } from "./check-again.ts";
import type { EditionContent } from "./edition-content.ts";
import { evidencePaths } from "./evidence-paths.ts";
import { firstEdition } from "./first-edition.ts";

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
    programs: [],
  };
}

/** Typesetters that made papers of the third edition, by the hash that their packets name. */
const THIRD_TYPESETTERS = ["7a52cbb33c3c15acc31cfd1ecec46756595b707b8e2431610a93051fed5d6afc"];

const THIRD_PROGRAMS = ["h200-desk 0.0.0", "h200-desk 0.1.0"];

async function third(value: unknown): Promise<Result<EditionContent>> {
  // Half a megabyte that only older packets need.
  // biome-ignore lint/correctness/useImportExtensions: delivered as a module of its own, with types beside it
  const papers = await import("./papers-3.mjs");
  const read = papers.readContent(value);
  if (!read.ok) return read;
  const content = read.value;
  const { set, asOf, draft, sealedBy, internalRecord } = content;
  if (draft !== (sealedBy === undefined))
    return err(appError("packet-content", { at: "sealedBy" }));
  const items = papers.evidenceOf(content);
  const paths = evidencePaths(items);
  const repeated = (ground: Parameters<EditionContent["again"]>[0]) =>
    set === "internal-record"
      ? sameCheck(value, ground)
      : sameOutgoing({ ...(value as { readonly dossier: unknown }), set, asOf }, ground);
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
    again: (ground) => ({
      differs: [],
      missing: repeated(ground) ? [] : [`${content.schema} ${content.edition}`],
    }),
    templates: "templates-3",
    typesetters: THIRD_TYPESETTERS,
    programs: THIRD_PROGRAMS,
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
  if (format?.schema === "h200-desk/packet@1") return firstEdition(value);
  return err(unknown(value));
}
