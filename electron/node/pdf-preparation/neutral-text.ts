/** A character that was taken out of a text or made visible before typesetting. */
export type Neutralised = { readonly codePoint: string; readonly shown: boolean };

// Direction overrides, isolates and marks can make a line read otherwise than its bytes say: they are printed by number.
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
// These have no ink; left in, they break searches in the PDF and comparisons of names.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/u;
const SPECIAL = /(?!\n)\p{Cc}|\p{Cf}|\p{Variation_Selector}|\p{Zl}|\p{Zp}/gu;

/** `U+4DAE` for 䶮: how a character is named in messages. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}

function replacement(char: string, seen: Neutralised[]): string {
  if (char === "\r") return "";
  if (char === "\u2028" || char === "\u2029" || char === "\u0085" || char === "\u000c") return "\n";
  const codePoint = codePointName(char.codePointAt(0) ?? 0);
  const shown = !INVISIBLE.test(char) || REORDERING.test(char);
  seen.push({ codePoint, shown });
  return shown ? `‹${codePoint}›` : "";
}

/**
 * A text that is set in the order in which it is stored: control and direction characters are printed as `‹U+202E›`,
 * characters without ink are dropped, every kind of line end becomes `\n` and a tab a space. Unpaired surrogates become
 * `‹U+D800›`. What was changed is appended to `seen`.
 */
export function neutralText(text: string, seen: Neutralised[]): string {
  const plain = text.replaceAll("\r\n", "\n").replaceAll("\t", " ").normalize("NFC");
  const whole = plain.replace(/\p{Surrogate}/gu, (unit) => {
    const codePoint = codePointName(unit.charCodeAt(0));
    seen.push({ codePoint, shown: true });
    return `‹${codePoint}›`;
  });
  return whole.replace(SPECIAL, (char) => replacement(char, seen));
}
