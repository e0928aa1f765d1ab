import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheDir, inProject } from "./paths.mjs";

const common = ["shared", "build/bundle", "package.json", "package-lock.json"];

/** What each part of dist is made from. */
const sources = { page: ["renderer", ...common], hosts: ["electron", ...common] };
const memory = join(cacheDir, "stamp.json");

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
 * A hash of everything a part is made from. Sizes and times are looked at first, contents only when those moved.
 * @param {"page" | "hosts"} part
 * @returns {string}
 */
export function sourceStamp(part) {
  const list = sources[part]
    .map((s) => inProject(s))
    .filter(existsSync)
    .flatMap((path) => [...files(path)]);
  const quick = digest(list.map((file) => file.key));
  const remembered = readJson(memory);
  if (remembered[part]?.quick === quick) return remembered[part].content;
  const content = digest(
    list.flatMap((file) => [file.path.slice(inProject().length), readFileSync(file.path)]),
  );
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(memory, JSON.stringify({ ...remembered, [part]: { quick, content } }));
  return content;
}

/**
 * The stamp of what is in dist now, or nothing.
 * @param {"page" | "hosts"} part
 */
export function builtStamp(part) {
  const path = inProject("dist", `${part}.stamp`);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
