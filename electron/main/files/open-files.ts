import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import type { MenuCommand } from "../window/menu.ts";

/** A packet or a bundle that was handed over, for the page to verify or to look into. */
export type FileCommand =
  | MenuCommand
  | {
      readonly kind: "open-text";
      readonly as: "order" | "pack";
      readonly fileName: string;
      readonly text: string;
    }
  | { readonly kind: "open-bundle"; readonly grant: string; readonly fileName: string }
  | { readonly kind: "open-file"; readonly grant: string; readonly fileName: string };

/** What opening a file needs of the desk. */
export interface FileOpening {
  /** Looks at update files beside this one too from now on. */
  readonly noteUpdate: (path: string) => void;
  /** Puts bytes where the page can name them by a one-use grant. */
  readonly grantFor: (fileName: string, bytes: Uint8Array) => Result<string>;
}

const largest = {
  ".h200order": 1_000_000_000,
  ".h200packet": 1_000_000_000,
  ".h200pack": 60_000_000,
};

async function readLimited(path: string, limit: number): Promise<Result<Buffer, AppError>> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > limit)
      return err(appError("file-too-large", { name, megabytes: limit / 1_000_000 }));
    return ok(await readFile(path));
  } catch {
    return err(appError("file-unreadable", { fileName: name }));
  }
}

/** An order as text for the page to show; it is imported only when a person says so there. */
function showOrder(fileName: string, bytes: Buffer): Result<FileCommand> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return ok({ kind: "open-text", as: "order", fileName, text });
  } catch {
    return err(appError("file-not-text", { fileName }));
  }
}

/**
 * Opens a file that the system handed to the program: an order or a rule pack is given to the page to be
 * looked at before anything is taken in, a packet to be verified. The page learns a file's name, never its folder.
 */
export async function openFile(opening: FileOpening, path: string): Promise<Result<FileCommand>> {
  const ending = extname(path).toLowerCase();
  // A dossier that somebody exported is an order, whatever it is called.
  const kind = ending === ".json" ? ".h200order" : ending;
  const fileName = basename(path).slice(0, 200);
  if (kind === ".h200update") {
    opening.noteUpdate(path);
    return ok({ kind: "go", to: "about/updates" });
  }
  if (kind !== ".h200order" && kind !== ".h200packet" && kind !== ".h200pack")
    return err(appError("file-kind-unknown", { name: fileName }));
  const bytes = await readLimited(path, largest[kind]);
  if (!bytes.ok) return bytes;
  if (kind === ".h200pack")
    return ok({ kind: "open-text", as: "pack", fileName, text: bytes.value.toString("utf8") });
  // An order comes as a dossier, which is text, or with its evidence as an archive.
  const isArchive = bytes.value[0] === 0x50 && bytes.value[1] === 0x4b;
  if (kind === ".h200order" && !isArchive) return showOrder(fileName, bytes.value);
  const grant = opening.grantFor(fileName, bytes.value);
  const shown = kind === ".h200order" ? "open-bundle" : "open-file";
  return grant.ok ? ok({ kind: shown, grant: grant.value, fileName }) : grant;
}
