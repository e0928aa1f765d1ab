import { parentPort, workerData } from "node:worker_threads";
import {
  type AssetPlaces,
  createTypesetter,
  loadTypesetterAssets,
  type TypesetJob,
} from "#node/pdf";

const port = parentPort;
if (!port) throw new Error("typeset-worker runs as a worker thread");

// Built once, before the first document: later documents find the compiler warm.
const typesetter = createTypesetter(await loadTypesetterAssets((workerData ?? {}) as AssetPlaces));

port.on("message", (job: TypesetJob) => {
  void typesetter
    .then((ready) => ready.typeset(job.document))
    .then((result) => port.postMessage({ id: job.id, result }));
});
