import type { utilityProcess } from "electron";
import type { StartSetter, TypesetReply } from "#node/pdf";

/** Typesetting in Electron's utility processes. `entry` is the built file of `electron/worker/typeset-worker.ts`. */
export function utilitySetter(
  { fork }: Pick<typeof utilityProcess, "fork">,
  entry: string,
): StartSetter {
  return (events) => {
    const child = fork(entry, [], { serviceName: "Typesetter", stdio: "ignore" });
    child.on("message", (reply: TypesetReply) => events.reply(reply));
    child.on("exit", (code) => events.ended(String(code)));
    return {
      post: (job) => child.postMessage(job),
      kill: () => void child.kill(),
      // Electron ends when its windows and its quit say so, and its utility processes with it.
      hold: () => undefined,
    };
  };
}
