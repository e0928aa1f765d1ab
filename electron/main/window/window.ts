import { join } from "node:path";
import { app, BrowserWindow, nativeTheme, screen } from "electron";
import { startAddress } from "../app-origin.ts";
import { readWindowState, saveWindowState } from "./window-state.ts";

/** Opens the desk's window, locked to its own page. It shows once there is something to see. */
export function openWindow(preload: string, title: string): BrowserWindow {
  const stateFile = join(app.getPath("userData"), "window.json");
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const state = readWindowState(stateFile, screens);
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title,
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#16181d" : "#ffffff",
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      enableWebSQL: false,
      safeDialogs: true,
    },
  });
  if (state.maximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () =>
    saveWindowState(stateFile, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    }),
  );
  // A window that is closed while it loads is no fault; one that cannot load shows nothing and is not shown.
  window.loadURL(startAddress).catch(() => undefined);
  return window;
}
