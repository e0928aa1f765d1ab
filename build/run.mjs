import process from "node:process";
import { prepare } from "./setup/index.mjs";
import { inProject } from "./setup/paths.mjs";
import { run } from "./setup/run.mjs";

// Runs one of the project's TypeScript tools after set-up: `node build/run.mjs build/checks/main.ts`.
const [script = "", ...args] = process.argv.slice(2);
process.exitCode = await run(prepare(), [inProject(script), ...args]);
