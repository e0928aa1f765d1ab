import type { BrowserWindow, Dialog } from "electron";
import { type Lang, translate } from "#shared/i18n";

const mostReloads = 3;

/**
 * Brings the page back after a crash and asks when it hangs. What the person typed is in the workspace, because the page
 * saves as it goes; so a reload loses nothing before the last save.
 */
export function recoverPage(
  window: BrowserWindow,
  dialog: Pick<Dialog, "showMessageBox">,
  lang: () => Lang,
  onEvent: (what: string) => void,
): void {
  let reloads = 0;
  window.webContents.on("render-process-gone", (_event, details) => {
    onEvent(`page-${details.reason}`);
    if (details.reason === "clean-exit" || window.isDestroyed() || reloads >= mostReloads) return;
    reloads += 1;
    window.webContents.reload();
    void dialog.showMessageBox(window, {
      type: "info",
      title: translate(lang(), "dialog.crash.title"),
      message: translate(lang(), "dialog.crash.text"),
    });
  });
  let asking = false;
  window.on("unresponsive", () => {
    if (asking) return;
    asking = true;
    onEvent("page-unresponsive");
    const choice = dialog.showMessageBox(window, {
      type: "warning",
      title: translate(lang(), "dialog.hang.title"),
      message: translate(lang(), "dialog.hang.text"),
      buttons: [translate(lang(), "dialog.hang.wait"), translate(lang(), "dialog.hang.reload")],
      defaultId: 0,
      cancelId: 0,
    });
    choice
      .then(({ response }) => {
        if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
      })
      .finally(() => {
        asking = false;
      })
      .catch(() => undefined);
  });
}
