import type { WorkerProcess } from "#node/processes";
import { appError, err, type Result } from "#shared/kernel";
import type { StartTasks, TaskJob, TaskReply } from "./task-process.ts";

/** How long one task may take, how many may wait, and how long an idle process is kept; milliseconds. */
export type TaskLimits = {
  readonly taskMs?: number;
  readonly waiting?: number;
  readonly idleMs?: number;
};

const TASK_MS = 30_000;
const WAITING = 16;
const IDLE_MS = 3 * 60_000;

type Waiting = {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
  readonly settle: (result: Result<unknown>) => void;
};

/**
 * Runs work that may grow without end in a process of its own, one piece after another. Whatever it does there, everybody
 * else is served; what takes too long or too much memory is ended with its process and answered with one sentence.
 */
export class TaskHost {
  readonly #start: StartTasks;
  readonly #limits: Required<TaskLimits>;
  #process: WorkerProcess<TaskJob> | undefined;
  #running: Waiting | undefined;
  readonly #queue: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;
  #nextId = 1;
  #isDisposed = false;

  constructor(start: StartTasks, limits: TaskLimits = {}) {
    this.#start = start;
    this.#limits = { taskMs: TASK_MS, waiting: WAITING, idleMs: IDLE_MS, ...limits };
  }

  /** Runs a task by its name; the answer is what its process gave, not yet believed to have any shape. */
  run(task: string, input: unknown): Promise<Result<unknown>> {
    if (this.#isDisposed || this.#queue.length >= this.#limits.waiting)
      return Promise.resolve(err(appError("too-busy")));
    return new Promise((settle) => {
      this.#queue.push({ id: this.#nextId, task, input, settle });
      this.#nextId += 1;
      this.#advance();
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#end();
    for (const { settle } of this.#queue.splice(0)) settle(err(appError("task-ended")));
    this.#finish(err(appError("task-ended")));
  }

  #advance(): void {
    if (this.#running !== undefined || this.#isDisposed) return;
    clearTimeout(this.#timer);
    const job = this.#queue.shift();
    if (job === undefined) {
      this.#timer = setTimeout(() => this.#end(), this.#limits.idleMs).unref();
      return;
    }
    this.#running = job;
    this.#process ??= this.#begin();
    this.#process.hold(true);
    this.#process.post({ id: job.id, task: job.task, input: job.input });
    const { taskMs } = this.#limits;
    this.#timer = setTimeout(() => {
      this.#end();
      this.#finish(err(appError("task-too-long", { seconds: Math.round(taskMs / 1000) })));
    }, taskMs);
  }

  #begin(): WorkerProcess<TaskJob> {
    const made = this.#start({
      reply: (reply: TaskReply) => {
        if (this.#process !== made || reply.id !== this.#running?.id) return;
        made.hold(false);
        this.#finish(reply.result);
      },
      ended: () => {
        if (this.#process !== made) return;
        this.#process = undefined;
        this.#finish(err(appError("task-too-large")));
      },
    });
    return made;
  }

  #finish(result: Result<unknown>): void {
    const job = this.#running;
    if (job === undefined) return;
    this.#running = undefined;
    clearTimeout(this.#timer);
    job.settle(result);
    this.#advance();
  }

  /** Ends the process; its end is then nobody's concern. */
  #end(): void {
    clearTimeout(this.#timer);
    const process = this.#process;
    this.#process = undefined;
    process?.kill();
  }
}
