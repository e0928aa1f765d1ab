import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import type { BrowserWindow, Dialog } from "electron";
import { type Lang, translate } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";

/** A file that the desk offered: its name and its bytes, read only once a place was chosen. */
interface Offered {
  readonly fileName: string;
  readonly bytes: () => Promise<Result<Uint8Array>>;
}

const REMEMBERED = 50;

/** Where files were written in this session, under names that say nothing: the page may ask to be shown one. */
export class SavedFiles {
  readonly #places = new Map<string, string>();

  remember(path: string): string {
    const name = `sav_${randomBytes(12).toString("hex")}`;
    this.#places.set(name, path);
    for (const oldest of this.#places.keys()) {
      if (this.#places.size <= REMEMBERED) break;
      this.#places.delete(oldest);
    }
    return name;
  }

  place(name: string): string | undefined {
    return this.#places.get(name);
  }
}

/**
 * Asks the person where to and writes there. The page learns the chosen file's name, never its folder.
 */
export async function saveFile(
  dialog: Pick<Dialog, "showSaveDialog">,
  window: BrowserWindow,
  lang: Lang,
  file: Offered,
  remembered: SavedFiles,
): Promise<Result<{ saved: boolean; name?: string; place?: string }>> {
  const chosen = await dialog.showSaveDialog(window, {
    title: translate(lang, "dialog.save.title"),
    defaultPath: file.fileName,
    properties: ["showOverwriteConfirmation", "createDirectory"],
  });
  if (chosen.canceled || chosen.filePath === "") return ok({ saved: false });
  const bytes = await file.bytes();
  if (!bytes.ok) return bytes;
  const name = basename(chosen.filePath);
  try {
    await writeFile(chosen.filePath, bytes.value);
    return ok({ saved: true, name, place: remembered.remember(chosen.filePath) });
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    return err(appError("file-not-written", { name, reason }));
  }
}
