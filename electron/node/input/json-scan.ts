/** Where the JSON string that begins at `at` ends (behind its quote); -1 when the text ends first. */
export function endOfString(text: string, at: number): number {
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return -1;
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 0x5c && quote - 1 - slashes > at) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    from = quote + 1;
  }
}

const STOPS = /["[\]{}]/g;
const SCALAR_END = /[\s,\]}]/g;

function endOfNested(text: string, at: number): number {
  let depth = 0;
  let from = at;
  for (;;) {
    STOPS.lastIndex = from;
    const stop = STOPS.exec(text);
    if (stop === null) return -1;
    const sign = stop[0];
    if (sign === '"') {
      from = endOfString(text, stop.index);
      if (from < 0) return -1;
      continue;
    }
    depth += sign === "{" || sign === "[" ? 1 : -1;
    from = stop.index + 1;
    if (depth === 0) return from;
  }
}

/** Where the JSON value that begins at `at` ends, by its brackets and quotes alone; -1 when the text ends first. */
export function endOfValue(text: string, at: number): number {
  const first = text.charAt(at);
  if (first === '"') return endOfString(text, at);
  if (first === "{" || first === "[") return endOfNested(text, at);
  SCALAR_END.lastIndex = at;
  return SCALAR_END.exec(text)?.index ?? -1;
}
