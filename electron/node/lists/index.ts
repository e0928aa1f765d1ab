export { type ListFile, readList } from "./read-list.ts";
