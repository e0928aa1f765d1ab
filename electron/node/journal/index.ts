export {
  digestText,
  type Journal,
  type JournalDraft,
  type JournalOptions,
  type JournalPointer,
  type JournalRecord,
  type JournalReport,
  type LineSeal,
  type OpenedJournal,
  openJournal,
  type Unsettled,
} from "./journal-file.ts";
export { type JournalBreak, segmentName } from "./segments.ts";
