export {
  commitFile,
  ensureFolder,
  keepCopy,
  readIfThere,
  readSpan,
  renamePatiently,
  stageFile,
  writeAll,
} from "./durable.ts";
export { eachOf } from "./each-of.ts";
export { attempt, DeskFailure, toAppError } from "./file-error.ts";
export {
  errnoOf,
  type FileFacts,
  type FileSystem,
  nodeFileSystem,
  type OpenFile,
  sameFacts,
  sameFile,
} from "./file-system.ts";
export { createWriter, type Staged, TEMP_SUFFIX, type Writer } from "./writer.ts";
