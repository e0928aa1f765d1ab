import type { App, Session, WebContents } from "electron";
import { isOwnAddress } from "./app-origin.ts";

/** Called for everything that was refused, by kind, so that it can be counted. */
export type OnRefused = (what: string) => void;

/** Schemes that stay inside the page: pictures it made itself and the page's own files. */
const inside = ["app:", "blob:", "data:"];

function isInside(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === "app:" ? isOwnAddress(address) : inside.includes(protocol);
}

/** Refuses every request that leaves the page, every permission, device, capture and download. */
export function lockSession(session: Session, onRefused: OnRefused): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    const cancel = !isInside(details.url);
    if (cancel) onRefused("request");
    callback({ cancel });
  });
  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    onRefused("permission");
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => {
    onRefused("capture");
    callback({});
  });
  session.on("will-download", (event) => {
    onRefused("download");
    event.preventDefault();
  });
  session.setSpellCheckerEnabled(false);
}

function lockContents(contents: WebContents, onRefused: OnRefused): void {
  const stay = (event: { preventDefault(): void }) => {
    onRefused("navigation");
    event.preventDefault();
  };
  contents.on("will-navigate", (event) => {
    if (!isOwnAddress(event.url)) stay(event);
  });
  contents.on("will-redirect", stay);
  contents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame) stay(event);
  });
  contents.on("will-attach-webview", stay);
  // Requests are refused above, but calls between browsers take another way.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  contents.setWindowOpenHandler(() => {
    onRefused("window");
    return { action: "deny" };
  });
}

/** Locks every page the app will ever have, also those that nobody meant to open. */
export function lockEveryPage(app: App, onRefused: OnRefused): void {
  app.on("web-contents-created", (_event, contents) => lockContents(contents, onRefused));
}
