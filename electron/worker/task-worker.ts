import { answerTask } from "#desk";
import { lineToParent } from "#node/processes";
import type { TaskJob, TaskReply } from "#node/tasks";

const line = lineToParent<TaskJob, TaskReply>();
// A fault ends this process; the host tells it.
line.heard(({ id, task, input }) => line.say({ id, result: answerTask(task, input) }));
