import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { COMPILER_FILE, FONT_FILES } from "#node/pdf";
import { licenceBook, shippedComponents } from "./components.ts";
import { billOfMaterials } from "./sbom.ts";
import type { UpdateKey } from "./update-keys.ts";

/** Code and data that the program reads at run time, by their place in the project and in the package alike. */
const trees = [
  "dist/electron",
  "dist/renderer",
  "shared/packs",
  "electron/node/pdf/templates",
  "electron/node/pdf/templates-3",
];

/** What a tree holds that the running program never reads. */
const leftOut = /(\.(test|spec)\.ts|\.map|manifest\.json|\/cases(\/.*)?|\/dossiers(\/.*)?)$/;

/** What was staged, and how large it is. */
export interface Staged {
  readonly folder: string;
  readonly bytes: number;
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, filter: (path) => !leftOut.test(path) || path === from });
}

function size(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0);
}

/**
 * Lays out the application as it is packed: the bundles, the page, the rule packs, the typesetter's files, licences and
 * bill of materials. The loopback host and the command line are not among them.
 */
export function stageApplication(
  root: string,
  folder: string,
  keys: readonly UpdateKey[] = [],
): Staged {
  rmSync(folder, { recursive: true, force: true });
  for (const tree of trees) {
    if (existsSync(join(root, tree))) copy(join(root, tree), join(folder, tree));
  }
  for (const file of [COMPILER_FILE, ...FONT_FILES]) {
    copy(join(root, "node_modules", file), join(folder, "assets", file));
  }
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { name, productName, version, description, license, author, main } = manifest;
  const own = { name, productName, version, description, license, author, main, type: "module" };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(own, null, 2)}\n`);
  const components = shippedComponents(root);
  writeFileSync(join(folder, "licences.txt"), licenceBook(components));
  const subject = { name, version, description, licence: license };
  writeFileSync(join(folder, "sbom.cdx.json"), billOfMaterials(subject, components));
  writeFileSync(join(folder, "update-keys.json"), `${JSON.stringify(keys, null, 2)}\n`);
  return { folder, bytes: size(folder) };
}
