export { forkedTasks } from "./forked-tasks.ts";
export { TaskHost, type TaskLimits } from "./task-host.ts";
export {
  type StartTasks,
  TASK_MEMORY_FLAGS,
  type TaskJob,
  type TaskProcess,
  type TaskReply,
} from "./task-process.ts";
