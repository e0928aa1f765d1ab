export { type ByteSource, fileSource, memorySource, type Watch } from "./byte-source.ts";
export { csvBatches, csvRecords, delimiterOf, firstLine } from "./csv-records.ts";
export { type Encoding, encodings } from "./encoding.ts";
export { answered, InputFault } from "./input-fault.ts";
export { jsonPieces } from "./json-items.ts";
export {
  decodeText,
  LARGEST_JSON,
  LARGEST_LIST,
  readInput,
} from "./read-text.ts";
export { parseStrictJson } from "./strict-json.ts";
export type { TextOptions } from "./utf8-chunks.ts";
