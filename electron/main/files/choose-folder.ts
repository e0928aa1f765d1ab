import type { BrowserWindow, Dialog } from "electron";
import { type Lang, translate } from "#shared/i18n";

/** Asks the person for a folder in a window of the system; nothing when they gave up. */
export async function chooseFolder(
  dialog: Pick<Dialog, "showOpenDialog">,
  window: BrowserWindow,
  lang: Lang,
): Promise<string | undefined> {
  const chosen = await dialog.showOpenDialog(window, {
    title: translate(lang, "dialog.folder.title"),
    properties: ["openDirectory", "createDirectory"],
  });
  return chosen.canceled ? undefined : chosen.filePaths[0];
}
