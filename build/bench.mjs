import { existsSync, readdirSync } from "node:fs";
import process from "node:process";
import { ensureBrowser } from "./setup/browser.mjs";
import { ensureBuilt, prepare } from "./setup/index.mjs";
import { inProject } from "./setup/paths.mjs";
import { run } from "./setup/run.mjs";
import { giveUp, say } from "./setup/say.mjs";

// `npm run bench`: every tests/bench/*.bench.ts in turn, or those whose name holds a word given after `--`.
const folder = inProject("tests", "bench");
const words = process.argv.slice(2);
const all = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".bench.ts"))
      .sort()
  : [];
const chosen = all.filter(
  (name) => words.length === 0 || words.some((word) => name.includes(word)),
);
if (chosen.length === 0) giveUp(`no benchmark matches; there are: ${all.join(", ") || "none"}.`);

const node = prepare();
process.env.CHROMIUM_PATH = ensureBrowser();
process.env.DESK_NODE = node;
await ensureBuilt(node);
for (const name of chosen) {
  say(`bench: ${name}`);
  const code = await run(node, ["--expose-gc", inProject("tests", "bench", name)]);
  if (code !== 0) process.exitCode = 1;
}
