import { fork } from "node:child_process";
import type { StartSetter, TypesetReply } from "./setter-process.ts";

/** Typesetting processes for hosts that Node runs. `entry` is the built or source file of `electron/worker/typeset-worker.ts`. */
export function forkedSetter(entry: string): StartSetter {
  return (events) => {
    // The structured form carries a PDF's bytes as bytes; the flags of this process are not the child's concern.
    const child = fork(entry, { serialization: "advanced", execArgv: [] });
    let isOver = false;
    const end = (how: string) => {
      if (isOver) return;
      isOver = true;
      events.ended(how);
    };
    child.on("message", (reply) => events.reply(reply as TypesetReply));
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
