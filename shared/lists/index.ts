export {
  type ChangedEntry,
  type ComparedField,
  comparedFields,
  compareLists,
  type ListDifference,
} from "./compare-lists.ts";
export type { CsvRecord } from "./csv-record.ts";
export { MOST_NOTES, settleIds } from "./entry-ids.ts";
export {
  draftOf,
  type EntryCode,
  type EntryDraft,
  type ListEntry,
  type ListNote,
  type ListSnapshot,
  listIdOf,
  listNoteKinds,
  slug,
} from "./list-entry.ts";
export { type ListSource, listSources } from "./list-sources.ts";
export { isPlainHeader, type PlainField, plainFields } from "./plain-columns.ts";
export { cslReader, isCslHeader, type RowReader } from "./read-csl.ts";
export { readCslResult } from "./read-csl-json.ts";
export { type OfacPart, OfacRows, ofacPartOf } from "./read-ofac.ts";
export { type NamedColumns, plainReader } from "./read-plain.ts";
export { type RekeyedEntry, readRekeyedEntry, resolveRekeyed } from "./read-rekeyed.ts";
export { isFormOnly, nameNotes } from "./row-rules.ts";
