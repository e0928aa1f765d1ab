import { parentPort, workerData } from "node:worker_threads";
import {
  createTypesetter,
  loadTypesetterAssets,
  type TypesetJob,
  type TypesetReply,
  type TypesetWorkerData,
} from "#node/pdf";

const port = parentPort;
if (!port) throw new Error("typeset-worker runs as a worker thread");

const { places, module } = workerData as TypesetWorkerData;
// Built once, before the first document: later documents find the compiler warm.
const typesetter = createTypesetter({ ...(await loadTypesetterAssets(places)), module });

async function answer(job: TypesetJob): Promise<TypesetReply> {
  const ready = await typesetter;
  const result = await ready.typeset(job.document);
  return { id: job.id, result, memory: ready.memory() };
}

port.on("message", (job: TypesetJob) => {
  void answer(job).then((reply) => port.postMessage(reply));
});
