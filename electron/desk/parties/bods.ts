import { appError, err, ok, type Result } from "#shared/kernel";
import type { Link, Party } from "#shared/model";
import { type BodsNote, bodsError, importBods } from "#shared/ownership";

const isStatement = (value: unknown) =>
  typeof value === "object" && value !== null && "recordType" in value;

/** Whether a parsed JSON value looks like BODS statements at all: a list of them, or one by itself. */
export function looksLikeBods(value: unknown): boolean {
  return isStatement(Array.isArray(value) ? value[0] : value);
}

/** Whether a text is JSON Lines with a BODS statement, or a list of them, on its first full line. */
export function looksLikeBodsLines(text: string): boolean {
  const [first = ""] = text
    .replace(/^\uFEFF/, "")
    .trimStart()
    .split(/\r?\n/, 1);
  try {
    return looksLikeBods(JSON.parse(first));
  } catch {
    return false;
  }
}

/** Notes of which a person should know; the others are how the standard works. */
const told = new Set<BodsNote["kind"]>(["unspecified-party", "type-not-stated"]);

/** What a BODS file says, in the words of the model, with what it leaves open. */
export type ReadBods = {
  readonly parties: readonly Party[];
  readonly links: readonly Link[];
  readonly notes: readonly BodsNote[];
};

/** Reads a BODS 0.4 file; the first rule of the standard that it breaks is named with its place. */
export function readBods(text: string, file: string): Result<ReadBods> {
  const read = importBods(text);
  if (!read.ok) {
    const [fault = { keyword: "json", path: "$", property: "" } as const] = read.error;
    const { code, params } = bodsError(fault);
    return err(appError(code, { ...params, file }));
  }
  const { parties, links, notes } = read.value;
  return ok({ parties, links, notes: notes.filter((note) => told.has(note.kind)) });
}
