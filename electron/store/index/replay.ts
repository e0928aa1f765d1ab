import type { JournalEntry } from "#shared/journal";
import { appError } from "#shared/kernel";
import type { JournalRecord } from "../journal/journal-file.ts";
import type { Entries, Entry, Library } from "./library.ts";

/** What the journal says happened to one document since the index was derived. */
export type Replayed = {
  readonly collection: string;
  readonly id: string;
  /** How the document stood before the first change that may not have reached its place; undefined if none may. */
  unsettledFrom: { readonly before: Entry | undefined } | undefined;
  /** The announced states since then, oldest first. */
  readonly announced: (Entry | undefined)[];
};

const savingVerbs = ["document.create", "document.save", "document.revert", "document.adopt"];

/** The state of a document after one journal entry, or the same state where the entry does not change it. */
function nextState(before: Entry | undefined, entry: JournalEntry): Entry | undefined {
  const { verb, revision, at, by } = entry;
  const sha256 = entry.new;
  if (savingVerbs.includes(verb) && sha256 !== undefined && revision !== undefined) {
    const fresh = { revision, sha256, savedAt: at, savedBy: by, facts: undefined };
    return { state: "live", ...fresh, summary: undefined };
  }
  if (verb === "document.purge") return undefined;
  if (verb === "document.remove") return removed(before, entry);
  if (!before) return before;
  if (verb === "document.restore") return { ...before, state: "live", facts: undefined };
  if (verb === "document.quarantine") {
    const file = String(entry.detail?.["file"] ?? "");
    const reason = String(entry.detail?.["reason"] ?? "");
    const issue = appError("store.document-damaged", { quarantine: file, reason });
    return { ...before, issue };
  }
  return before;
}

/** A removal may be the first the journal tells of a document: taking back a purge puts it into the trash again. */
function removed(before: Entry | undefined, entry: JournalEntry): Entry | undefined {
  if (before) return { ...before, state: "bin" };
  const { revision, old, at, by } = entry;
  if (revision === undefined || old === undefined) return undefined;
  const fresh = { revision, sha256: old, savedAt: at, savedBy: by, facts: undefined };
  return { state: "bin", ...fresh, summary: undefined };
}

/** A save that never reached its place is taken out again: the document stands as the entry's detail says. */
function abandoned(library: Entries, id: string, entry: JournalEntry): void {
  if (entry.revision === undefined || entry.new === undefined) {
    library.delete(id);
    return;
  }
  const { revision, at, by } = entry;
  const fresh = { revision, sha256: entry.new, savedAt: at, savedBy: by, facts: undefined };
  library.set(id, { state: "live", ...fresh, summary: undefined });
}

/** Every change up to this number is known to be in place. */
function settledThrough(records: readonly JournalRecord[]): number {
  const last = records.at(-1);
  if (!last?.entry) return 0;
  return last.entry.verb === "workspace.close" ? last.seq : (last.entry.settled ?? 0);
}

/** Leaves out groups of which an interruption let only a part reach the journal: they count as not having happened. */
function wholeGroups(records: readonly JournalRecord[]): readonly JournalRecord[] {
  const partOf = (record: JournalRecord | undefined) => record?.entry?.detail?.["part"];
  const kept: JournalRecord[] = [];
  for (let index = 0; index < records.length; index += 1) {
    const record = records[index];
    if (!record) break;
    const of = record.entry?.detail?.["of"];
    if (typeof of !== "number" || typeof partOf(record) !== "number") {
      kept.push(record);
      continue;
    }
    const group = records.slice(index, index + of);
    const whole = group.length === of && group.every((one, at) => partOf(one) === at + 1);
    if (whole) {
      kept.push(...group);
      index += of - 1;
    }
  }
  return kept;
}

/** Applies journal records to a library; returns what they touched, by `collection/id`. */
export function replay(library: Library, records: readonly JournalRecord[]): Map<string, Replayed> {
  const touched = new Map<string, Replayed>();
  const settled = settledThrough(records);
  for (const { seq, entry } of wholeGroups(records)) {
    const subject = entry?.subject;
    const entries = subject ? library.get(subject.collection) : undefined;
    if (!entry?.verb.startsWith("document.") || !subject || !entries) continue;
    const { collection, id } = subject;
    const key = `${collection}/${id}`;
    const before = entries.get(id);
    const seen = touched.get(key) ?? { collection, id, unsettledFrom: undefined, announced: [] };
    touched.set(key, seen);
    if (entry.verb === "document.abandon") {
      abandoned(entries, id, entry);
      seen.unsettledFrom = undefined;
      seen.announced.length = 0;
      continue;
    }
    const after = nextState(before, entry);
    if (after) entries.set(id, after);
    else entries.delete(id);
    if (seq <= settled || entry.verb === "document.quarantine") continue;
    seen.unsettledFrom ??= { before };
    seen.announced.push(after);
  }
  return touched;
}
