import process from "node:process";
import { ensureBrowser } from "./setup/browser.mjs";
import { ensureBuilt, prepare } from "./setup/index.mjs";
import { inProject } from "./setup/paths.mjs";
import { run } from "./setup/run.mjs";

// `npm run package`: installers of today's sources; the browser draws the icons.
const node = prepare();
process.env.CHROMIUM_PATH = ensureBrowser();
await ensureBuilt(node);
process.exitCode = await run(node, [
  inProject("build", "package", "package.ts"),
  ...process.argv.slice(2),
]);
