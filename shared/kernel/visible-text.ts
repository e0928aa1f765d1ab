// Characters that move the cursor, colour a terminal, end a line, turn the reading direction or have no ink at all.
const HIDDEN = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/gu;
const HIDDEN_BUT_LINES = /(?![\n\t])\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/gu;

function numbered(char: string): string {
  const codePoint = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `‹U+${codePoint}›`;
}

/**
 * A text from outside as it may stand on a terminal or a page: every character that has no ink of its own is shown by its number,
 * so that a name can neither pretend to be another nor forge a line. `lines: true` leaves line ends and tabs for whole outputs.
 */
export function visibleText(text: string, { lines = false } = {}): string {
  return text.replace(lines ? HIDDEN_BUT_LINES : HIDDEN, numbered);
}

/** JSON text in which those characters are written as escapes: the same value, harmless on a terminal. */
export function visibleJson(text: string): string {
  return text.replace(HIDDEN_BUT_LINES, (char) =>
    [...Array(char.length).keys()]
      .map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
