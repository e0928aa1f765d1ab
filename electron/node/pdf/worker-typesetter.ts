import { Worker } from "node:worker_threads";
import { appError, err, type Result } from "#shared/kernel";
import type { PacketDocument } from "#shared/packet";
import { type AssetPlaces, readCompiler } from "./assets.ts";
import { type CompiledModule, compileModule } from "./compiled-module.ts";
import type { Typeset, Typesetter } from "./typesetter.ts";

/** What the worker is sent: one document under a number that its reply repeats. */
export type TypesetJob = { readonly id: number; readonly document: PacketDocument };

/** What the worker sends back; `memory` tells when its thread is to be replaced. */
export type TypesetReply = {
  readonly id: number;
  readonly result: Result<Typeset>;
  readonly memory: number;
};

/** What the worker is started with. */
export type TypesetWorkerData = {
  readonly places: AssetPlaces;
  readonly module: CompiledModule;
};

/** Where the worker's files lie, and above how many bytes of memory its thread is replaced by a fresh one. */
export type WorkerOptions = { readonly places?: AssetPlaces; readonly threadBytes?: number };

// Some hundreds of pages. Compiled code is shared, so a fresh thread costs tenths of a second.
const THREAD_BYTES = 512 * 1024 ** 2;

type Waiting = TypesetJob & {
  readonly signal: AbortSignal | undefined;
  readonly settle: (result: Result<Typeset>) => void;
};

/**
 * A typesetter in a thread of its own: the screen stays alive, and a document that is cancelled while it is being set
 * stops at once, because its thread is ended and the next document starts a new one. Documents are set in the order in
 * which they came. `entry` is the built or source file of `electron/worker/typeset-worker.ts`.
 */
export class WorkerTypesetter implements Typesetter {
  readonly #entry: URL;
  readonly #places: AssetPlaces;
  readonly #threadBytes: number;
  #module: Promise<CompiledModule> | null = null;
  #worker: Worker | null = null;
  #running: Waiting | null = null;
  #queue: Waiting[] = [];
  #nextId = 1;
  #disposed = false;
  #memory = 0;

  constructor(entry: URL, options: WorkerOptions = {}) {
    this.#entry = entry;
    this.#places = options.places ?? {};
    this.#threadBytes = options.threadBytes ?? THREAD_BYTES;
  }

  typeset(document: PacketDocument, signal?: AbortSignal): Promise<Result<Typeset>> {
    if (this.#disposed || signal?.aborted) return Promise.resolve(err(appError("pdf-cancelled")));
    return new Promise((resolve) => {
      const id = this.#nextId;
      this.#nextId += 1;
      const onAbort = () => this.#cancel(id);
      const settle = (result: Result<Typeset>) => {
        signal?.removeEventListener("abort", onAbort);
        resolve(result);
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#queue.push({ id, document, signal, settle });
      this.#advance();
    });
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    const open = [...(this.#running ? [this.#running] : []), ...this.#queue];
    this.#running = null;
    this.#queue = [];
    for (const job of open) job.settle(err(appError("pdf-cancelled")));
    await this.#end();
  }

  memory(): number {
    return this.#memory;
  }

  #advance(): void {
    if (this.#running || this.#disposed) return;
    const job = this.#queue.shift();
    if (!job) return;
    this.#running = job;
    void this.#send(job);
  }

  async #send(job: Waiting): Promise<void> {
    try {
      this.#module ??= readCompiler(this.#places).then((bytes) => compileModule(bytes));
      const module = await this.#module;
      // Cancelled or disposed while the compiler was read.
      if (this.#running !== job) return;
      this.#worker ??= this.#start(module);
      this.#worker.ref();
      this.#worker.postMessage({ id: job.id, document: job.document } satisfies TypesetJob);
    } catch (error) {
      this.#module = null;
      if (this.#running !== job) return;
      this.#running = null;
      job.settle(err(appError("pdf-typeset-failed", { message: String(error), file: "" })));
      this.#advance();
    }
  }

  #start(module: CompiledModule): Worker {
    const workerData: TypesetWorkerData = { places: this.#places, module };
    const worker = new Worker(this.#entry, { workerData });
    worker.on("message", (reply: TypesetReply) => this.#finish(worker, reply));
    worker.on("error", (error) => this.#fail(worker, String(error)));
    return worker;
  }

  #finish(worker: Worker, reply: TypesetReply): void {
    if (worker !== this.#worker || reply.id !== this.#running?.id) return;
    const done = this.#running;
    this.#running = null;
    this.#memory = reply.memory;
    // An idle thread does not keep the process alive.
    if (reply.memory > this.#threadBytes) void this.#end();
    else worker.unref();
    done.settle(reply.result);
    this.#advance();
  }

  #fail(worker: Worker, message: string): void {
    if (worker !== this.#worker) return;
    this.#worker = null;
    const failed = this.#running;
    this.#running = null;
    failed?.settle(err(appError("pdf-typeset-failed", { message, file: "" })));
    this.#advance();
  }

  #cancel(id: number): void {
    const cancelled = err(appError("pdf-cancelled"));
    if (this.#running?.id === id) {
      const job = this.#running;
      this.#running = null;
      void this.#end();
      job.settle(cancelled);
      this.#advance();
      return;
    }
    const waiting = this.#queue.find((job) => job.id === id);
    this.#queue = this.#queue.filter((job) => job.id !== id);
    waiting?.settle(cancelled);
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#memory = 0;
    await worker?.terminate();
  }
}
