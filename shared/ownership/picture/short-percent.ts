const WIDE = 4;
const NARROW = 2;

/** A decimal cut to so many places, downwards or upwards; what is cut is told. */
function cut(text: string, places: number, up: boolean): { text: string; exact: boolean } {
  const [whole = "0", rest = ""] = text.split(".");
  if (rest.length <= places) return { text, exact: true };
  const digits = BigInt(whole + rest.slice(0, places)) + (up ? 1n : 0n);
  const padded = digits.toString().padStart(places + 1, "0");
  const decimals = padded.slice(-places).replace(/0+$/, "");
  const integer = padded.slice(0, -places);
  return { text: decimals === "" ? integer : `${integer}.${decimals}`, exact: false };
}

/**
 * A percentage or an interval of percentages, short enough to read: an interval is widened to two places, never narrowed; a
 * figure is cut to four and marked `≈`. So nothing that is below a line ever reads as if it reached it.
 */
export function shortPercent(value: string): string {
  const interval = /^([\d.]+)–([\d.]+)%$/.exec(value);
  if (interval !== null) {
    const low = cut(interval[1] ?? "", NARROW, false).text;
    return `${low}–${cut(interval[2] ?? "", NARROW, true).text}%`;
  }
  const figure = /^([\d.]+)%$/.exec(value);
  if (figure === null) return value;
  const short = cut(figure[1] ?? "", WIDE, false);
  return short.exact ? value : `≈${short.text}%`;
}
