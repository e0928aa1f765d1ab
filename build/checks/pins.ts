import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check, Problem } from "./source-files.ts";

interface LockEntry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}

const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const kinds = ["dependencies", "devDependencies", "optionalDependencies"] as const;

/** Packages whose install script is known and not needed: set-up installs with scripts off. */
function isLocked(
  packages: Readonly<Record<string, LockEntry>>,
  from: string,
  name: string,
): boolean {
  if (packages[`${from ? `${from}/` : ""}node_modules/${name}`]) return true;
  if (from === "") return false;
  const at = from.lastIndexOf("node_modules/");
  return isLocked(packages, at > 0 ? from.slice(0, at - 1) : "", name);
}

function holes(packages: Readonly<Record<string, LockEntry>>): Problem[] {
  return Object.entries(packages).flatMap(([at, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(packages, at, name))
      .map((name) => ({
        file: "package-lock.json",
        message: `${at || "the project"} lacks its optional ${name}: \`npm ci\` stops on such a lock`,
      })),
  );
}

/** Versions are exact, and the lock holds every optional part for every platform. */
export const checkPins: Check = (root) => {
  const read = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));
  const manifest: Record<string, Record<string, string>> = read("package.json");
  const loose = kinds.flatMap((kind) =>
    Object.entries(manifest[kind] ?? {})
      .filter(([, version]) => !exact.test(version))
      .map(([name, version]) => ({
        file: "package.json",
        message: `${name} is pinned loosely: ${version}`,
      })),
  );
  return [...loose, ...holes(read("package-lock.json").packages)];
};
