import process from "node:process";
import { ensureBuilt, prepare } from "./setup/index.mjs";
import { inProject } from "./setup/paths.mjs";
import { run } from "./setup/run.mjs";

// The command line. Nothing but the command's own words goes to standard output.
const node = prepare();
await ensureBuilt(node, process.argv[2] === "serve" ? ["page", "hosts"] : ["hosts"]);
process.exitCode = await run(
  node,
  [inProject("dist", "node", "cli.mjs"), ...process.argv.slice(2)],
  {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  },
);
