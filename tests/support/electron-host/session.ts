import { EventEmitter } from "node:events";
import { hostState, note } from "./host-state.ts";

type BeforeRequest = (
  details: { url: string; method: string },
  callback: (answer: { cancel?: boolean }) => void,
) => void;

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) => note("registerSchemesAsPrivileged", schemes),
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    hostState.schemes.set(scheme, handler);
  },
  isProtocolHandled: (scheme: string) => hostState.schemes.has(scheme),
};

/** What the program sets on its session, and what it refuses. */
export class Session extends EventEmitter {
  readonly protocol = protocol;
  #beforeRequest: BeforeRequest | undefined;
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => {
      this.#beforeRequest = listener;
    },
  };
  /** Whether the program refuses a request; one that it never asked to see goes through. */
  refuses(url: string, method: string): boolean {
    let cancelled = false;
    this.#beforeRequest?.({ url, method }, ({ cancel }) => {
      cancelled = cancel === true;
    });
    return cancelled;
  }
  setPermissionRequestHandler(handler: unknown): void {
    note("setPermissionRequestHandler", typeof handler);
  }
  setPermissionCheckHandler(handler: unknown): void {
    note("setPermissionCheckHandler", typeof handler);
  }
  setDevicePermissionHandler(handler: unknown): void {
    note("setDevicePermissionHandler", typeof handler);
  }
  setDisplayMediaRequestHandler(handler: unknown): void {
    note("setDisplayMediaRequestHandler", typeof handler);
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    note("setSpellCheckerEnabled", enabled);
  }
}

export const session = { defaultSession: new Session() };
