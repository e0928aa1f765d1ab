import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { localDay } from "#desk";
import type { Io } from "./command.ts";
import { run } from "./run.ts";

export type { ExitCode, Io } from "./command.ts";
export { run } from "./run.ts";

/** The nearest folder above that holds the program's manifest. */
function programRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder)
    folder = dirname(folder);
  return folder;
}

/** The terminal this process was started from. */
function terminal(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    today: localDay,
    cwd: process.cwd(),
    root: programRoot(),
  };
}

function isProgram(): boolean {
  const started = process.argv[1];
  return (
    started !== undefined &&
    existsSync(started) &&
    realpathSync(started) === realpathSync(fileURLToPath(import.meta.url))
  );
}

// Tests import `run`; only as a program does this file act.
if (isProgram()) {
  // A reader that stops early (`desk … | head`) is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
  });
  process.exitCode = await run(process.argv.slice(2), terminal());
}
