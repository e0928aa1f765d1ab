import type { Result } from "#shared/kernel";

/** What a task process is sent: the name of a task and what it works on, under a number that its reply repeats. */
export type TaskJob = { readonly id: number; readonly task: string; readonly input: unknown };

/** What a task process sends back. */
export type TaskReply = { readonly id: number; readonly result: Result<unknown> };

/** A running task process as the host sees it. */
export type TaskProcess = {
  post(job: TaskJob): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
  /** Whether this program waits for it before ending: while it works, not while it is idle. */
  hold(isBusy: boolean): void;
};

/** What a task process tells: replies, and its end, asked for or not. */
type TaskEvents = {
  reply(reply: TaskReply): void;
  ended(how: string): void;
};

/** Starts a task process. Node forks one; Electron, whose program cannot run as Node, has utility processes. */
export type StartTasks = (events: TaskEvents) => TaskProcess;

/** No task may hold more; V8 ends the process that tries. */
export const TASK_MEMORY_FLAGS = ["--max-old-space-size=1024"] as const;
