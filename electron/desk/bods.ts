import { appError, err, ok, type Result } from "#shared/kernel";
import { importBods } from "#shared/ownership";
import type { ReadParties } from "./read-parties.ts";

/** Whether a parsed JSON value looks like BODS statements at all. */
export function looksLikeBods(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === "object" && first !== null && "recordType" in first;
}

const told = new Set(["unspecified-party", "type-not-stated"]);

/** Reads a BODS 0.4 file; the first rule of the standard that it breaks is named with its place. */
export function readBods(text: string, file: string): Result<ReadParties> {
  const read = importBods(text);
  if (!read.ok) {
    const fault = read.error[0];
    const problem = `${fault?.keyword ?? ""} ${fault?.property ?? ""}`.trim();
    return err(appError("bods-shape", { file, at: fault?.path ?? "$", problem }));
  }
  const { parties, links, notes } = read.value;
  return ok({
    parties,
    links,
    problems: notes
      .filter((note) => told.has(note.kind))
      .map(({ kind, recordId, detail }) => ({
        at: recordId,
        problem: detail === undefined ? kind : `${kind}: ${detail}`,
      })),
  });
}
