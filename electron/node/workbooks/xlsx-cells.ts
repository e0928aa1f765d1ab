import { readXml } from "./read-xml.ts";

/** How the number of a cell is shown, by the number of its style. */
export type Styles = {
  readonly kinds: readonly ("plain" | "date" | "percent")[];
  readonly date1904: boolean;
};

/** Built-in formats that show a day (ECMA-376 part 1, 18.8.30), the Chinese and Japanese ones among them. */
const DATE_FORMATS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
const PERCENT_FORMATS = new Set([9, 10]);

/** Whether a format of the file's own shows a day or a percentage; quoted words and colours are not looked at. */
function kindOfCode(code: string): Styles["kinds"][number] {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  if (bare.includes("%")) return "percent";
  return /[yd]/i.test(bare) || /m.*[年月日]/i.test(bare) ? "date" : "plain";
}

/** The styles of a workbook, as far as they say how a number is meant. */
export function readStyles(text: string | undefined, date1904: boolean): Styles {
  const own = new Map<number, Styles["kinds"][number]>();
  const kinds: Styles["kinds"][number][] = [];
  let inCells = false;
  readXml(text, {
    open: (name, attributes) => {
      if (name === "cellXfs") inCells = true;
      if (name === "numFmt")
        own.set(Number(attributes["numFmtId"]), kindOfCode(attributes["formatCode"] ?? ""));
      if (name !== "xf" || !inCells) return;
      const id = Number(attributes["numFmtId"] ?? 0);
      if (DATE_FORMATS.has(id)) kinds.push("date");
      else if (PERCENT_FORMATS.has(id)) kinds.push("percent");
      else kinds.push(own.get(id) ?? "plain");
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
    text: () => undefined,
  });
  return { kinds, date1904 };
}

/** Days from the year 0 to a civil day, and back, without any clock (Howard Hinnant's reckoning). */
function civilDay(days: number): string {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const full = year + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(full).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The day that a serial number stands for; the 1900 calendar counts a 29 February that never was. */
function dayOf(serial: number, date1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole <= 2_958_465)) return undefined;
  if (date1904) return civilDay(whole - 24_107);
  return whole === 60 ? undefined : civilDay(whole - (whole > 60 ? 25_569 : 25_568));
}

/** A number as its shortest decimal, without exponent; what is no number stays as it was. */
function plainNumber(raw: string): string {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return raw;
  // Spreadsheets keep fifteen digits; what binary adds behind them was never typed.
  const text = String(Number(value.toPrecision(15)));
  return /e/i.test(text) ? value.toFixed(12).replace(/\.?0+$/, "") : text;
}

/** What a cell shows, as the text that a table would have. */
export function cellText(
  raw: string,
  cell: { readonly type: string; readonly style: number },
  reading: { readonly strings: readonly string[]; readonly styles: Styles },
): string {
  if (cell.type === "s") return reading.strings[Number(raw)] ?? "";
  if (cell.type === "b") return raw === "1" ? "yes" : "no";
  if (cell.type === "d") return raw.slice(0, 10);
  // An error value (`#REF!`) stays as it is and is refused by whoever reads the cell.
  if (cell.type !== "n" || raw === "") return raw;
  const kind = reading.styles.kinds[cell.style] ?? "plain";
  if (kind === "date") return dayOf(Number(raw), reading.styles.date1904) ?? plainNumber(raw);
  if (kind === "percent") return `${plainNumber(String(Number(raw) * 100))}%`;
  return plainNumber(raw);
}
