import { EventEmitter } from "node:events";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hostState, note, openBrowser, switchValue } from "./host-state.ts";

/** An event whose default a listener may prevent. */
export function preventable<T extends object>(
  more: T,
): T & { preventDefault(): void; prevented: boolean } {
  const event = {
    ...more,
    prevented: false,
    preventDefault() {
      event.prevented = true;
    },
  };
  return event;
}

/** The application itself: paths, readiness, quitting. */
export class App extends EventEmitter {
  readonly isPackaged = switchValue("packaged") === "yes";
  readonly name = "h200-desk";
  readonly commandLine = {
    appendSwitch: (name: string, value = "") => note("appendSwitch", name, value),
  };
  #ready: Promise<void> | undefined;
  #quitting = false;

  whenReady(): Promise<void> {
    this.#ready ??= openBrowser(join(this.getPath("userData"), "profile")).then(() => {
      note("ready");
      this.emit("ready");
    });
    return this.#ready;
  }
  isReady(): boolean {
    return hostState.context !== undefined;
  }
  getPath(name: string): string {
    const base = switchValue("user-data-dir") ?? join(tmpdir(), `desk-host-${process.pid}`);
    const folder = name === "userData" ? base : join(base, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }
  getAppPath(): string {
    return process.cwd();
  }
  getVersion(): string {
    return "0.1.0";
  }
  getName(): string {
    return this.name;
  }
  getLocale(): string {
    return switchValue("lang") ?? "zh-CN";
  }
  requestSingleInstanceLock(): boolean {
    return switchValue("second-instance") !== "yes";
  }
  enableSandbox(): void {
    note("enableSandbox");
  }
  setAppUserModelId(): void {
    // Windows only.
  }
  setAboutPanelOptions(options: unknown): void {
    note("about", options);
  }
  showAboutPanel(): void {
    note("showAboutPanel");
  }
  quit(): void {
    const event = preventable({});
    this.emit("before-quit", event);
    if (event.prevented || this.#quitting) return;
    this.#quitting = true;
    void this.#end(0);
  }
  exit(code = 0): void {
    void this.#end(code);
  }
  async #end(code: number): Promise<void> {
    this.emit("will-quit", preventable({}));
    this.emit("quit", {}, code);
    await hostState.context?.close().catch(() => undefined);
    process.exit(code);
  }
}

export const app = new App();
