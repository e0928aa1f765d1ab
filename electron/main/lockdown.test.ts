import { EventEmitter } from "node:events";
import type { App, Session, WebContents } from "electron";
import { expect, test } from "vitest";
import { lockEveryPage, lockSession } from "./lockdown.ts";

type Handler = (...args: unknown[]) => unknown;

/** A session that remembers what was set on it. */
function session() {
  const set = new Map<string, Handler>();
  const remember = (name: string) => (handler: Handler) => void set.set(name, handler);
  const events = new EventEmitter();
  const made = Object.assign(events, {
    webRequest: { onBeforeRequest: remember("request") },
    setPermissionRequestHandler: remember("permission"),
    setPermissionCheckHandler: remember("check"),
    setDevicePermissionHandler: remember("device"),
    setDisplayMediaRequestHandler: remember("capture"),
    setSpellCheckerEnabled: (enabled: boolean) => void set.set("spelling", () => enabled),
  });
  const refused: string[] = [];
  lockSession(made as unknown as Session, (what) => refused.push(what));
  return { set, events, refused };
}

function contents() {
  const app = new EventEmitter();
  const page = Object.assign(new EventEmitter(), {
    opens: (() => ({ action: "allow" })) as Handler,
    webRtc: "default",
    setWebRTCIPHandlingPolicy(policy: string) {
      page.webRtc = policy;
    },
    setWindowOpenHandler(handler: Handler) {
      page.opens = handler;
    },
  });
  const refused: string[] = [];
  lockEveryPage(app as unknown as App, (what) => refused.push(what));
  app.emit("web-contents-created", {}, page as unknown as WebContents);
  const isStopped = (name: string, more: object = {}) => {
    let stopped = false;
    page.emit(name, { ...more, preventDefault: () => (stopped = true) });
    return stopped;
  };
  return { page, refused, isStopped };
}

test.each([
  ["app://desk/index.html", false],
  ["app://desk/assets/a.js", false],
  ["blob:app://desk/1", false],
  ["data:image/png;base64,AA", false],
  ["app://other/index.html", true],
  ["https://example.com/", true],
  ["http://127.0.0.1:8080/", true],
  ["ws://example.com/", true],
  ["file:///etc/passwd", true],
  ["chrome://settings", true],
  ["devtools://devtools/bundled/x.html", true],
  ["not an address", true],
])("a request for %j: refused %j", (url, isRefused) => {
  const { set, refused } = session();
  let answer: unknown;
  set.get("request")?.({ url }, (given: unknown) => {
    answer = given;
  });
  expect(answer).toEqual({ cancel: isRefused });
  expect(refused).toEqual(isRefused ? ["request"] : []);
});

test("no permission is given, asked for or looked up, to nobody", () => {
  const { set, refused } = session();
  for (const permission of [
    "media",
    "geolocation",
    "notifications",
    "clipboard-read",
    "openExternal",
    "hid",
  ]) {
    let given: unknown;
    set.get("permission")?.({}, permission, (answer: unknown) => {
      given = answer;
    });
    expect(given).toBe(false);
    expect(set.get("check")?.({}, permission)).toBe(false);
  }
  expect(set.get("device")?.({})).toBe(false);
  expect(refused).toHaveLength(6);
});

test("the screen cannot be captured and nothing is downloaded", () => {
  const { set, events, refused } = session();
  let streams: unknown;
  set.get("capture")?.({}, (given: unknown) => {
    streams = given;
  });
  expect(streams).toEqual({});
  let stopped = false;
  events.emit("will-download", { preventDefault: () => (stopped = true) });
  expect(stopped).toBe(true);
  expect(refused).toEqual(["capture", "download"]);
});

test("spell-check, which would fetch dictionaries, is off", () => {
  expect(session().set.get("spelling")?.()).toBe(false);
});

test("no page is led away, redirected, framed or given a page within it, and none opens a window", () => {
  const { page, refused, isStopped } = contents();
  expect(isStopped("will-navigate", { url: "https://example.com/" })).toBe(true);
  expect(isStopped("will-navigate", { url: "app://desk.example/" })).toBe(true);
  expect(isStopped("will-redirect", { url: "app://desk/index.html" })).toBe(true);
  expect(isStopped("will-frame-navigate", { url: "app://desk/", isMainFrame: false })).toBe(true);
  expect(isStopped("will-attach-webview")).toBe(true);
  expect(page.opens({ url: "app://desk/" })).toEqual({ action: "deny" });
  expect(refused).toEqual([
    "navigation",
    "navigation",
    "navigation",
    "navigation",
    "navigation",
    "window",
  ]);
});

test("a reload of the own page is let through", () => {
  expect(contents().isStopped("will-navigate", { url: "app://desk/index.html#/orders" })).toBe(
    false,
  );
});

test("a page finds no way out for calls between browsers", () => {
  expect(contents().page.webRtc).toBe("disable_non_proxied_udp");
});
