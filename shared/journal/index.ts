export {
  type ChainBreak,
  type ChainHead,
  type ChainLine,
  type ChainReport,
  type Digest,
  emptyHead,
  followsHead,
  type LineContent,
  makeLine,
  readLine,
  verifyChain,
} from "./chain.ts";
export {
  type JournalEntry,
  type JournalSubject,
  type JournalVerb,
  journalEntrySchema,
  journalSubjectSchema,
  journalVerbs,
} from "./entry.ts";
