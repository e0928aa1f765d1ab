export { forkedProcess } from "./forked-process.ts";
export { lineToParent } from "./line-to-parent.ts";
export type { StartWorker, WorkerEvents, WorkerProcess } from "./worker-process.ts";
