import { Worker } from "node:worker_threads";
import { appError, err, type Result } from "#shared/kernel";
import type { PacketDocument } from "#shared/packet";
import type { AssetPlaces } from "./assets.ts";
import type { Typeset, Typesetter } from "./typesetter.ts";

/** What the worker is sent: one document under a number that its reply repeats. */
export type TypesetJob = { readonly id: number; readonly document: PacketDocument };

/** What the worker sends back. */
export type TypesetReply = { readonly id: number; readonly result: Result<Typeset> };

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
  #worker: Worker | null = null;
  #running: Waiting | null = null;
  #queue: Waiting[] = [];
  #nextId = 1;
  #disposed = false;

  constructor(entry: URL, places: AssetPlaces = {}) {
    this.#entry = entry;
    this.#places = places;
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

  #advance(): void {
    if (this.#running || this.#disposed) return;
    const job = this.#queue.shift();
    if (!job) return;
    this.#running = job;
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#worker.postMessage({ id: job.id, document: job.document } satisfies TypesetJob);
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { workerData: this.#places });
    worker.on("message", (reply: TypesetReply) => this.#finish(worker, reply));
    worker.on("error", (error) => this.#fail(worker, String(error)));
    return worker;
  }

  #finish(worker: Worker, reply: TypesetReply): void {
    if (worker !== this.#worker || reply.id !== this.#running?.id) return;
    const done = this.#running;
    this.#running = null;
    // An idle thread does not keep the process alive.
    worker.unref();
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
    await worker?.terminate();
  }
}
