import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { capture, which } from "./run.mjs";
import { giveUp, say } from "./say.mjs";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge",
];

function installedPlaces() {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (n) => `/Applications/${n}.app/Contents/MacOS/${n}`,
    );
  }
  if (process.platform !== "win32") return [];
  const bases = [
    process.env.PROGRAMFILES,
    process.env["PROGRAMFILES(X86)"],
    process.env.LOCALAPPDATA,
  ];
  const tails = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
  return bases.flatMap((base) => (base ? tails.map((tail) => join(base, tail)) : []));
}

/**
 * A Chromium, Chrome or Edge on this machine: the one CHROMIUM_PATH names, else one in the usual places.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named)
    return existsSync(named)
      ? named
      : giveUp(`CHROMIUM_PATH names ${named}, which does not exist.`);
  for (const name of process.platform === "linux" ? names : []) {
    const path = which(name);
    if (path) return path;
  }
  return installedPlaces().find((path) => existsSync(path));
}

/** What the tests use besides a browser: Debian's package for each, and how to see that it is there. */
function missingPackages() {
  const missing = [];
  if (!findBrowser()) missing.push("chromium");
  if (!capture("fc-list", [":lang=zh", "family"]).out.trim()) missing.push("fonts-noto-cjk");
  if (!which("pdftotext")) missing.push("poppler-utils");
  if (!which("qpdf")) missing.push("qpdf");
  return missing;
}

/** The words before `apt-get` that make it run, or nothing where this user may not install. */
function aptPrefix() {
  if (process.platform !== "linux" || !which("apt-get")) return undefined;
  if (process.getuid?.() === 0) return [];
  return which("sudo") && capture("sudo", ["-n", "true"]).code === 0 ? ["sudo", "-n"] : undefined;
}

function aptInstall(prefix, packages) {
  const apt = (...args) => {
    const [file, ...rest] = [
      ...prefix,
      "env",
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      "-qq",
      ...args,
    ];
    return capture(file, rest);
  };
  const updated = apt("update");
  const done = apt("install", "-y", "--no-install-recommends", ...packages);
  return done.code === 0 ? "" : (done.err || updated.err).trim().split("\n").slice(-3).join(" ");
}

/**
 * Makes sure the tests have a browser, Chinese fonts and two PDF readers; installs Debian's where that is allowed.
 * @returns {string} the browser's program
 */
export function ensureBrowser() {
  const missing = process.platform === "linux" ? missingPackages() : [];
  const prefix = missing.length > 0 ? aptPrefix() : undefined;
  if (prefix) {
    say(`installing ${missing.join(", ")} with apt-get for the tests (once, under a minute) …`);
    const trouble = aptInstall(prefix, missing);
    if (trouble) say(`apt-get did not finish: ${trouble}`);
  } else if (missing.some((name) => name !== "chromium")) {
    say(`not installed here: ${missing.join(", ")}; the tests that need them say so themselves.`);
  }
  return (
    findBrowser() ??
    giveUp(
      "the tests need a Chromium, Chrome or Edge: install one, or set CHROMIUM_PATH to its program.",
    )
  );
}
