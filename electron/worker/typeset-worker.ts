import {
  createTypesetter,
  loadTypesetterAssets,
  type TypesetJob,
  type TypesetReply,
  type Typesetter,
} from "#node/pdf";
import { lineToParent } from "#node/processes";

const line = lineToParent<TypesetJob, TypesetReply>();
// Built once, with the first document: later documents find the compiler warm.
let typesetter: Promise<Typesetter> | undefined;

async function answer({ id, document, places }: TypesetJob): Promise<TypesetReply> {
  typesetter ??= loadTypesetterAssets(places).then(createTypesetter);
  const ready = await typesetter;
  const result = await ready.typeset(document);
  return { id, result, memory: ready.memory() };
}

// A broken installation ends this process; the pool tells it.
line.heard((job) => void answer(job).then(line.say));
