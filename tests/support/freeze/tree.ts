import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** A folder as one value: its files by path, as text where they are text, else as base64. */
export type Tree = Readonly<Record<string, string | { readonly base64: string }>>;

/** What a workspace makes anew by itself, and packets, which are large and have fixtures of their own. */
const left = /^(?:backups|cache|lock|thumbnails)\/|^packets\/.*\.zip$/;

/** Reads a closed workspace into one value. */
export function readTree(folder: string): Tree {
  const paths = globSync("**", { cwd: folder }).toSorted();
  return Object.fromEntries(
    paths
      .filter((path) => !left.test(path) && statSync(join(folder, path)).isFile())
      .map((path) => {
        const bytes = readFileSync(join(folder, path));
        const text = bytes.toString("utf8");
        const same = Buffer.from(text, "utf8").equals(bytes);
        return [path, same ? text : { base64: bytes.toString("base64") }];
      }),
  );
}

/** Writes such a value out as the folder that it was. */
export function writeTree(folder: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    const place = resolve(folder, path);
    if (!place.startsWith(`${resolve(folder)}/`)) throw new Error(`${path} leads out.`);
    mkdirSync(dirname(place), { recursive: true });
    const bytes = typeof content === "string" ? content : Buffer.from(content.base64, "base64");
    writeFileSync(place, bytes);
  }
}
