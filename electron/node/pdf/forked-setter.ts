import { fork } from "node:child_process";
import type { StartSetter, TypesetReply } from "./setter-process.ts";

// V8 compiles a function of WebAssembly a second time, slowly and well, once it has run for a while. Left to itself it does
// so for thousands of functions while the first packet waits: that was half of the work. This lets it begin later.
const FLAGS = ["--wasm-tiering-budget=1000000000"];

/** Typesetting processes for hosts that Node runs. `entry` is the built or source file of `electron/worker/typeset-worker.ts`. */
export function forkedSetter(entry: string): StartSetter {
  return (events) => {
    // The structured form carries a PDF's bytes as bytes.
    const child = fork(entry, { serialization: "advanced", execArgv: FLAGS });
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
