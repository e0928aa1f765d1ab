import { spawn, spawnSync } from "node:child_process";
import process from "node:process";
import { root } from "./paths.mjs";

/**
 * Runs a program in the project folder, hands its signals on, and resolves with its exit code.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(file, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, stdio: "inherit", ...options });
    const forward = (signal) => child.kill(signal);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, forward);
    const done = (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code);
    };
    child.once("error", (cause) => {
      // Ended on purpose, by the caller's signal.
      if (cause.name === "AbortError") return done(143);
      process.stderr.write(`desk: ${file} could not be started: ${cause.message}\n`);
      done(3);
    });
    child.once("exit", (code, signal) => done(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}

/**
 * Runs a program silently; its output comes back with its exit code.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnSyncOptions} [options]
 */
export function capture(file, args, options = {}) {
  const result = spawnSync(file, args, { cwd: root, encoding: "utf8", ...options });
  return {
    code: result.status ?? 3,
    out: String(result.stdout ?? ""),
    err: String(result.stderr ?? result.error?.message ?? ""),
  };
}

/**
 * Where a program is in the search path, or nothing.
 * @param {string} name
 * @returns {string | undefined}
 */
export function which(name) {
  const finder = process.platform === "win32" ? "where" : "which";
  const found = capture(finder, [name]);
  return found.code === 0 ? found.out.split(/\r?\n/)[0] : undefined;
}
