export { type PageFile, type PageFiles, readPageFiles } from "./page-files.ts";
export { pageHeaders, withNonce } from "./policy.ts";
