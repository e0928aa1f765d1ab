import { contextBridge, ipcRenderer } from "electron";
import { channels } from "#channels";

// The page gets a fixed list of names and one stream of commands. Nothing here looks at what passes.
const call = Object.fromEntries(
  Object.entries(channels).map(([group, names]) => [
    group,
    Object.fromEntries(
      names.map((name) => [
        name,
        (input: unknown) => ipcRenderer.invoke(`desk:${group}.${name}`, input),
      ]),
    ),
  ]),
);

contextBridge.exposeInMainWorld("desk", {
  call,
  onCommand: (listener: (command: unknown) => void) => {
    const forward = (_event: unknown, command: unknown) => listener(command);
    ipcRenderer.on("desk:command", forward);
    return () => {
      ipcRenderer.removeListener("desk:command", forward);
    };
  },
});
