/** The line of a worker process to the program that started it. */
export type LineToParent<Job, Reply> = {
  readonly heard: (listen: (job: Job) => void) => void;
  readonly say: (reply: Reply) => void;
};

// Electron's types stay with the files that only Electron runs.
type ParentPort<Job, Reply> = {
  on(event: "message", listen: (event: { readonly data: Job }) => void): void;
  postMessage(reply: Reply): void;
};

/** The line of this process: Electron's in a utility process, Node's in a forked one, which ends with its parent. */
export function lineToParent<Job, Reply>(): LineToParent<Job, Reply> {
  const port = (process as NodeJS.Process & { readonly parentPort?: ParentPort<Job, Reply> })
    .parentPort;
  if (port)
    return {
      heard: (listen) => port.on("message", ({ data }) => listen(data)),
      say: port.postMessage.bind(port),
    };
  // Whoever started this is gone: what is being worked at is wanted by nobody.
  process.once("disconnect", () => process.exit());
  return {
    heard: (listen) => void process.on("message", (job) => listen(job as Job)),
    // A reply to nobody is no fault.
    say: (reply) => void process.send?.(reply, undefined, undefined, () => undefined),
  };
}
