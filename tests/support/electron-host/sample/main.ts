import { join } from "node:path";
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from "electron";

// A small program for the host's own test: each of its parts is used once.
const page = `<!doctype html><title>sample</title><script>window.inline = true</script><script src="/page.js"></script>`;
const script = "window.early = typeof window.desk; window.loaded = (window.loaded ?? 0) + 1;";

protocol.registerSchemesAsPrivileged([
  { scheme: "app", privileges: { standard: true, secure: true } },
]);
ipcMain.handle("sum", (event, a: number, b: number) => {
  if (event.senderFrame === null || new URL(event.senderFrame.url).protocol !== "app:")
    throw new Error("foreign");
  return a + b;
});
ipcMain.handle("echo", (_event, value: unknown) => value);
ipcMain.handle("fail", () => {
  throw new RangeError("坏了");
});
ipcMain.handle("ask", async (event) => {
  const window = BrowserWindow.fromWebContents(event.sender);
  return window === null ? null : await dialog.showSaveDialog(window, { defaultPath: "报告.bin" });
});
ipcMain.handle("tick", (event) => {
  event.sender.send("tick", 1, new Date(0));
});

await app.whenReady();
session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
  callback({ cancel: !details.url.startsWith("app://desk/") });
});
protocol.handle("app", (request) => {
  const isScript = new URL(request.url).pathname === "/page.js";
  return new Response(isScript ? script : page, {
    headers: {
      "content-type": isScript ? "text/javascript" : "text/html",
      "content-security-policy": "default-src 'none'; script-src 'self'",
    },
  });
});
const window = new BrowserWindow({
  webPreferences: {
    preload: join(import.meta.dirname, "preload.cjs"),
    sandbox: true,
    contextIsolation: true,
  },
});
window.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
window.webContents.on("will-navigate", (event) => {
  if (!event.url.startsWith("app://desk/")) event.preventDefault();
});
app.on("window-all-closed", () => app.quit());
await window.loadURL("app://desk/index.html");
