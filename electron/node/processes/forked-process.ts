import { fork } from "node:child_process";
import type { StartWorker } from "./worker-process.ts";

/** What Node is told about a process that it forks. */
export type ForkedOptions = {
  /** Flags for V8: limits of memory, ways of compiling. */
  readonly flags: readonly string[];
  /** Says nothing on the streams of this program; what matters is told by its end. */
  readonly silent?: boolean;
};

/** Worker processes for hosts that Node runs. `entry` is a built or source file of `electron/worker`. */
export function forkedProcess<Job extends object, Reply>(
  entry: string,
  { flags, silent = false }: ForkedOptions,
): StartWorker<Job, Reply> {
  return (events) => {
    const child = fork(entry, {
      // The structured form carries bytes as bytes.
      serialization: "advanced",
      execArgv: [...flags],
      ...(silent ? { stdio: ["ignore", "ignore", "ignore", "ipc"] } : {}),
    });
    let isOver = false;
    const end = (how: string) => {
      if (isOver) return;
      isOver = true;
      events.ended(how);
    };
    child.on("message", (reply) => events.reply(reply as Reply));
    child.on("error", (error) => end(String(error)));
    child.on("exit", (code, signal) => end(String(signal ?? code)));
    return {
      // A failed post is the end of the process, which is told by itself.
      post: (job) => void child.send(job, () => undefined),
      kill: () => void child.kill("SIGKILL"),
      hold: (isBusy) => {
        if (isBusy) child.ref();
        else child.unref();
        if (isBusy) child.channel?.ref();
        else child.channel?.unref();
      },
    };
  };
}
