import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BagSource, Difference, ReadLimits } from "./bag-source.ts";

type Found = {
  readonly files: Map<string, number>;
  readonly emptyFolders: string[];
  readonly faults: Difference[];
  total: number;
};

async function addFile(
  root: string,
  path: string,
  found: Found,
  limits: ReadLimits,
): Promise<void> {
  const { size } = await stat(join(root, path));
  found.total += size;
  const crowded = found.files.size >= limits.files || found.total > limits.totalBytes;
  if (crowded || size > limits.fileBytes) found.faults.push({ kind: "too-large", path });
  else found.files.set(path, size);
}

async function walk(root: string, under: string, found: Found, limits: ReadLimits): Promise<void> {
  const entries = await readdir(join(root, under), { withFileTypes: true });
  if (entries.length === 0 && under !== "") found.emptyFolders.push(under);
  for (const entry of entries) {
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    // A link would make the bag depend on, or reveal, files outside it.
    if (entry.isDirectory()) await walk(root, path, found, limits);
    else if (entry.isFile()) await addFile(root, path, found, limits);
    else found.faults.push({ kind: "unsafe", path, reason: "link" });
  }
}

/** A bag in a folder. Links are reported and never followed. */
export async function openFolder(folder: string, limits: ReadLimits): Promise<BagSource> {
  const found: Found = { files: new Map(), emptyFolders: [], faults: [], total: 0 };
  await walk(folder, "", found, limits);
  return {
    container: "folder",
    folder: "",
    files: found.files,
    emptyFolders: found.emptyFolders,
    faults: found.faults,
    read: (path) => Promise.resolve(createReadStream(join(folder, path))),
    close: () => Promise.resolve(),
  };
}
