import type { utilityProcess } from "electron";
import type { StartWorker } from "#node/processes";

/** What Electron is told about a utility process. */
type UtilityOptions = {
  /** The name under which the system lists it. */
  readonly serviceName: string;
  readonly flags?: readonly string[];
};

/** Worker processes in Electron's utility processes. `entry` is a built file of `electron/worker`. */
export function utilityWorker<Job, Reply>(
  { fork }: Pick<typeof utilityProcess, "fork">,
  entry: string,
  { serviceName, flags }: UtilityOptions,
): StartWorker<Job, Reply> {
  return (events) => {
    const child = fork(entry, [], {
      serviceName,
      stdio: "ignore",
      ...(flags === undefined ? {} : { execArgv: [...flags] }),
    });
    child.on("message", (reply: Reply) => events.reply(reply));
    child.on("exit", (code) => events.ended(String(code)));
    return {
      post: (job) => child.postMessage(job),
      kill: () => void child.kill(),
      // Electron ends when its windows and its quit say so, and its utility processes with it.
      hold: () => undefined,
    };
  };
}
