import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { forbiddenProbes, legalProbes, type Probe, stubs } from "./border-probes.ts";
import type { Check, Problem } from "./source-files.ts";

const settings = [
  "package.json",
  "biome.json",
  "build/lint",
  "tsconfig.json",
  "tsconfig.base.json",
  "shared/tsconfig.json",
  "electron/tsconfig.json",
  "electron/main/tsconfig.json",
  "renderer/tsconfig.json",
  "tests/tsconfig.json",
];

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A copy of the project's settings around small stand-ins, with every probe in its place. */
function layOut(root: string, copy: string, probes: readonly Probe[]): void {
  for (const path of settings) cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  for (const [path, text] of Object.entries(stubs)) put(copy, path, text);
  for (const probe of probes) put(copy, probe.file, `${probe.code}\n`);
}

function runTool(copy: string, root: string, script: string, args: readonly string[]): string {
  const program = join(root, "node_modules", script);
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: copy,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return `${stdout}\n${stderr}`.replaceAll("\\", "/");
}

/** What the compiler and the linter say of the copy, each in one run. */
function objections(copy: string, root: string, probes: readonly Probe[]): string {
  const types = runTool(copy, root, "typescript/bin/tsc", ["-b", "--pretty", "false"]);
  const lint = runTool(copy, root, "@biomejs/biome/bin/biome", [
    "lint",
    "--vcs-enabled=false",
    "--max-diagnostics=none",
    "--diagnostic-level=error",
    "--reporter=github",
    ...probes.map((probe) => probe.file),
  ]);
  return `${types}\n${lint}`;
}

/** Breaks each border of the house on purpose, in a copy, and complains when no tool objects. */
export const checkBorders: Check = (root) => {
  const copy = mkdtempSync(join(tmpdir(), "desk-borders-"));
  const probes = [...forbiddenProbes, ...legalProbes];
  try {
    layOut(root, copy, probes);
    const said = objections(copy, root, probes);
    const unnoticed = forbiddenProbes
      .filter((probe) => !said.includes(probe.file))
      .map(
        (probe): Problem => ({ file: probe.file, message: `nothing objects when ${probe.name}` }),
      );
    const refused = legalProbes
      .filter((probe) => said.includes(probe.file))
      .map(
        (probe): Problem => ({
          file: probe.file,
          message: `a tool objects although ${probe.name}`,
        }),
      );
    return [...unnoticed, ...refused];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};
