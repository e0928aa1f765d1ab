export { diagnosticText } from "./diagnostics.ts";
export { createLog, type Log } from "./log.ts";
export {
  inspectUpdate,
  lookForUpdates,
  type UpdateFinding,
  type UpdateQuestion,
} from "./look-for-updates.ts";
export { type Managed, managedPlace, type NamedKey, readManaged } from "./managed.ts";
export { type PageFile, type PageFiles, readPageFiles } from "./page-files.ts";
export { defaultWorkspace, memoryFile } from "./places.ts";
export { pageHeaders, withNonce } from "./policy.ts";
export { programVersion } from "./program-version.ts";
export { compareVersions, readUpdate, signUpdate, type UpdateContent } from "./update-file.ts";
