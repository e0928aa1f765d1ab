import { fork } from "node:child_process";
import { type StartTasks, TASK_MEMORY_FLAGS, type TaskReply } from "./task-process.ts";

/** Task processes for hosts that Node runs. `entry` is the built or source file of `electron/worker/task-worker.ts`. */
export function forkedTasks(entry: string): StartTasks {
  return (events) => {
    const child = fork(entry, {
      serialization: "advanced",
      execArgv: [...TASK_MEMORY_FLAGS],
      // A process that runs out of memory writes pages about it; what matters is told by its end.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    let isOver = false;
    const end = (how: string) => {
      if (isOver) return;
      isOver = true;
      events.ended(how);
    };
    child.on("message", (reply) => events.reply(reply as TaskReply));
    child.on("error", (error) => end(String(error)));
    child.on("exit", (code, signal) => end(String(signal ?? code)));
    return {
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
