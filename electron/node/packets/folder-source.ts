import { createReadStream } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BagSource, Difference, ReadLimits } from "./bag-source.ts";

type Found = {
  readonly files: Map<string, number>;
  readonly emptyFolders: string[];
  readonly faults: Difference[];
  total: number;
  seen: number;
};

async function addFile(
  root: string,
  path: string,
  found: Found,
  limits: ReadLimits,
): Promise<void> {
  const { size } = await stat(join(root, path));
  found.total += size;
  if (found.total > limits.totalBytes || size > limits.fileBytes)
    found.faults.push({ kind: "too-large", path });
  else found.files.set(path, size);
}

async function walk(root: string, under: string, found: Found, limits: ReadLimits): Promise<void> {
  // One by one: a folder with millions of entries is given up, not listed.
  const folder = await opendir(join(root, under));
  let isEmpty = true;
  for await (const entry of folder) {
    isEmpty = false;
    found.seen += 1;
    if (found.seen > limits.files) break;
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    // A link would make the bag depend on, or reveal, files outside it.
    if (entry.isDirectory()) await walk(root, path, found, limits);
    else if (entry.isFile()) await addFile(root, path, found, limits);
    else found.faults.push({ kind: "unsafe", path, reason: "link" });
  }
  if (isEmpty && under !== "") found.emptyFolders.push(under);
}

/** A bag in a folder. Links are reported and never followed. */
export async function openFolder(folder: string, limits: ReadLimits): Promise<BagSource> {
  const found: Found = { files: new Map(), emptyFolders: [], faults: [], total: 0, seen: 0 };
  await walk(folder, "", found, limits);
  if (found.seen > limits.files)
    found.faults.push({ kind: "too-large", path: "", reason: "too-much" });
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
