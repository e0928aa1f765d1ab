import { answerTask } from "#desk";
import type { TaskJob, TaskReply } from "#node/tasks";

/** The line to the program that started this process: Electron's in a utility process, Node's in a forked one. */
type Line = {
  readonly heard: (listen: (job: TaskJob) => void) => void;
  readonly say: (reply: TaskReply) => void;
};

// Electron's types stay with the files that only Electron runs.
type ParentPort = {
  on(event: "message", listen: (event: { readonly data: TaskJob }) => void): void;
  postMessage(reply: TaskReply): void;
};

function lineToParent(): Line {
  const port = (process as NodeJS.Process & { readonly parentPort?: ParentPort }).parentPort;
  if (port)
    return {
      heard: (listen) => port.on("message", ({ data }) => listen(data)),
      say: (reply) => port.postMessage(reply),
    };
  // Whoever started this is gone: what is being worked at is wanted by nobody.
  process.once("disconnect", () => process.exit());
  return {
    heard: (listen) => void process.on("message", (job) => listen(job as TaskJob)),
    say: (reply) => void process.send?.(reply, undefined, undefined, () => undefined),
  };
}

const line = lineToParent();
// A fault ends this process; the host tells it.
line.heard(({ id, task, input }) => line.say({ id, result: answerTask(task, input) }));
