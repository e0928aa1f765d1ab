import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { CDPSession, Page, Route } from "playwright";
import { app, preventable } from "./app.ts";
import { createCodec } from "./codec.ts";
import { hostState, note, toBrowserAddress, toProgramAddress } from "./host-state.ts";
import { ipcMain } from "./ipc-main.ts";
import { pageWorld } from "./page-world.ts";
import { preloadWorld } from "./preload-world.ts";
import { session } from "./session.ts";

const codec = createCodec({
  toText: (bytes) => Buffer.from(bytes).toString("base64"),
  fromText: (text) => new Uint8Array(Buffer.from(text, "base64")),
});
const versions = { electron: "45.4.1", chrome: "156", node: process.versions.node };

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly title?: string;
  readonly webPreferences?: { readonly preload?: string };
}
interface Frame {
  readonly url: string;
  readonly origin: string;
  readonly parent: Frame | null;
}
type WindowOpenHandler = (details: { url: string }) => { action: "allow" | "deny" };
type FromPage =
  | {
      readonly t: "invoke";
      readonly id: number;
      readonly channel: string;
      readonly args: unknown[];
    }
  | { readonly t: "send"; readonly channel: string; readonly args: unknown[] };

/** The page of a window, as the program knows it. */
export class WebContents extends EventEmitter {
  static #count = 0;
  readonly id: number;
  readonly session = session.defaultSession;
  readonly #window: BrowserWindow;
  openHandler: WindowOpenHandler = () => ({ action: "allow" });

  constructor(window: BrowserWindow) {
    super();
    WebContents.#count += 1;
    this.id = WebContents.#count;
    this.#window = window;
  }
  get mainFrame(): Frame {
    return this.#window.frame();
  }
  getURL(): string {
    return this.#window.frame().url;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    note("setWebRTCIPHandlingPolicy", policy);
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler;
  }
  send(channel: string, ...args: unknown[]): void {
    this.#window.tellAll(codec.encode({ t: "event", channel, args }));
  }
  reload(): void {
    this.#window.reload();
  }
  forcefullyCrashRenderer(): void {
    note("forcefullyCrashRenderer");
    void this.#window.crash();
  }
  isDestroyed(): boolean {
    return this.#window.isDestroyed();
  }
}

