export { TaskHost } from "./task-host.ts";
export {
  forkedTasks,
  type StartTasks,
  TASK_MEMORY_FLAGS,
  type TaskJob,
  type TaskReply,
} from "./task-process.ts";
