import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { ensureBrowser } from "./setup/browser.mjs";
import { ensureBuilt, prepare } from "./setup/index.mjs";
import { cacheDir, inProject } from "./setup/paths.mjs";
import { run } from "./setup/run.mjs";
import { say } from "./setup/say.mjs";

// `npm test`: types, lint, checks, then every test. With words after `--`, only the tests whose path holds them.
const words = process.argv.slice(2);
const report = join(cacheDir, "tests.json");
const bin = (...parts) => inProject("node_modules", ...parts);

const node = prepare();
process.env.CHROMIUM_PATH = ensureBrowser();
process.env.DESK_NODE = node;

/** @type {{ name: string, args: string[] }[]} */
const gates = [
  { name: "types", args: [bin("typescript", "bin", "tsc"), "-b"] },
  {
    name: "lint",
    args: [bin("@biomejs", "biome", "bin", "biome"), "ci", "--diagnostic-level=warn"],
  },
  { name: "checks", args: [inProject("build", "checks", "main.ts")] },
];

// The runner writes its report when the last test has ended; now and then it then waits for a worker that is gone.
const PATIENCE_MS = 60_000;

/** Resolves, with what the report says as exit code, when the report has lain there for a while. */
async function stuckAfterReport() {
  for (;;) {
    await setTimeout(2_000, undefined, { ref: false });
    if (existsSync(report) && Date.now() - statSync(report).mtimeMs > PATIENCE_MS) {
      say("the test runner did not end after its report: ended from here.");
      const { success, ...number } = JSON.parse(readFileSync(report, "utf8"));
      const told = number.numPassedTests + number.numPendingTests + number.numTodoTests;
      return success && told === number.numTotalTests ? 0 : 1;
    }
  }
}

let passed = 0;
let failed = 0;
for (const { name, args } of words.length > 0 ? [] : gates) {
  const started = performance.now();
  const code = await run(node, args);
  say(
    `${name}: ${code === 0 ? "ok" : "FAILED"} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (code === 0) passed += 1;
  else failed += 1;
}

await ensureBuilt(node);
rmSync(report, { force: true });
const vitest = [
  bin("vitest", "vitest.mjs"),
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
];
const ended = new AbortController();
const code = await Promise.race([
  run(node, [...vitest, ...words], { signal: ended.signal, killSignal: "SIGKILL" }),
  stuckAfterReport(),
]);
ended.abort();
const counts = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
passed += counts.numPassedTests ?? 0;
failed += counts.numFailedTests ?? 0;
// A file that cannot be loaded fails without a failed test of its own.
if (code !== 0 && failed === 0) failed = 1;

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && code === 0 ? 0 : 1;
