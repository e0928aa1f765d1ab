import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { z } from "zod";
import type { Check, Problem } from "./source-files.ts";

const itemSchema = z.object({ name: z.string(), line: z.number().optional() });
const reportSchema = z.object({
  issues: z.array(z.object({ file: z.string() }).catchall(z.unknown())),
});

/** knip's words for what it finds, as this project says them. */
const kinds: Readonly<Record<string, string>> = {
  files: "nothing uses this file",
  dependencies: "no code uses this dependency",
  devDependencies: "no code uses this dependency",
  optionalPeerDependencies: "no code uses this dependency",
  unlisted: "package.json does not list this dependency",
  binaries: "package.json does not list this program",
  unresolved: "this import leads nowhere",
  exports: "no other file names this export",
  types: "no other file names this type",
  enumMembers: "nothing uses this member",
  namespaceMembers: "nothing uses this member",
  duplicates: "the same thing is exported twice",
};

/** What one run of knip found, as problems of this project's checks. */
export function problemsOf(report: unknown): readonly Problem[] {
  return reportSchema.parse(report).issues.flatMap(({ file, ...found }) =>
    Object.entries(found).flatMap(([kind, list]) => {
      const items = z.array(itemSchema).safeParse(Array.isArray(list) ? list.flat() : []);
      return (items.data ?? []).map(
        ({ name, line }): Problem => ({
          file,
          ...(line === undefined ? {} : { line }),
          message: `${name}: ${kinds[kind] ?? kind}`,
        }),
      );
    }),
  );
}

/** Refuses files, exports and dependencies that nothing uses (knip, by `knip.json`). */
export const checkUnused: Check = (root) => {
  const program = join(root, "node_modules/knip/bin/knip.js");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [program, "--no-progress", "--no-config-hints", "--reporter", "json"],
    { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  try {
    return problemsOf(JSON.parse(stdout));
  } catch {
    return [{ file: "knip.json", message: `knip gave no report: ${stderr.trim().slice(0, 500)}` }];
  }
};
