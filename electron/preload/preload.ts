import { contextBridge, ipcRenderer } from "electron";
import { mapNames } from "#channels";

// The page gets a fixed list of names and one stream of commands. Nothing here looks at what passes.
const call = mapNames(
  (group, name) => (input: unknown) => ipcRenderer.invoke(`desk:${group}.${name}`, input),
);

// Commands that come before the page listens are kept for it.
let listen: ((command: unknown) => void) | undefined;
const waiting: unknown[] = [];
ipcRenderer.on("desk:command", (_event, command: unknown) => {
  if (listen === undefined) waiting.push(command);
  else listen(command);
});

contextBridge.exposeInMainWorld("desk", {
  call,
  onCommand: (listener: (command: unknown) => void) => {
    listen = listener;
    for (const command of waiting.splice(0)) listener(command);
    return () => {
      if (listen === listener) listen = undefined;
    };
  },
});
