export { compareLists } from "./compare-lists.ts";
export type { CsvRecord } from "./csv-record.ts";
export { MOST_NOTES, settleIds } from "./entry-ids.ts";
export {
  draftOf,
  type EntryDraft,
  type ListEntry,
  type ListNote,
  type ListSnapshot,
  listIdOf,
  listNoteKinds,
  slug,
} from "./list-entry.ts";
export { listSources } from "./list-sources.ts";
export { isPlainHeader, plainFields } from "./plain-columns.ts";
export { cslReader, isCslHeader, type RowReader } from "./read-csl.ts";
export { readCslResult } from "./read-csl-json.ts";
export { type OfacPart, OfacRows, ofacPartOf } from "./read-ofac.ts";
export { type NamedColumns, plainReader } from "./read-plain.ts";
export { type RekeyedEntry, readRekeyedEntry, resolveRekeyed } from "./read-rekeyed.ts";
export { nameNotes } from "./row-rules.ts";
