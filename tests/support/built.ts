import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const build = fileURLToPath(new URL("../../build/build.mjs", import.meta.url));

/** Runs once before the tests that drive the bundles: dist must be made from today's sources. */
export function setup(): void {
  const { status, stderr } = spawnSync(process.execPath, [build], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
}
