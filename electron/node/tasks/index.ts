export { forkedTasks } from "./forked-tasks.ts";
export { TaskHost } from "./task-host.ts";
export {
  type StartTasks,
  TASK_MEMORY_FLAGS,
  type TaskJob,
  type TaskReply,
} from "./task-process.ts";
