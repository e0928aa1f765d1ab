import { existsSync } from "node:fs";
import { ensureDependencies } from "./dependencies.mjs";
import { withLock } from "./lock.mjs";
import { pickNode } from "./node.mjs";
import { inProject } from "./paths.mjs";
import { run } from "./run.mjs";
import { giveUp, say } from "./say.mjs";
import { builtStamp, sourceStamp } from "./stamp.mjs";

/**
 * Dependencies in place and a Node new enough: the path of that Node.
 * @returns {string}
 */
export function prepare() {
  ensureDependencies();
  return pickNode();
}

/**
 * Bundles the page and the hosts into dist when a source has changed since the last time.
 * @param {string} node
 * @returns {Promise<void>}
 */
export async function ensureBuilt(node) {
  if (builtStamp() === sourceStamp()) return;
  await withLock("build", async () => {
    const stamp = sourceStamp();
    if (builtStamp() === stamp) return;
    const first = !existsSync(inProject("dist"));
    say(first ? "building the page and the hosts …" : "sources changed: building again …");
    const code = await run(node, [inProject("build", "bundle", "bundle.ts"), stamp], {
      stdio: ["ignore", 2, 2],
    });
    if (code !== 0) giveUp("the build failed; the lines above say where.");
  });
}
