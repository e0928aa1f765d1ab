import { compareDecimal, type Decimal, divide, toFixed } from "#shared/kernel";

/** Digits in groups of three: `1234567.5` → `1,234,567.5`. */
export function groupDigits(value: Decimal): string {
  const negative = value.startsWith("-");
  const [whole = "0", fraction] = (negative ? value.slice(1) : value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${negative ? "-" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** An amount of money with two decimals and grouped digits. */
export function formatAmount(value: Decimal): string {
  return groupDigits(toFixed(value, 2));
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** The amount in 亿 or 万 with at most four decimals, as Chinese readers think of it; below 10,000 as it is. */
export function inWanYi(value: Decimal): string {
  const size = value.startsWith("-") ? value.slice(1) : value;
  if (compareDecimal(size, "100000000") >= 0)
    return `${trimZeros(divide(value, "100000000", 4))} 亿`;
  if (compareDecimal(size, "10000") >= 0) return `${trimZeros(divide(value, "10000", 4))} 万`;
  return trimZeros(value);
}

const DIGITS = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿", "兆", "京"];

function capitalGroup(group: string): string {
  let text = "";
  let pendingZero = false;
  for (const [index, character] of [...group].entries()) {
    const place = group.length - 1 - index;
    if (character === "0") {
      pendingZero = text !== "";
      continue;
    }
    text += (pendingZero ? "零" : "") + (DIGITS[Number(character)] ?? "") + (PLACES[place] ?? "");
    pendingZero = false;
  }
  return text;
}

function capitalWhole(whole: string): string {
  let text = "";
  let gap = false;
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 4)
    groups.unshift(whole.slice(Math.max(0, end - 4), end));
  for (const [index, group] of groups.entries()) {
    const written = capitalGroup(group);
    if (written === "") {
      gap = text !== "";
      continue;
    }
    const short = text !== "" && (gap || group.startsWith("0"));
    text += (short ? "零" : "") + written + (GROUPS[groups.length - 1 - index] ?? "");
    gap = false;
  }
  return text === "" ? "零" : text;
}

/**
 * The amount in capital characters as contracts and licence forms write it (大写金额): `1001.05` with 元 →
 * 壹仟零壹元零伍分. Rounded to two decimals; up to twenty digits before the point, beyond which a RangeError is thrown.
 */
export function capitalAmount(value: Decimal, unit = "元"): string {
  const fixed = toFixed(value, 2);
  const negative = fixed.startsWith("-");
  const [whole = "0", fraction = "00"] = (negative ? fixed.slice(1) : fixed).split(".");
  if (whole.length > 20) throw new RangeError("amount too large for capital characters");
  const [jiao = "0", fen = "0"] = fraction;
  const start = whole === "0" && fraction !== "00" ? "" : `${capitalWhole(whole)}${unit}`;
  let end = "";
  if (jiao !== "0") end += `${DIGITS[Number(jiao)]}角`;
  else if (fen !== "0" && start !== "") end += "零";
  if (fen !== "0") end += `${DIGITS[Number(fen)]}分`;
  return `${negative ? "负" : ""}${start}${end === "" ? "整" : end}`;
}
