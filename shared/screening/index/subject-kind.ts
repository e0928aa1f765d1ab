import type { ListEntry } from "#shared/lists";
import { personSpellings } from "../score/person.ts";
import { type Name, readName } from "../tokens/name.ts";

/** How a name is compared: as that of a body, of a person, or either where the list does not say. */
export type SubjectKind = "body" | "person" | "vessel" | "either";

/** 陈全国: a surname and a given name of two characters that is an ordinary word besides. */
function isGivenAWord({ han, normal, tokens }: Name): boolean {
  return han && normal.length === 3 && tokens.length > 1 && personSpellings(normal).length > 0;
}

/** Whether words and form leave it open that a name is a person's: two to five words that no table knows. */
export function mayBePerson(text: string): boolean {
  const name = readName(text);
  if ((name.hasForm && name.han) || name.tokens.length === 0 || name.tokens.length > 10)
    return false;
  if (isGivenAWord(name)) return true;
  return !name.tokens.some(
    ({ cls }) =>
      cls === "trade" || cls === "kind" || cls === "group" || cls === "state" || cls === "number",
  );
}

/** How a name of an entry is compared. */
export function subjectKindOf(entry: ListEntry, text: string): SubjectKind {
  if (entry.kind === "person") return "person";
  if (entry.kind === "vessel" || entry.kind === "aircraft") return "vessel";
  if (entry.kind === "entity") return "body";
  // Where the list's own name of it is no person's, neither are the others.
  return mayBePerson(entry.name) && mayBePerson(text) ? "either" : "body";
}
