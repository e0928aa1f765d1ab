// A word this long would overrun a narrow cell: hashes, addresses, names written without spaces.
const LONG = /[!-~\u00a1-\u024f]{19,}/g;
// Where space was not to be had even for codes and amounts.
const TIGHT = /[!-~\u00a1-\u024f]{9,}/g;
const SOLID = /^[-+]?[\d,.]{1,30}%?$/;
const STEP = 10;
const TIGHT_STEP = 6;

function cut(word: string, step: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const char of word) {
    part += char;
    if (part.length >= step || ("/-_.@,;:&=".includes(char) && part.length > 2)) {
      parts.push(part);
      part = "";
    }
  }
  if (part !== "") parts.push(part);
  return parts;
}

/**
 * Splits a line where long unbroken words may wrap: `0` marks a place to break that leaves no character behind, so that
 * text copied from the PDF is the text of the field. Amounts stay whole unless `tight`.
 */
export function breakLongWords(line: string, tight = false): (string | 0)[] {
  const out: (string | 0)[] = [];
  let from = 0;
  for (const match of line.matchAll(tight ? TIGHT : LONG)) {
    if (!tight && SOLID.test(match[0])) continue;
    if (match.index > from) out.push(line.slice(from, match.index));
    cut(match[0], tight ? TIGHT_STEP : STEP).forEach((part, index) => {
      if (index > 0) out.push(0);
      out.push(part);
    });
    from = match.index + match[0].length;
  }
  if (from < line.length) out.push(line.slice(from));
  return out;
}
