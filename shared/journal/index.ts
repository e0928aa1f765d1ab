export {
  type ChainHead,
  type ChainLine,
  type Digest,
  emptyHead,
  followsHead,
  makeLine,
  readLine,
} from "./chain.ts";
export {
  type JournalEntry,
  type JournalVerb,
  journalEntrySchema,
  journalVerbs,
} from "./entry.ts";
