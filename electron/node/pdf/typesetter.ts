import { appError, err, ok, type Result } from "#shared/kernel";
import { documentSchema, type PacketDocument } from "#shared/packet";
import type { TypesetterAssets } from "./assets.ts";
import { startCompiler } from "./compiler.ts";
import { fontCoverage, unionCoverage } from "./font-coverage.ts";
import { prepare, type TypesetWarning } from "./prepare.ts";

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
  dispose(): Promise<void>;
};

function pageCount(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  return [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length;
}

/** A typesetter in this thread. Typesetting blocks it for tenths of a second; hosts with a screen use the worker. */
export async function createTypesetter(assets: TypesetterAssets): Promise<Typesetter> {
  const compiler = await startCompiler(assets);
  const coverage = unionCoverage(
    assets.fonts.filter((font) => font.covers).map((font) => fontCoverage(font.bytes)),
  );
  const typeset = (input: PacketDocument, signal?: AbortSignal): Result<Typeset> => {
    if (signal?.aborted) return err(appError("pdf.cancelled"));
    const parsed = documentSchema.safeParse(input);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return err(
        appError("pdf.document.invalid", {
          path: issue?.path.join(".") ?? "",
          problem: issue?.message ?? "",
        }),
      );
    }
    const prepared = prepare(parsed.data, coverage);
    if (!prepared.ok) return prepared;
    const pdf = compiler.compile(
      new Map([...prepared.value.files, ["/data/document.json", prepared.value.json]]),
    );
    if (!pdf.ok) return pdf;
    return ok({ pdf: pdf.value, pages: pageCount(pdf.value), warnings: prepared.value.warnings });
  };
  return {
    typeset: (input, signal) => Promise.resolve(typeset(input, signal)),
    dispose: () => Promise.resolve(compiler.free()),
  };
}
