import type { utilityProcess } from "electron";
import { type StartTasks, TASK_MEMORY_FLAGS, type TaskReply } from "#node/tasks";

/** Task processes in Electron's utility processes. `entry` is the built file of `electron/worker/task-worker.ts`. */
export function utilityTasks(
  { fork }: Pick<typeof utilityProcess, "fork">,
  entry: string,
): StartTasks {
  return (events) => {
    const child = fork(entry, [], {
      serviceName: "Tasks",
      stdio: "ignore",
      execArgv: [...TASK_MEMORY_FLAGS],
    });
    child.on("message", (reply: TaskReply) => events.reply(reply));
    child.on("exit", (code) => events.ended(String(code)));
    return {
      post: (job) => child.postMessage(job),
      kill: () => void child.kill(),
      // Electron ends when its windows and its quit say so, and its utility processes with it.
      hold: () => undefined,
    };
  };
}
