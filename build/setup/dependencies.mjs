import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { inProject } from "./paths.mjs";
import { capture } from "./run.mjs";
import { giveUp, say } from "./say.mjs";

const stamp = inProject("node_modules", ".desk-lock");

function lockHash() {
  const hash = createHash("sha256").update(readFileSync(inProject("package-lock.json")));
  return hash.update(`${process.platform} ${process.arch}`).digest("hex");
}

/** `npm ci`, run by the Node that npm itself uses: the one in node_modules may be replaced meanwhile. */
function npmCi() {
  const args = ["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js")) {
    return capture(process.env.npm_node_execpath ?? process.execPath, [npm, ...args]);
  }
  return capture("npm", args, { shell: process.platform === "win32" });
}

/** Puts the locked dependencies into node_modules when they are missing or the lock has changed. */
export function ensureDependencies() {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say(
    "installing the locked dependencies into node_modules (about half a minute, only when the lock changed) …",
  );
  const { code, out, err } = npmCi();
  if (code !== 0) {
    const detail = `${out}\n${err}`.trim().split("\n").slice(-12).join("\n");
    giveUp(
      `npm ci could not install the dependencies; is the package registry within reach?\n${detail}`,
    );
  }
  writeFileSync(stamp, wanted);
}
