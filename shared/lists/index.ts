export { type CsvRecord, csvRecords } from "./csv.ts";
export { type EntryCode, type ListEntry, type ListSnapshot, listIdOf, slug } from "./list-entry.ts";
export {
  isCslHeader,
  isRekeyedCsl,
  type ReadList,
  readCslCsv,
  readRekeyedCsl,
} from "./read-csl.ts";
export { isOfacSdnLine, type OfacTexts, readOfac } from "./read-ofac.ts";
