import { join } from "node:path";
import {
  type FileFacts,
  type FileSystem,
  type OpenFile,
  readSpan,
  renamePatiently,
  sameFile,
  stageFile,
} from "#node/files";
import { type AppError, appError } from "#shared/kernel";
import { segmentName } from "./segments.ts";

/** What became of a segment's file between two appends. */
export type PlaceState =
  | { readonly kind: "own" }
  /** Another file, or none, has the name; ours is still open and whole. */
  | { readonly kind: "replaced" }
  /** Somebody wrote behind our last line. */
  | { readonly kind: "longer"; readonly bytes: number }
  /** Lines of ours are gone from the file itself. */
  | { readonly kind: "cut"; readonly size: number };

/** Looks whether the open segment is still the file under its name, and as long as it was left. */
export async function inspectPlace(
  fs: FileSystem,
  path: string,
  file: OpenFile,
  size: number,
  known: FileFacts | undefined,
): Promise<PlaceState> {
  const here = await fs.facts(path);
  // One look is enough as long as nobody did anything: the file under the name is the one that was opened.
  if (here && known && sameFile(here, known) && here.size === size) return { kind: "own" };
  const own = await file.facts();
  if (own.size < size) return { kind: "cut", size: own.size };
  if (!here || !sameFile(here, own)) return { kind: "replaced" };
  return own.size > size ? { kind: "longer", bytes: own.size - size } : { kind: "own" };
}

/** Where a segment lies and where what is not ours is put. */
export type SegmentPlace = {
  readonly fs: FileSystem;
  readonly dir: string;
  readonly aside: string;
  readonly segment: number;
};

/**
 * Puts the segment back under its name from the file that is still open; a foreign file that had taken the name is kept
 * aside. Returns the file to go on with.
 */
export async function bringBack(
  { fs, dir, aside, segment }: SegmentPlace,
  file: OpenFile,
  size: number,
  token: string,
): Promise<{ readonly file: OpenFile; readonly problem: AppError }> {
  const name = segmentName(segment);
  const path = join(dir, name);
  const bytes = await readSpan(file, 0, size);
  await fs.mkdir(dir);
  const temp = join(dir, `.${token}-${size}.tmp`);
  await fs.unlink(temp).catch(() => undefined);
  await stageFile(fs, temp, bytes);
  const kept = `journal-${segment}-${size}.replaced`;
  if (await fs.facts(path)) {
    await fs.mkdir(aside);
    await fs.rename(path, join(aside, kept));
    await fs.syncFolder(aside);
  }
  await renamePatiently(fs, temp, path);
  await fs.syncFolder(dir);
  await file.close().catch(() => undefined);
  const fresh = await fs.open(path, "r+");
  return { file: fresh, problem: appError("journal.brought-back", { file: name, kept }) };
}
