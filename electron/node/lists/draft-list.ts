import { InputFault } from "#node/input";
import type { Result } from "#shared/kernel";
import {
  type EntryDraft,
  type ListEntry,
  type ListNote,
  MOST_NOTES,
  nameNotes,
  settleIds,
} from "#shared/lists";

/** Most entries that one list may hold; published ones hold some tens of thousands. */
const MOST_ENTRIES = 500_000;

/** Collects the entries of a file, with what a person should know of its rows. */
export class DraftList {
  readonly #file: string;
  readonly #entries: ListEntry[] = [];
  readonly #lines: number[] = [];
  readonly #notes: ListNote[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** Takes one row; a refused one refuses the file. */
  take(read: Result<EntryDraft>): void {
    if (!read.ok) throw new InputFault(read.error.code, read.error.params);
    const draft = read.value;
    for (const note of nameNotes(draft))
      if (this.#notes.length < MOST_NOTES) this.#notes.push(note);
    if (this.#entries.length >= MOST_ENTRIES)
      throw new InputFault("list-too-long", { file: this.#file, limit: MOST_ENTRIES });
    this.#entries.push(draft.entry);
    this.#lines.push(draft.line);
  }

  /** The entries under their ids; a file without any is refused. */
  finish(): { readonly entries: readonly ListEntry[]; readonly notes: readonly ListNote[] } {
    if (this.#entries.length === 0) throw new InputFault("list-empty", { file: this.#file });
    const notes = [...this.#notes, ...settleIds(this.#entries, this.#lines)];
    return { entries: this.#entries, notes };
  }
}
