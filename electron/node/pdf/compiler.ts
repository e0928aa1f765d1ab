import {
  initSync,
  type TypstCompiler,
  TypstCompilerBuilder,
} from "@myriaddreamin/typst-ts-web-compiler";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { TypesetterAssets } from "./assets.ts";

/** What the compiler says about a page that it could not set. */
type Diagnostic = { readonly severity: string; readonly message: string; readonly path: string };

function diagnosticsOf(reply: unknown): readonly Diagnostic[] {
  if (typeof reply !== "object" || reply === null || !("diagnostics" in reply)) return [];
  return Array.isArray(reply.diagnostics) ? (reply.diagnostics as Diagnostic[]) : [];
}

/** The compiler with its fonts and templates loaded; files are set before each run and taken away after it. */
export type Compiler = {
  compile(files: ReadonlyMap<string, string>): Result<Uint8Array>;
  /** Bytes of memory in use; they grow with every document and are given back only with the process. */
  memory(): number;
  free(): void;
};

/** The compiler's allocator under the names that its package gives it: reserve, and give back. */
type Allocator = {
  readonly __wbindgen_export: (bytes: number, align: number) => number;
  readonly __wbindgen_export4: (at: number, bytes: number, align: number) => void;
};

const MEGABYTE = 1024 ** 2;
const START_ROOM = 64 * MEGABYTE;
const LEAST_ROOM = 32 * MEGABYTE;
const MOST_ROOM = 768 * MEGABYTE;
const ROOM_PER_BYTE = 200;

/**
 * Reserves memory in one piece and gives it back at once. Without that the compiler asks for 64 kB at a time, thousands of
 * times in a long paper, and each time the engine looks through its whole heap; that took half of the time. Pages that are
 * never touched cost nothing.
 */
function roomMaker(allocator: Allocator): (bytes: number) => void {
  return (bytes) => {
    const at = allocator.__wbindgen_export(bytes, 8);
    if (at !== 0) allocator.__wbindgen_export4(at, bytes, 8);
  };
}

/**
 * Starts the compiler from bytes alone: no system font, file, package or network is within its reach. One process holds
 * one compiled module; a second compiler shares it.
 */
export async function startCompiler(assets: TypesetterAssets): Promise<Compiler> {
  // The package names types of a browser that this project does not know; both forms are what it documents.
  const exports = initSync({ module: assets.wasm as never });
  const { memory } = exports;
  const room = roomMaker(exports as unknown as Allocator);
  room(START_ROOM);
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of assets.fonts) await builder.add_raw_font(font.bytes);
  const compiler = await builder.build();
  for (const [name, text] of assets.templates) compiler.add_source(`/${name}`, text);
  return {
    compile: (files) => {
      const bytes = [...files.values()].reduce((sum, text) => sum + text.length, 0);
      room(Math.min(MOST_ROOM, LEAST_ROOM + bytes * ROOM_PER_BYTE));
      return run(compiler, files);
    },
    memory: () => memory.buffer.byteLength,
    free: () => compiler.free(),
  };
}

function run(compiler: TypstCompiler, files: ReadonlyMap<string, string>): Result<Uint8Array> {
  const encoder = new TextEncoder();
  for (const [path, text] of files) compiler.map_shadow(path, encoder.encode(text));
  try {
    const world = compiler.snapshot("/", "/main.typ", []);
    try {
      const worst = diagnosticsOf(world.compile(0, 3)).find((item) => item.severity === "error");
      if (worst)
        return err(appError("pdf-typeset-failed", { message: worst.message, file: worst.path }));
      const reply: unknown = world.get_artifact(1, 3);
      if (
        typeof reply === "object" &&
        reply !== null &&
        "result" in reply &&
        reply.result instanceof Uint8Array
      )
        return ok(reply.result);
      return err(appError("pdf-typeset-failed", { message: "no pages", file: "" }));
    } finally {
      world.free();
    }
  } catch (error) {
    return err(appError("pdf-typeset-failed", { message: String(error), file: "" }));
  } finally {
    for (const path of files.keys()) compiler.unmap_shadow(path);
    compiler.reset();
  }
}
