// A word this long would overrun a narrow cell: codes, hashes, addresses, names written without spaces.
const LONG = /[!-~\u00a1-\u024f]{18,}/g;
const STEP = 10;

function cut(word: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (const char of word) {
    part += char;
    if (part.length >= STEP || ("/-_.@,;:&=".includes(char) && part.length > 2)) {
      parts.push(part);
      part = "";
    }
  }
  if (part !== "") parts.push(part);
  return parts;
}

/**
 * Splits a line where long unbroken words may wrap: `0` marks a place to break that leaves no character behind, so that
 * text copied from the PDF is the text of the field.
 */
export function breakLongWords(line: string): (string | 0)[] {
  const out: (string | 0)[] = [];
  let from = 0;
  for (const match of line.matchAll(LONG)) {
    if (match.index > from) out.push(line.slice(from, match.index));
    cut(match[0]).forEach((part, index) => {
      if (index > 0) out.push(0);
      out.push(part);
    });
    from = match.index + match[0].length;
  }
  if (from < line.length) out.push(line.slice(from));
  return out;
}
