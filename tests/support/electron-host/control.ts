import { app } from "./app.ts";
import { currentMenu } from "./electron-module.ts";
import { hostState } from "./host-state.ts";
import { ipcMain } from "./ipc-main.ts";
import { BrowserWindow } from "./windows.ts";

/** What the test may ask of the process that stands in for Electron. */
export type ControlRequest =
  | { readonly kind: "answer"; readonly method: string; readonly value: unknown }
  | { readonly kind: "events" }
  | { readonly kind: "moments" }
  | { readonly kind: "menu" }
  | { readonly kind: "press"; readonly labels: readonly string[] }
  | {
      readonly kind: "forge";
      readonly channel: string;
      readonly from: string;
      readonly input: unknown;
    }
  | { readonly kind: "crash" }
  | { readonly kind: "emit"; readonly event: string; readonly args: readonly unknown[] }
  | { readonly kind: "quit" };

type Item = {
  readonly label?: string;
  readonly click?: () => void;
  readonly submenu?: readonly Item[];
};

const outline = (items: readonly Item[]): unknown =>
  items.map((item) => (item.submenu ? [item.label, outline(item.submenu)] : item.label));

function press(items: readonly Item[], [first, ...rest]: readonly string[]): string {
  const item = items.find((known) => known.label === first);
  if (item === undefined) throw new Error(`The menu has no "${first}".`);
  if (rest.length > 0) return press(item.submenu ?? [], rest);
  item.click?.();
  return first ?? "";
}

/** A message as another frame, window or origin would send it: what a page can never do is done here for it. */
async function forge(channel: string, from: string, input: unknown): Promise<unknown> {
  const [window] = BrowserWindow.getAllWindows();
  const own = window?.frame();
  const senders: Record<string, object> = {
    "own-frame": { sender: window?.webContents, senderFrame: own },
    "child-frame": { sender: window?.webContents, senderFrame: { ...own, parent: own } },
    "gone-frame": { sender: window?.webContents, senderFrame: null },
    "other-origin": {
      sender: window?.webContents,
      senderFrame: { ...own, url: "https://evil.example/", origin: "https://evil.example" },
    },
    "look-alike": {
      sender: window?.webContents,
      senderFrame: { ...own, url: "app://desk.evil/index.html" },
    },
    "other-window": { sender: { id: 99 }, senderFrame: own },
  };
  return await ipcMain.answer(channel, senders[from], [input]);
}

async function answer(request: ControlRequest): Promise<unknown> {
  switch (request.kind) {
    case "answer": {
      const queue = hostState.answers.get(request.method) ?? [];
      hostState.answers.set(request.method, [...queue, request.value]);
      return queue.length + 1;
    }
    case "events":
      return JSON.parse(JSON.stringify(hostState.events));
    case "moments":
      return hostState.moments;
    case "menu":
      return outline(currentMenu.template);
    case "press":
      return press(currentMenu.template, request.labels);
    case "forge":
      return await forge(request.channel, request.from, request.input);
    case "crash":
      return await BrowserWindow.getAllWindows()[0]?.crash();
    case "emit":
      return app.emit(request.event, ...request.args);
    case "quit":
      app.quit();
      return true;
  }
}

process.on("message", (message: { readonly id: number; readonly request: ControlRequest }) => {
  answer(message.request).then(
    (value) => process.send?.({ id: message.id, value }),
    (cause: unknown) => process.send?.({ id: message.id, error: String(cause) }),
  );
});
