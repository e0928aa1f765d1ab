import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheDir, inProject } from "./paths.mjs";

const sources = [
  "electron",
  "renderer",
  "shared",
  "build/bundle",
  "package.json",
  "package-lock.json",
];
const memory = join(cacheDir, "stamp.json");
const built = inProject("dist", "stamp");

function* files(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    yield { path, key: `${path} ${stat.size} ${stat.mtimeMs}` };
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!name.startsWith(".") && !/\.(test|spec)\.tsx?$/.test(name)) yield* files(join(path, name));
  }
}

const digest = (parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
};

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
};

/**
 * A hash of everything the bundles are made from. Sizes and times are looked at first, contents only when those moved.
 * @returns {string}
 */
export function sourceStamp() {
  const list = sources
    .map((s) => inProject(s))
    .filter(existsSync)
    .flatMap((path) => [...files(path)]);
  const quick = digest(list.map((file) => file.key));
  const remembered = readJson(memory);
  if (remembered.quick === quick) return remembered.content;
  const content = digest(
    list.flatMap((file) => [file.path.slice(inProject().length), readFileSync(file.path)]),
  );
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(memory, JSON.stringify({ quick, content }));
  return content;
}

/** The stamp of what is in dist now, or nothing. */
export function builtStamp() {
  return existsSync(built) ? readFileSync(built, "utf8") : undefined;
}
