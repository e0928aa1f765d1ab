import { dirname, join } from "node:path";
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from "electron";
import { createWorkspaceSession, type Desk, type ProgramPort } from "#desk";
import {
  createLog,
  defaultWorkspace,
  type Managed,
  managedPlace,
  readManaged,
  readPageFiles,
} from "#node/host";
import { TASK_MEMORY_FLAGS } from "#node/tasks";
import { errorText, type Lang, translate } from "#shared/i18n";
import { createRouter, type Router } from "#shared/ipc";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { serveApp } from "./app-protocol.ts";
import type { StartOptions } from "./arguments.ts";
import { chooseFolder } from "./files/choose-folder.ts";
import { EarlyFiles } from "./files/early-files.ts";
import { type FileCommand, openFile } from "./files/open-files.ts";
import { SavedFiles, saveFile } from "./files/save-file.ts";
import { serveIpc } from "./ipc.ts";
import { systemKeyStore } from "./key-store.ts";
import { lockEveryPage, lockSession } from "./lockdown.ts";
import { programPort } from "./program.ts";
import { recoverPage } from "./recovery.ts";
import { utilityWorker } from "./utility-process.ts";
import { menuTemplate } from "./window/menu.ts";
import { openWindow } from "./window/window.ts";

/** The folder above dist: in development the project, in the package the archive. */
const root = join(import.meta.dirname, "..", "..");

/** Puts a file that the system handed over where the page can name it. */
function grantUpload(desk: Desk, fileName: string, bytes: Uint8Array): Result<string> {
  const begun = desk.grants.begin(fileName, bytes.length);
  if (!begun.ok) return begun;
  const { grant } = begun.value;
  const filled = desk.grants.append(grant, bytes);
  const finished = filled.ok ? desk.grants.finish(grant) : filled;
  return finished.ok ? ok(grant) : finished;
}

