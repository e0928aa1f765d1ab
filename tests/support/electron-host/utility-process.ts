import { fork } from "node:child_process";
import { EventEmitter } from "node:events";
import { fileURLToPath } from "node:url";
import { note } from "./host-state.ts";

const port = fileURLToPath(new URL("./parent-port.ts", import.meta.url));

/** Stands for Electron's utility processes: processes of Node with Electron's line to the parent. */
export const utilityProcess = {
  fork: (path: string, args: readonly string[], options: { readonly serviceName?: string }) => {
    const child = fork(path, args, { serialization: "advanced", execArgv: ["--import", port] });
    const process = Object.assign(new EventEmitter(), {
      postMessage: (message: object) => void child.send(message, () => undefined),
      // Electron's is gentle, and its child has no handler that delays it.
      kill: () => child.kill("SIGTERM"),
    });
    note("utility-process", options.serviceName ?? "");
    child.on("message", (message) => process.emit("message", message));
    child.on("exit", (code) => process.emit("exit", code ?? 1));
    return process;
  },
};
