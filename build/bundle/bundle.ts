import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { bundleHosts } from "./hosts.ts";
import { bundlePage } from "./page.ts";

// Called with the parts to build, each with the stamp of its sources: `page=… hosts=…`. Builds beside dist and swaps the
// folders at the end: a build that fails leaves the last good one.
// Whoever starts this (a test runner says "test"), what is built is what is shipped.
process.env["NODE_ENV"] = "production";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const target = join(root, "dist");
const fresh = join(root, ".cache", `dist-${process.pid}`);
const old = join(root, ".cache", `dist-${process.pid}-old`);

const parts: Readonly<Record<string, () => Promise<void>>> = {
  page: async () => await bundlePage(root, join(fresh, "renderer")),
  hosts: async () => await bundleHosts(root, fresh),
};

function swap(name: string): void {
  const place = join(target, name);
  if (existsSync(place)) renameSync(place, join(old, name));
  renameSync(join(fresh, name), place);
}

const started = performance.now();
try {
  for (const folder of [fresh, old, target]) mkdirSync(folder, { recursive: true });
  for (const order of process.argv.slice(2)) {
    const [part = "", stamp = ""] = order.split("=");
    await parts[part]?.();
    for (const name of readdirSync(fresh)) swap(name);
    writeFileSync(join(target, `${part}.stamp`), stamp);
  }
} catch (cause) {
  // The bundler's message names the file and shows the line; its stack says nothing more.
  process.stderr.write(
    `${stripVTControlCharacters(cause instanceof Error ? cause.message : String(cause))}\n`,
  );
  process.exitCode = 1;
} finally {
  rmSync(fresh, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
}
if (process.exitCode === undefined)
  process.stderr.write(`desk: built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
