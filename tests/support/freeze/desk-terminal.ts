import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import process from "node:process";

/** How one command ended and what it wrote. */
export type Answer = { readonly code: number; readonly out: string; readonly err: string };

/** The desk's command line as built. */
export type Terminal = {
  /** Runs one command in the project's folder; places of this run are written as `<out>` and `<root>`. */
  readonly desk: (...words: readonly string[]) => Promise<Answer>;
  /** Does the tasks, as many at once as this machine has cores. */
  readonly all: (tasks: readonly (() => Promise<void>)[]) => Promise<void>;
};

/** Builds page and hosts from the sources that are there. */
export function buildDesk(root: string): void {
  const build = [join(root, "build/build.mjs")];
  const { status, stderr } = spawnSync(process.execPath, build, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
}

/** The command line of a project; `out` is the folder that this run writes into. */
export function createTerminal(root: string, out: string): Terminal {
  // The built program directly where it is at its place, to save the look at the sources before each command.
  const built = join(root, "dist/node/cli.mjs");
  const program = existsSync(built) ? built : join(root, "build/desk.mjs");
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, ".cache/freeze") };
  const placeless = (text: string) =>
    text.replaceAll(out, "<out>").replaceAll(root.replace(/\/$/, ""), "<root>");
  return {
    desk: async (...words) =>
      await new Promise<Answer>((done) => {
        const options = { cwd: root, env, encoding: "utf8", maxBuffer: 256 << 20 } as const;
        const child = execFile(process.execPath, [program, ...words], options, (_, text, err) => {
          done({ code: child.exitCode ?? -1, out: placeless(text), err: placeless(err) });
        });
      }),
    all: async (tasks) => {
      const queue = [...tasks];
      const work = async () => {
        for (let task = queue.shift(); task !== undefined; task = queue.shift()) await task();
      };
      await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
    },
  };
}

/** A JSON answer as a value that can be split into facts and words; lines where it is none. */
export function answerValue({ code, out, err }: Answer): object {
  let value: unknown;
  try {
    value = JSON.parse(out);
  } catch {
    value = out.split("\n");
  }
  return { code, value, ...(err === "" ? {} : { err: err.split("\n") }) };
}
