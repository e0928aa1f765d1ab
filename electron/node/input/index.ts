export {
  decodeText,
  LARGEST_JSON,
  LARGEST_LIST,
  readInput,
  type TextRules,
} from "./read-text.ts";
export { parseStrictJson } from "./strict-json.ts";
