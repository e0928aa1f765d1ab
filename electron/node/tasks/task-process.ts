import { forkedProcess, type StartWorker } from "#node/processes";
import type { Result } from "#shared/kernel";

/** What a task process is sent: the name of a task and what it works on, under a number that its reply repeats. */
export type TaskJob = { readonly id: number; readonly task: string; readonly input: unknown };

/** What a task process sends back. */
export type TaskReply = { readonly id: number; readonly result: Result<unknown> };

/** Starts a task process. */
export type StartTasks = StartWorker<TaskJob, TaskReply>;

/** No task may hold more; V8 ends the process that tries. */
export const TASK_MEMORY_FLAGS = ["--max-old-space-size=1024"] as const;

/**
 * Task processes for hosts that Node runs. `entry` is the built or source file of `electron/worker/task-worker.ts`. A process
 * that runs out of memory writes pages about it, so it says nothing.
 */
export function forkedTasks(entry: string): StartTasks {
  return forkedProcess(entry, { flags: TASK_MEMORY_FLAGS, silent: true });
}
