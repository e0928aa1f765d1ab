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

/** Whether a part of dist is made from other sources than today's. */
const isStale = (part) => builtStamp(part) !== sourceStamp(part);

/**
 * Bundles into dist the parts whose sources have changed since the last time.
 * @param {string} node
 * @param {readonly ("page" | "hosts")[]} [parts]
 * @returns {Promise<void>}
 */
export async function ensureBuilt(node, parts = ["page", "hosts"]) {
  if (!parts.some(isStale)) return;
  await withLock("build", async () => {
    const stale = parts.filter(isStale);
    if (stale.length === 0) return;
    say(
      `${builtStamp(stale[0]) === undefined ? "building" : "sources changed: building"} ${stale.join(" and ")} …`,
    );
    const orders = stale.map((part) => `${part}=${sourceStamp(part)}`);
    const code = await run(node, [inProject("build", "bundle", "bundle.ts"), ...orders], {
      stdio: ["ignore", 2, 2],
    });
    if (code !== 0) giveUp("the build failed; the lines above say where.");
  });
}
