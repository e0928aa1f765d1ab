import { forkedProcess, type StartWorker } from "#node/processes";
import type { Result } from "#shared/kernel";
import type { PacketDocument } from "#shared/packet";
import type { AssetPlaces } from "./assets.ts";
import type { Typeset } from "./typesetter.ts";

/** What a typesetting process is sent: one document under a number that its reply repeats, and where its files lie. */
export type TypesetJob = {
  readonly id: number;
  readonly document: PacketDocument;
  readonly places: AssetPlaces;
};

/** What a typesetting process sends back; `memory` tells when it is to be replaced by a fresh one. */
export type TypesetReply = {
  readonly id: number;
  readonly result: Result<Typeset>;
  readonly memory: number;
};

/** Starts a typesetting process. */
export type StartSetter = StartWorker<TypesetJob, TypesetReply>;

// V8 compiles a function of WebAssembly a second time, slowly and well, once it has run for a while. Left to itself it does
// so for thousands of functions while the first packet waits: that was half of the work. This lets it begin later.
const FLAGS = ["--wasm-tiering-budget=1000000000"];

/** Typesetting processes for hosts that Node runs. `entry` is the built or source file of `electron/worker/typeset-worker.ts`. */
export function forkedSetter(entry: string): StartSetter {
  return forkedProcess(entry, { flags: FLAGS });
}