/** The running desktop host: one desk, one window. */
export class Desktop {
  readonly #saved = new SavedFiles();
  readonly #logFile = join(app.getPath("logs"), "desk.log");
  readonly #log = createLog(this.#logFile, () => new Date().toISOString());
  readonly #refused = new Map<string, number>();
  /** Folders in which update files were opened since the start. */
  readonly #updateFolders = new Set<string>();
  #lang: Lang;
  #window: BrowserWindow | undefined;
  #desk: Desk | undefined;
  /** Files that the system handed over, also before there is a window: opened as soon as its page is there. */
  readonly files = new EarlyFiles((paths) => this.#openNow(paths));
  #isClosing = false;

  constructor(options: StartOptions) {
    this.#lang = options.lang ?? (app.getLocale().startsWith("zh") ? "zh" : "en");
    lockEveryPage(app, this.#onRefused);
  }

  readonly #onRefused = (what: string): void => {
    this.#refused.set(what, (this.#refused.get(what) ?? 0) + 1);
    this.#log.event(`refused-${what}`);
  };

  /**
   * Opens window and workspace; a workspace that needs a person (locked, held, gone) is dealt with in the window. Resolves
   * with false when the firm's rules cannot be read and the person was told.
   */
  async start(options: StartOptions): Promise<boolean> {
    lockSession(session.defaultSession, this.#onRefused);
    serveApp(protocol, await readPageFiles(join(root, "dist", "renderer")));
    const place = app.isPackaged ? undefined : options.managed;
    const managed = await readManaged(place ?? managedPlace(process.platform));
    if (!managed.ok) return this.#refuse(managed.error);
    const desk = createWorkspaceSession({
      host: {
        kind: "electron",
        platform: process.platform,
        saveFile: async (file) =>
          this.#window === undefined
            ? { ok: true, value: { saved: false } }
            : await saveFile(dialog, this.#window, this.#lang, file, this.#saved),
        showFile: (saved) => {
          const path = this.#saved.place(saved);
          if (path === undefined) return err(appError("grant-unknown"));
          shell.showItemInFolder(path);
          return ok(undefined);
        },
        program: await this.#program(managed.value),
        chooseFolder: async () =>
          this.#window === undefined
            ? undefined
            : await chooseFolder(dialog, this.#window, this.#lang),
      },
      version: app.getVersion(),
      workspace: managed.value?.workspace ?? options.workspace ?? defaultWorkspace(),
      explicit: options.workspace !== undefined,
      memory: join(app.getPath("userData"), "recent.json"),
      ...systemKeyStore(safeStorage, process.platform),
      root,
      tasks: utilityWorker(utilityProcess, join(import.meta.dirname, "task-worker.mjs"), {
        serviceName: "Tasks",
        flags: TASK_MEMORY_FLAGS,
      }),
      setter: utilityWorker(utilityProcess, join(import.meta.dirname, "typeset-worker.mjs"), {
        serviceName: "Typesetter",
      }),
      tenantWorker: join(import.meta.dirname, "tenant-worker.mjs"),
      onFault: (fault, where) => this.#log.fault(fault, where),
    });
    this.#desk = desk;
    // The window is made while the workspace opens; what the page asks meanwhile waits for it.
    const begun = desk.begin();
    const answer = createRouter(desk.group, (fault, where) => this.#log.fault(fault, where));
    const route: Router = async (group, name, input) => {
      await begun;
      return await answer(group, name, input);
    };
    serveIpc(
      ipcMain,
      this.#watching(route),
      (contents) => contents === this.#window?.webContents,
      this.#onRefused,
    );
    this.#setMenu();
    this.show();
    this.files.take(options.files);
    this.#window?.webContents.once("did-finish-load", () => this.files.ready());
    // What keeps the workspace closed is said in the window, with the ways in.
    const opened = await begun;
    if (!opened.ok) this.#log.event(`closed-${opened.error.code}`);
    await this.#takeUpSettings(route, options.lang);
    for (const event of ["suspend", "lock-screen"] as const)
      powerMonitor.on(event as "suspend", () => {
        this.#log.event(event);
        desk.lockUnattended().catch((fault: unknown) => this.#log.fault(fault, event));
      });
    powerMonitor.on("shutdown", () => app.quit());
    return true;
  }

  #refuse(error: AppError): false {
    const title = translate(this.#lang, "dialog.open.failed");
    dialog.showErrorBox(title, errorText(this.#lang, error));
    return false;
  }

  async #program(managed: Managed | undefined): Promise<ProgramPort> {
    return await programPort({
      version: app.getVersion(),
      versions: process.versions,
      root,
      userData: app.getPath("userData"),
      log: this.#logFile,
      refused: this.#refused,
      managed,
      updateFolders: this.#updateFolders,
      dialog,
      window: () => this.#window,
      lang: () => this.#lang,
    });
  }

  /** Brings the window to the front, or opens it again where the last one was closed. */
  show(): void {
    // A second start, or a click in the dock, before this one has begun.
    if (this.#desk === undefined) return;
    if (this.#window !== undefined) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.focus();
      return;
    }
    const window = openWindow(
      join(import.meta.dirname, "preload.cjs"),
      translate(this.#lang, "app.name"),
    );
    // Windows ends the session of the person: what is open is flushed first.
    window.on("session-end", () => app.quit());
    window.on("closed", () => {
      this.#window = undefined;
    });
    recoverPage(
      window,
      dialog,
      () => this.#lang,
      (what) => this.#log.event(what),
    );
    this.#window = window;
  }

  /** One file after another; a failure is told in a dialog. */
  #openNow(paths: readonly string[]): void {
    const desk = this.#desk;
    if (desk === undefined) return;
    const grantFor = (fileName: string, bytes: Uint8Array) => grantUpload(desk, fileName, bytes);
    const noteUpdate = (path: string) => void this.#updateFolders.add(dirname(path));
    const openAll = async () => {
      for (const path of paths) {
        const command = await openFile({ grantFor, noteUpdate }, path);
        if (command.ok) this.#send(command.value);
        else
          dialog.showErrorBox(
            translate(this.#lang, "app.name"),
            errorText(this.#lang, command.error),
          );
      }
    };
    openAll().catch((fault: unknown) => this.#log.fault(fault, "open-file"));
  }

  /** Asks for files as the system does when one is double-clicked, and opens what was chosen. */
  readonly #choose = (): void => {
    const window = this.#window;
    if (window === undefined) return;
    const extensions = ["h200order", "h200packet", "h200pack", "h200update", "json"];
    const filters = [{ name: translate(this.#lang, "dialog.open.kinds"), extensions }];
    const title = translate(this.#lang, "menu.file.open");
    dialog
      .showOpenDialog(window, { title, filters, properties: ["openFile", "multiSelections"] })
      .then(({ canceled, filePaths }) => {
        if (!canceled) this.files.take(filePaths);
      })
      .catch((fault: unknown) => this.#log.fault(fault, "choose-file"));
  };

  readonly #send = (command: FileCommand): void => {
    this.#window?.webContents.send("desk:command", command);
  };

  /** Flushes and releases the workspace; safe to call more than once. */
  async close(): Promise<void> {
    if (this.#isClosing) return;
    this.#isClosing = true;
    await this.#desk?.dispose();
  }

  /** The router, watched for changes of the settings that the menu and the window depend on. */
  #watching(route: Router): Router {
    return async (group, name, input) => {
      const reply = await route(group, name, input);
      const changes = `${group}.${name}`;
      if (reply.ok && (changes === "settings.save" || changes === "start.open"))
        await this.#takeUpSettings(route, undefined);
      return reply;
    };
  }

  async #takeUpSettings(route: Router, asked: Lang | undefined): Promise<void> {
    const reply = await route("settings", "get", {});
    if (reply.ok) {
      const { language, theme } = reply.value as {
        language: Lang;
        theme: "system" | "light" | "dark";
      };
      this.#lang = asked ?? language;
      nativeTheme.themeSource = theme;
    }
    this.#setMenu();
  }

  #setMenu(): void {
    const template = menuTemplate({
      lang: this.#lang,
      isMac: process.platform === "darwin",
      isDevelopment: !app.isPackaged,
      send: this.#send,
      openFile: this.#choose,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}
