import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { cacheDir, inProject } from "./paths.mjs";
import { capture } from "./run.mjs";
import { giveUp, say } from "./say.mjs";

const folder = inProject("node_modules", "electron");
const memory = join(cacheDir, "electron.json");
const patience = 4000;

const version = () => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;

/** The Electron program on this machine, or nothing. */
function installedProgram() {
  const pathFile = join(folder, "path.txt");
  const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8").trim() : "electron";
  const base = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, "dist");
  const program = join(base, name);
  return existsSync(program) ? program : undefined;
}

function downloadAddress() {
  const file = `electron-v${version()}-${process.platform}-${process.arch}.zip`;
  const mirror =
    process.env.ELECTRON_MIRROR ?? "https://github.com/electron/electron/releases/download/";
  return `${mirror}${mirror.endsWith("/") ? "" : "/"}v${version()}/${file}`;
}

/** Whether the download answers at all: a few seconds to the first byte, no retry. */
async function answers(address) {
  try {
    const response = await fetch(address, {
      method: "HEAD",
      signal: AbortSignal.timeout(patience),
    });
    return response.ok;
  } catch {
    return false;
  }
}

const remembered = () => {
  try {
    return JSON.parse(readFileSync(memory, "utf8"));
  } catch {
    return {};
  }
};

function remember(failure) {
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(
    memory,
    JSON.stringify({ version: version(), address: downloadAddress(), failure }),
  );
}

async function download(asked) {
  const before = remembered();
  if (!asked && before.version === version() && before.address === downloadAddress())
    return before.failure;
  say(`looking for Electron ${version()} (one attempt, a few seconds) …`);
  if (!(await answers(downloadAddress()))) {
    const failure = "its download did not answer when tried; --host electron tries again";
    remember(failure);
    return failure;
  }
  say("downloading Electron (about 120 MB, once) …");
  if (capture(process.execPath, [join(folder, "install.js")]).code === 0) return undefined;
  const failure = "its download broke off when tried; --host electron tries again";
  remember(failure);
  return failure;
}

const hasScreen = () =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Which host opens, and why in a few words.
 * @param {{ asked?: string, noOpen: boolean }} wish
 * @returns {Promise<{ host: "electron", why: string, program: string } | { host: "browser", why: string }>}
 */
export async function chooseHost({ asked, noOpen }) {
  if (asked === "browser") return { host: "browser", why: "as --host browser asks." };
  if (!asked && noOpen)
    return { host: "browser", why: "--no-open asks for an address, not for a window." };
  if (!asked && !hasScreen())
    return { host: "browser", why: "this session has no screen for an Electron window." };
  const failure = installedProgram() ? undefined : await download(asked === "electron");
  const program = installedProgram();
  if (program)
    return {
      host: "electron",
      why: asked ? "as --host electron asks." : "its program is here.",
      program,
    };
  if (asked) giveUp(`Electron ${version()} is not here and ${failure ?? "could not be unpacked"}.`);
  return {
    host: "browser",
    why: `Electron is not here and ${failure ?? "could not be unpacked"}.`,
  };
}
