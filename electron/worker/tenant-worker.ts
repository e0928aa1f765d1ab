import { parentPort, workerData } from "node:worker_threads";
import { type ScreenAnswer, type ScreenTask, tenantLookUp } from "#node/tenants";
import type { ListSnapshot } from "#shared/lists";
import { buildListIndex } from "#shared/screening";

// The lists come with the start of the thread; each task is a piece of a tenant book.
const lookUp = tenantLookUp((workerData as readonly ListSnapshot[]).map(buildListIndex));

parentPort?.on("message", ({ rows }: ScreenTask) => {
  const answer: ScreenAnswer = { hits: rows.map(lookUp) };
  parentPort?.postMessage(answer);
});
