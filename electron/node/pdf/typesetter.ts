import type { TypesetWarning } from "#node/pdf-preparation";
import { fontCoverage, neutralText, prepare, unionCoverage } from "#node/pdf-preparation";
import { appError, err, ok, type Result } from "#shared/kernel";
import { documentSchema, type PacketDocument } from "#shared/packet";
import { archival, type PdfFacts, pageCount } from "./archival.ts";
import type { TypesetterAssets } from "./assets.ts";
import { startCompiler } from "./compiler.ts";

// The same words as in the templates' theme; a test compares them.
const NOTICE = "申请材料，不构成许可 / Application material, not a licence";

/** A finished PDF. `warnings` names characters that were dropped or made visible, with their place. */
export type Typeset = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly warnings: readonly TypesetWarning[];
};

/** Turns documents into PDFs; kept for many documents, since starting costs more than setting a page. */
export type Typesetter = {
  /** The same document gives the same bytes, in any time zone and locale. `signal` stops before the next document. */
  typeset(document: PacketDocument, signal?: AbortSignal): Promise<Result<Typeset>>;
  /** Bytes of memory that typesetting holds. Remembered layout is never given back before the end of a process. */
  memory(): number;
  dispose(): Promise<void>;
};

// The compiler can address 4 GB and fails without a word at the end of it.
const MEMORY_LIMIT = 3 * 1024 ** 3;

function factsOf(document: PacketDocument): PdfFacts {
  return {
    title: neutralText(document.title, []).replaceAll("\n", " "),
    author:
      document.author === undefined ? null : neutralText(document.author, []).replaceAll("\n", " "),
    description: NOTICE,
    lang: document.lang === "en" ? "en-US" : "zh-CN",
    date: document.date,
    creator: "Typst 0.14.2",
  };
}

/**
 * A typesetter in this process, for the command line and tests: it blocks for tenths of a second and keeps what it
 * remembers (about a megabyte a page) until the process ends. Hosts that live long use `TypesetterPool`.
 */
export async function createTypesetter(assets: TypesetterAssets): Promise<Typesetter> {
  const compiler = await startCompiler(assets);
  const coverage = unionCoverage(
    assets.fonts.filter((font) => font.covers).map((font) => fontCoverage(font.bytes)),
  );
  const typeset = (input: PacketDocument, signal?: AbortSignal): Result<Typeset> => {
    if (signal?.aborted) return err(appError("pdf-cancelled"));
    if (compiler.memory() > MEMORY_LIMIT) return err(appError("pdf-memory-full"));
    const parsed = documentSchema.safeParse(input);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return err(
        appError("pdf-document-invalid", {
          path: issue?.path.join(".") ?? "",
          problem: issue?.message ?? "",
        }),
      );
    }
    const prepared = prepare(parsed.data, coverage, assets.edition);
    if (!prepared.ok) return prepared;
    const pdf = compiler.compile(
      new Map([...prepared.value.files, ["/data/document.json", prepared.value.json]]),
    );
    if (!pdf.ok) return pdf;
    const finished = archival(pdf.value, factsOf(parsed.data));
    return ok({ pdf: finished, pages: pageCount(finished), warnings: prepared.value.warnings });
  };
  return {
    typeset: (input, signal) => Promise.resolve(typeset(input, signal)),
    memory: compiler.memory,
    dispose: () => Promise.resolve(compiler.free()),
  };
}
