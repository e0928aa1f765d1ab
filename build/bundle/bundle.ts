import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { bundleHosts } from "./hosts.ts";
import { bundlePage } from "./page.ts";

// Builds beside dist and swaps the folders at the end: a build that fails leaves the last good one.
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const target = join(root, "dist");
const fresh = join(root, ".cache", `dist-${process.pid}`);
const old = join(root, ".cache", `dist-${process.pid}-old`);

const started = performance.now();
try {
  mkdirSync(fresh, { recursive: true });
  await bundlePage(root, join(fresh, "renderer"));
  await bundleHosts(root, fresh);
  writeFileSync(join(fresh, "stamp"), process.argv[2] ?? "");
  try {
    renameSync(target, old);
  } catch {
    // There is no dist yet.
  }
  renameSync(fresh, target);
} finally {
  rmSync(fresh, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
}
process.stderr.write(`desk: built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
