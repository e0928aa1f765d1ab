import { EventEmitter } from "node:events";

// Stands where Electron gives a utility process its line to the parent. What comes before anyone listens is kept.
const kept: unknown[] = [];
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: object) => void process.send?.(message),
});
process.on("message", (data) => {
  if (port.listenerCount("message") > 0) port.emit("message", { data, ports: [] });
  else kept.push(data);
});
port.on("newListener", (name) => {
  if (name !== "message") return;
  for (const data of kept.splice(0))
    queueMicrotask(() => port.emit("message", { data, ports: [] }));
});
process.once("disconnect", () => process.exit());
Object.assign(process, { parentPort: port });
