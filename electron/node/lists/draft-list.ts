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

/** Shorter texts are copied by the engine anyway. */
const SHORTEST_SLICE = 13;

/** The same text by itself: what was cut out of a cell would keep the whole cell in memory, in the width of its widest character. */
function own(text: string): string {
  return text.length < SHORTEST_SLICE ? text : Buffer.from(text, "utf8").toString("utf8");
}

function ownTexts(entry: ListEntry): ListEntry {
  const { aliases, addresses, codes } = entry;
  return {
    ...entry,
    id: own(entry.id),
    name: own(entry.name),
    aliases: aliases.length === 0 ? aliases : aliases.map(own),
    codes:
      codes.length === 0 ? codes : codes.map(({ value, label }) => ({ value: own(value), label })),
    ...(addresses === undefined ? {} : { addresses: addresses.map(own) }),
  };
}

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
    this.#entries.push(ownTexts(draft.entry));
    this.#lines.push(draft.line);
  }

  /** The entries under their ids; a file without any is refused. */
  finish(): { readonly entries: readonly ListEntry[]; readonly notes: readonly ListNote[] } {
    if (this.#entries.length === 0) throw new InputFault("list-empty", { file: this.#file });
    const notes = [...this.#notes, ...settleIds(this.#entries, this.#lines)];
    return { entries: this.#entries, notes };
  }
}
