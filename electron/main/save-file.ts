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

/**
 * Asks the person where to and writes there. The page learns the chosen file's name, never its folder.
 */
export async function saveFile(
  dialog: Pick<Dialog, "showSaveDialog">,
  window: BrowserWindow,
  lang: Lang,
  file: Offered,
): Promise<Result<{ saved: boolean; name?: string }>> {
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
    return ok({ saved: true, name });
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    return err(appError("file-not-written", { name, reason }));
  }
}
