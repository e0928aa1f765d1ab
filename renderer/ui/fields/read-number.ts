/** What a text says as a number: its plain decimal, several values at once, or nothing that can be read safely. */
export type NumberRead =
  | { readonly kind: "number"; readonly value: string }
  | { readonly kind: "several" }
  | { readonly kind: "unread" };

const PLAIN = /^-?\d+(?:\.\d+)?$/;
/** Thousands by comma or space, or the four-digit groups of 万 and 亿; the first group may be short, no other. */
const GROUPED = [
  /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
  /^-?\d{1,3}(?: \d{3})+(?:\.\d+)?$/,
  /^-?\d{1,4}(?:,\d{4})+(?:\.\d+)?$/,
];
/** The marks of ten thousand and of a hundred million, simplified and traditional, and both together. */
const WAN = "\u4e07\u842c";
const YI = "\u4ebf\u5104";
const SCALED = new RegExp(`^(.*?)\\s*([${WAN}]?[${YI}]|[${WAN}])$`);

function placesOf(scale: string): number {
  return [...scale].reduce((places, mark) => places + (WAN.includes(mark) ? 4 : 8), 0);
}

/** The decimal moved to the right by so many places: `1.5` by 8 is `150000000`. */
function shifted(decimal: string, places: number): string {
  const [whole = "0", part = ""] = decimal.replace("-", "").split(".");
  const digits = whole + part.slice(0, places).padEnd(places, "0");
  const rest = part.slice(places);
  const text = digits.replace(/^0+(?=\d)/, "") + (rest === "" ? "" : `.${rest}`);
  return decimal.startsWith("-") ? `-${text}` : text;
}

function ungrouped(text: string): string | undefined {
  if (PLAIN.test(text)) return text.replace(/^(-?)0+(?=\d)/, "$1");
  return GROUPED.some((form) => form.test(text)) ? text.replace(/[, ]/g, "") : undefined;
}

/**
 * Reads a number as people type and paste it: full-width digits, thousands, 万 and 亿, a leading ￥ or a trailing 元. What
 * could mean more than one number, as two cells of a table or `1,5`, is never joined into one.
 */
export function readNumber(text: string): NumberRead {
  if (/[\t\n\r]/.test(text.trim())) return { kind: "several" };
  const trimmed = text
    .normalize("NFKC")
    .replace(/[\s\u00a0\u2009\u202f]+/g, " ")
    .trim()
    .replace(/^[¥￥]\s*/, "")
    .replace(/\s*\u5143\u6574?$/, "");
  const [, mantissa, scale] = SCALED.exec(trimmed) ?? [];
  const decimal = ungrouped(mantissa ?? trimmed);
  if (decimal === undefined) return { kind: "unread" };
  return { kind: "number", value: shifted(decimal, placesOf(scale ?? "")) };
}
