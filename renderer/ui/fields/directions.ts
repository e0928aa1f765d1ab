const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Marks that make a name read otherwise than it is stored (pasted from a page, or put there on purpose) are dropped. */
export function withoutDirections(text: string): string {
  return text.replace(MARKS, "");
}

/** The marks of a text that fields drop, by number and each once: texts saved before, or brought in from elsewhere. */
export function directionsIn(text: string): readonly string[] {
  const marks = new Set(text.match(MARKS) ?? []);
  return [...marks].map(
    (mark) => `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
}
