import {
  createTypesetter,
  loadTypesetterAssets,
  type TypesetJob,
  type TypesetReply,
  type Typesetter,
} from "#node/pdf";

/** The line to the program that started this process: Electron's in a utility process, Node's in a forked one. */
type Line = {
  readonly heard: (listen: (job: TypesetJob) => void) => void;
  readonly say: (reply: TypesetReply) => void;
};

// Electron's types stay with the files that only Electron runs.
type ParentPort = {
  on(event: "message", listen: (event: { readonly data: TypesetJob }) => void): void;
  postMessage(reply: TypesetReply): void;
};

function lineToParent(): Line {
  const port = (process as NodeJS.Process & { readonly parentPort?: ParentPort }).parentPort;
  if (port)
    return {
      heard: (listen) => port.on("message", ({ data }) => listen(data)),
      say: (reply) => port.postMessage(reply),
    };
  // Whoever started this is gone: what is being set is wanted by nobody.
  process.once("disconnect", () => process.exit());
  return {
    heard: (listen) => void process.on("message", (job) => listen(job as TypesetJob)),
    // A reply to nobody is no fault.
    say: (reply) => void process.send?.(reply, undefined, undefined, () => undefined),
  };
}

const line = lineToParent();
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