/** A window of the program: a page of a real Chromium, with the preload in a world of its own. */
export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  static getAllWindows(): BrowserWindow[] {
    return BrowserWindow.all.filter((window) => !window.isDestroyed());
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.all.find((window) => window.webContents === contents) ?? null;
  }
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows()[0] ?? null;
  }

  readonly webContents: WebContents;
  readonly options: WindowOptions;
  readonly #started: Promise<void>;
  readonly #secret = `w${randomBytes(12).toString("hex")}`;
  readonly #worlds = new Set<number>();
  #page: Page | undefined;
  #cdp: CDPSession | undefined;
  #closed = false;
  #own = "";
  #crashedAt: string | undefined;

  constructor(options: WindowOptions = {}) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    note("window", options);
    this.webContents = new WebContents(this);
    app.emit("web-contents-created", {}, this.webContents);
    this.#started = this.#start();
    this.#started.catch((cause: unknown) => {
      process.stderr.write(`test host: ${String(cause)}\n`);
      process.exit(70);
    });
  }

  get page(): Page {
    if (this.#page === undefined) throw new Error("The window has no page yet.");
    return this.#page;
  }
  frame(): Frame {
    const url = toProgramAddress(this.page.url());
    const { protocol, host } = new URL(url);
    return { url, origin: `${protocol}//${host}`, parent: null };
  }

  async #start(): Promise<void> {
    const context = hostState.context;
    if (context === undefined) throw new Error("Cannot create BrowserWindow before app is ready");
    const page =
      context.pages().find((open) => open.url() === "about:blank") ?? (await context.newPage());
    this.#page = page;
    const { width = 800, height = 600 } = this.options;
    await page.setViewportSize({ width, height });
    this.#cdp = await context.newCDPSession(page);
    await this.#bridge(this.#cdp);
    await page.route("**/*", (route) => this.#answer(route));
    page.on("popup", (popup) => void this.#popup(popup));
    page.on("load", () => {
      this.webContents.emit("did-finish-load");
      this.emit("ready-to-show");
    });
    page.on("crash", () => this.webContents.emit("render-process-gone", {}, { reason: "crashed" }));
    page.on("close", () => this.#ended());
  }

  /** Joins the page's isolated world to this process, before any script of the page runs. */
  async #bridge(cdp: CDPSession): Promise<void> {
    const secret = this.#secret;
    const binding = `${secret}b`;
    cdp.on("Runtime.executionContextCreated", ({ context }) => {
      if (context.name === secret) this.#worlds.add(context.id);
    });
    cdp.on("Runtime.executionContextDestroyed", ({ executionContextId }) => {
      this.#worlds.delete(executionContextId);
    });
    cdp.on("Runtime.executionContextsCleared", () => this.#worlds.clear());
    cdp.on("Runtime.bindingCalled", ({ name, payload, executionContextId }) => {
      if (name === binding) void this.#fromPage(payload, executionContextId);
    });
    await cdp.send("Runtime.enable");
    await cdp.send("Page.enable");
    await cdp.send("Runtime.addBinding", { name: binding, executionContextName: secret });
    const preload = this.options.webPreferences?.preload;
    if (preload === undefined) return;
    const source = (code: string) => ({ source: code });
    await cdp.send(
      "Page.addScriptToEvaluateOnNewDocument",
      source(`(${pageWorld})(${JSON.stringify(secret)})`),
    );
    const setting = JSON.stringify({ secret, binding, versions });
    const script = `function (require, process) { const module = { exports: {} }; const exports = module.exports;
      (function () { ${readFileSync(preload, "utf8")}\n })(); }`;
    await cdp.send("Page.addScriptToEvaluateOnNewDocument", {
      ...source(
        `(${preloadWorld})(${setting}, ${createCodec}, ${script})\n//# sourceURL=${pathToFileURL(preload)}`,
      ),
      worldName: secret,
    });
  }

  async #fromPage(payload: string, world: number): Promise<void> {
    const message = codec.decode(payload) as FromPage;
    const event = { sender: this.webContents, senderFrame: this.frame(), frameId: 1, processId: 1 };
    if (message.t === "send") {
      ipcMain.emit(message.channel, event, ...message.args);
      return;
    }
    const { id, channel, args } = message;
    try {
      const v = await ipcMain.answer(channel, event, args);
      this.#tell(world, codec.encode({ t: "reply", id, ok: true, v }));
    } catch (cause) {
      const v = new Error(`Error invoking remote method '${channel}': ${String(cause)}`);
      this.#tell(world, codec.encode({ t: "reply", id, ok: false, v }));
    }
  }

  #tell(world: number, text: string): void {
    const expression = `fromHost(${JSON.stringify(text)})`;
    this.#cdp?.send("Runtime.evaluate", { contextId: world, expression }).catch(() => undefined);
  }
  tellAll(text: string): void {
    for (const world of this.#worlds) this.#tell(world, text);
  }

  /** Every request of the page: first the program's navigation and request rules, then its own scheme, then nothing. */
  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = toProgramAddress(request.url());
    const isMain = request.isNavigationRequest() && request.frame() === this.page.mainFrame();
    if (isMain && url !== this.#own) {
      const event = preventable({ url });
      this.webContents.emit("will-navigate", event, url);
      if (event.prevented) return await route.fulfill({ status: 204 });
    }
    if (session.defaultSession.refuses(url, request.method()))
      return await route.abort("blockedbyclient");
    const handler = hostState.schemes.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined) {
      note("left-the-page", url);
      return await route.abort("internetdisconnected");
    }
    const response = await handler(new Request(url, { method: request.method() }));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  async #popup(popup: Page): Promise<void> {
    const { action } = this.webContents.openHandler({ url: toProgramAddress(popup.url()) });
    note("popup", action);
    if (action === "deny") await popup.close();
  }

  #ended(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.emit("closed");
    if (BrowserWindow.getAllWindows().length === 0) app.emit("window-all-closed");
  }

  async loadURL(address: string): Promise<void> {
    await this.#started;
    this.#own = address;
    await this.page.goto(toBrowserAddress(address));
  }
  /** Ends the page as a crash does: no script of it runs any more, not even one that wants to save. */
  async crash(): Promise<void> {
    const address = this.page.url();
    await this.#cdp?.send("Emulation.setScriptExecutionDisabled", { value: true });
    await this.page.goto("about:blank");
    await this.#cdp?.send("Emulation.setScriptExecutionDisabled", { value: false });
    this.#crashedAt = address;
    this.webContents.emit("render-process-gone", {}, { reason: "crashed" });
  }
  reload(): void {
    const again = this.#crashedAt;
    this.#crashedAt = undefined;
    void (again === undefined ? this.page.reload() : this.page.goto(again));
  }
  close(): void {
    const event = preventable({});
    this.emit("close", event);
    if (!event.prevented) void this.page.close();
  }
  destroy(): void {
    void this.page.close();
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    const { width = 800, height = 600 } = this.options;
    return { x: 0, y: 0, width, height };
  }
  isDestroyed = (): boolean => this.#closed;
  isMaximized = (): boolean => false;
  isMinimized = (): boolean => false;
  maximize = (): void => note("maximize");
  restore = (): void => note("restore");
  show = (): void => note("show");
  focus = (): void => note("focus");
  setTitle = (title: string): void => note("title", title);
}
