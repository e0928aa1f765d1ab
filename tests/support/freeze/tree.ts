import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** A folder as one value: its files by path, as text where they are text, else as base64. */
export type Tree = Readonly<Record<string, string | { readonly base64: string }>>;

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
