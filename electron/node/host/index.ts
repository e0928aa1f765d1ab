export { createLog, type Log } from "./log.ts";
export { type PageFile, type PageFiles, readPageFiles } from "./page-files.ts";
export { defaultWorkspace } from "./places.ts";
export { type PageConnections, pageHeaders, withNonce } from "./policy.ts";
export { programVersion } from "./program-version.ts";
