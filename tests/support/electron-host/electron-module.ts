import { EventEmitter } from "node:events";
import { nextAnswer, note, switchValue } from "./host-state.ts";

// Stands where the program imports "electron": its windows are pages of a real Chromium, its process is this one.
export { app } from "./app.ts";
export { ipcMain } from "./ipc-main.ts";
export { protocol, session } from "./session.ts";
export { utilityProcess } from "./utility-process.ts";
export { BrowserWindow } from "./windows.ts";

const asked =
  (method: string) =>
  (...args: unknown[]) =>
    Promise.resolve(
      nextAnswer(
        method,
        args.filter((argument) => !(argument instanceof EventEmitter)),
      ),
    );

export const dialog = {
  showSaveDialog: asked("showSaveDialog"),
  showOpenDialog: asked("showOpenDialog"),
  showMessageBox: asked("showMessageBox"),
  showErrorBox: (title: string, content: string) => note("showErrorBox", title, content),
};

/** The system's file manager: what it was asked to show is noted. */
export const shell = {
  showItemInFolder: (path: string) => note("showItemInFolder", path),
};

interface MenuItem {
  readonly label?: string;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
}

/** The menu that the program set last, for the test to press. */
export const currentMenu: { template: readonly MenuItem[] } = { template: [] };

export const Menu = {
  buildFromTemplate: (template: readonly MenuItem[]) => template,
  setApplicationMenu: (template: readonly MenuItem[] | null) => {
    currentMenu.template = template ?? [];
  },
};

export const nativeTheme = Object.assign(new EventEmitter(), {
  shouldUseDarkColors: false,
  themeSource: "system",
});
export const powerMonitor = new EventEmitter();

/** Stands for the system's key store: it gives back only what this user's session put in. */
export const safeStorage = {
  isEncryptionAvailable: () => switchValue("key-store") === "yes",
  getSelectedStorageBackend: () => "gnome_libsecret",
  encryptString: (text: string) => Buffer.from(`kept-for-this-user:${text}`).reverse(),
  decryptString: (bytes: Buffer) => {
    const text = Buffer.from(bytes).reverse().toString("utf8");
    if (!text.startsWith("kept-for-this-user:")) throw new Error("not this user's");
    return text.slice("kept-for-this-user:".length);
  },
};
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};
