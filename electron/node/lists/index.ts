export { readNameFile } from "./name-file.ts";
export {
  filesOf,
  groupListFiles,
  type ListOptions,
  readListGroup,
  readOneList,
} from "./read-list-files.ts";
