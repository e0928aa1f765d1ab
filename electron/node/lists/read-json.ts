import { type ByteSource, InputFault, jsonPieces, type Watch } from "#node/input";
import type { Result } from "#shared/kernel";
import { isCivilDate } from "#shared/kernel";
import { type RekeyedEntry, readCslResult, readRekeyedEntry, resolveRekeyed } from "#shared/lists";
import { DraftList } from "./draft-list.ts";

/** What a JSON file turned out to be, with the day that it says it was made on. */
export type ReadJson = {
  readonly format: "csl-json" | "csl-rekeyed-json";
  readonly list: DraftList;
  readonly date?: string;
};

function taken<T>(read: Result<T>): T {
  if (!read.ok) throw new InputFault(read.error.code, read.error.params);
  return read.value;
}

const KEPT = new Set(["fieldKey", "tables", "sourceGeneratedAt", "entryCount"]);

/** Reads the official JSON of the Consolidated Screening List, or its re-keyed form, entry by entry. */
export async function readListJson(source: ByteSource, watch: Watch): Promise<ReadJson> {
  const file = source.name;
  const list = new DraftList(file);
  const short: RekeyedEntry[] = [];
  const about = new Map<string, unknown>();
  let arrays = "";
  for await (const piece of jsonPieces(source, new Set(["results", "entries"]), watch)) {
    if (piece.kind === "value") {
      if (KEPT.has(piece.key)) about.set(piece.key, piece.value);
      continue;
    }
    arrays = piece.key;
    if (piece.key === "results") list.take(readCslResult(piece.value, piece.index, file));
    else short.push(taken(readRekeyedEntry(piece.value, piece.index, file)));
  }
  if (arrays === "results") return { format: "csl-json", list };
  if (!about.has("fieldKey") || !about.has("tables")) throw new InputFault("list-format", { file });
  const drafts = taken(resolveRekeyed(about.get("tables"), short, file));
  const count = about.get("entryCount");
  if (typeof count === "number" && count !== drafts.length)
    throw new InputFault("list-count", { file, found: drafts.length, said: count });
  for (const draft of drafts) list.take({ ok: true, value: draft });
  const day = String(about.get("sourceGeneratedAt") ?? "").slice(0, 10);
  return { format: "csl-rekeyed-json", list, ...(isCivilDate(day) ? { date: day } : {}) };
}
