export {
  filesOf,
  groupListFiles,
  type ListGroup,
  type ListOptions,
  readListGroup,
  readOneList,
} from "./read-list-files.ts";
