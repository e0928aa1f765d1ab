import { open, stat } from "node:fs/promises";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type BagSource, defaultLimits, type ReadLimits } from "./bag-source.ts";
import { type BagCheck, checkBag } from "./check-bag.ts";
import { openFolder } from "./folder-source.ts";
import { type BagFiles, openMemoryBag } from "./memory-source.ts";
import { openZipBag } from "./zip-source.ts";

/** Where a bag lies: the path of a folder or zip, the bytes of a zip, or the files of a folder. */
export type Place = string | Uint8Array | BagFiles;

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(4);
    await file.read(head, 0, 4, 0);
    return head.readUInt32BE(0) === 0x504b0304 || head.readUInt32BE(0) === 0x504b0506;
  } finally {
    await file.close();
  }
}

/** How messages call a place. */
export function nameOf(place: Place): string {
  if (typeof place === "string") return place;
  return place instanceof Uint8Array ? "zip" : "folder";
}

/** Opens a folder or a zip for reading; refuses anything else with one clear code. The caller closes it. */
export async function openBag(
  place: Place,
  limits: ReadLimits = defaultLimits,
): Promise<Result<BagSource>> {
  try {
    if (place instanceof Uint8Array) return ok(await openZipBag(place, limits));
    if (typeof place !== "string") return ok(openMemoryBag(place));
    const facts = await stat(place);
    if (facts.isDirectory()) return ok(await openFolder(place, limits));
    if (facts.isFile() && (await isZip(place))) return ok(await openZipBag(place, limits));
    return err(appError("packet-not-a-bag", { place }));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT") return err(appError("packet-not-found", { place: nameOf(place) }));
    return err(
      appError("packet-unreadable", {
        place: nameOf(place),
        problem: error instanceof Error ? error.message : "",
      }),
    );
  }
}

/** Reads any BagIt bag (0.93 to 1.0) in a folder or zip and says what is wrong with it. */
export async function readBag(
  place: Place,
  limits: ReadLimits = defaultLimits,
): Promise<Result<BagCheck>> {
  const source = await openBag(place, limits);
  if (!source.ok) return source;
  try {
    return ok(await checkBag(source.value, limits));
  } finally {
    await source.value.close();
  }
}
