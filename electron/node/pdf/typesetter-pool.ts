import type { WorkerProcess } from "#node/processes";
import { appError, err, type Result } from "#shared/kernel";
import type { PacketDocument } from "#shared/packet";
import type { AssetPlaces } from "./assets.ts";
import type { StartSetter, TypesetJob, TypesetReply } from "./setter-process.ts";
import type { Typeset, Typesetter } from "./typesetter.ts";

/** Where the processes' files lie, how many may run, and what a process may keep: bytes, and idle time before it ends. */
export type PoolOptions = {
  readonly places?: AssetPlaces;
  readonly processes?: number;
  readonly processBytes?: number;
  readonly idleMs?: number;
};

const PROCESSES = 2;
// Some hundreds of pages; a fresh process costs about a second.
const PROCESS_BYTES = 512 * 1024 ** 2;
// Whoever builds one set builds the others soon; afterwards the memory is of more use elsewhere.
const IDLE_MS = 3 * 60_000;
// A process may fall to a fault of its engine that the same paper does not meet again.
const TRIES = 2;

type Waiting = {
  readonly id: number;
  readonly document: PacketDocument;
  readonly signal: AbortSignal | undefined;
  readonly settle: (result: Result<Typeset>) => void;
  tries: number;
};

type Setter = {
  readonly process: WorkerProcess<TypesetJob>;
  running: Waiting | null;
  memory: number;
};

const cancelled = () => err(appError("pdf-cancelled"));

/**
 * A typesetter in processes of its own. The screen stays alive; a document that is cancelled while it is being set stops
 * at once, because its process is killed, which gives all its memory back; and an engine that falls takes one process with
 * it, never the desk: the paper is set once more in a fresh one. Documents are begun in the order in which they came.
 */
export class TypesetterPool implements Typesetter {
  readonly #start: StartSetter;
  readonly #places: AssetPlaces;
  readonly #most: number;
  readonly #processBytes: number;
  readonly #idleMs: number;
  readonly #setters = new Set<Setter>();
  #queue: Waiting[] = [];
  #nextId = 1;
  #isDisposed = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(start: StartSetter, options: PoolOptions = {}) {
    this.#start = start;
    this.#places = options.places ?? {};
    this.#most = options.processes ?? PROCESSES;
    this.#processBytes = options.processBytes ?? PROCESS_BYTES;
    this.#idleMs = options.idleMs ?? IDLE_MS;
  }

  typeset(document: PacketDocument, signal?: AbortSignal): Promise<Result<Typeset>> {
    if (this.#isDisposed || signal?.aborted) return Promise.resolve(cancelled());
    return new Promise((resolve) => {
      const id = this.#nextId;
      this.#nextId += 1;
      const onAbort = () => this.#cancel(id);
      const settle = (result: Result<Typeset>) => {
        signal?.removeEventListener("abort", onAbort);
        resolve(result);
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#queue.push({ id, document, signal, settle, tries: TRIES });
      this.#advance();
    });
  }

  dispose(): Promise<void> {
    this.#isDisposed = true;
    clearTimeout(this.#idle);
    const queue = this.#queue;
    this.#queue = [];
    const running = [...this.#setters].flatMap((setter) => this.#end(setter) ?? []);
    for (const job of [...running, ...queue]) job.settle(cancelled());
    return Promise.resolve();
  }

  memory(): number {
    return [...this.#setters].reduce((sum, { memory }) => sum + memory, 0);
  }

  #advance(): void {
    if (this.#isDisposed) return;
    clearTimeout(this.#idle);
    // One signal ends many papers, one after another: none of them begins in the meantime.
    const wanted = (job: Waiting) => !job.signal?.aborted;
    for (let job = this.#queue.find(wanted); job !== undefined; job = this.#queue.find(wanted)) {
      const setter = this.#free();
      if (setter === undefined) return;
      this.#queue.splice(this.#queue.indexOf(job), 1);
      setter.running = job;
      setter.process.hold(true);
      setter.process.post({ id: job.id, document: job.document, places: this.#places });
    }
    if ([...this.#setters].some(({ running }) => running !== null)) return;
    this.#idle = setTimeout(() => {
      for (const setter of this.#setters) this.#end(setter);
    }, this.#idleMs).unref();
  }

  #free(): Setter | undefined {
    const free = [...this.#setters].find(({ running }) => running === null);
    if (free !== undefined || this.#setters.size >= this.#most) return free;
    const setter: Setter = {
      process: this.#start({
        reply: (reply) => this.#finish(setter, reply),
        ended: (how) => this.#fallen(setter, how),
      }),
      running: null,
      memory: 0,
    };
    this.#setters.add(setter);
    return setter;
  }

  #finish(setter: Setter, reply: TypesetReply): void {
    const done = setter.running;
    if (!this.#setters.has(setter) || done?.id !== reply.id) return;
    setter.running = null;
    setter.memory = reply.memory;
    if (reply.memory > this.#processBytes) this.#end(setter);
    else setter.process.hold(false);
    done.settle(reply.result);
    this.#advance();
  }

  #fallen(setter: Setter, how: string): void {
    if (!this.#setters.delete(setter)) return;
    const job = setter.running;
    if (job !== null) {
      job.tries -= 1;
      if (job.tries > 0) this.#queue.unshift(job);
      else job.settle(err(appError("pdf-typeset-failed", { message: how, file: "" })));
    }
    this.#advance();
  }

  #cancel(id: number): void {
    const setter = [...this.#setters].find(({ running }) => running?.id === id);
    const job = setter?.running ?? this.#queue.find((waiting) => waiting.id === id);
    if (setter !== undefined) this.#end(setter);
    this.#queue = this.#queue.filter((waiting) => waiting !== job);
    job?.settle(cancelled());
    this.#advance();
  }

  /** Ends a process; its end is then nobody's concern. Gives back what it was working at. */
  #end(setter: Setter): Waiting | null {
    this.#setters.delete(setter);
    const { running } = setter;
    setter.process.kill();
    return running;
  }
}
