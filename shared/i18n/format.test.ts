import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capitalAmount, formatAmount, groupDigits, inWanYi } from "./index.ts";

const VALUES: Record<string, number> = {
  零: 0,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const PLACES: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };
const GROUPS: Record<string, bigint> = {
  万: 10_000n,
  亿: 100_000_000n,
  兆: 1_000_000_000_000n,
  京: 10_000_000_000_000_000n,
};

/** An independent reader of capital amounts, in hundredths. */
function read(text: string): bigint {
  let total = 0n;
  let group = 0n;
  let digit = 0n;
  for (const character of text) {
    if (character in VALUES) digit = BigInt(VALUES[character] ?? 0);
    else if (character in PLACES) {
      group += digit * (PLACES[character] ?? 1n);
      digit = 0n;
    } else if (character in GROUPS) {
      total += (group + digit) * (GROUPS[character] ?? 1n);
      group = 0n;
      digit = 0n;
    } else if (character === "元") {
      total = (total + group + digit) * 100n;
      group = 0n;
      digit = 0n;
    } else if (character === "角") {
      total += digit * 10n;
      digit = 0n;
    } else if (character === "分") {
      total += digit;
      digit = 0n;
    }
  }
  return total;
}

describe("capital amounts", () => {
  it("follow the customary spelling", () => {
    const cases: [string, string][] = [
      ["0", "零元整"],
      ["10", "壹拾元整"],
      ["1001.05", "壹仟零壹元零伍分"],
      ["0.5", "伍角"],
      ["0.07", "柒分"],
      ["100000000", "壹亿元整"],
      ["100010000", "壹亿零壹万元整"],
      ["6399998000", "陆拾叁亿玖仟玖佰玖拾玖万捌仟元整"],
      ["20001000.3", "贰仟万壹仟元叁角"],
      ["200000000005.40", "贰仟亿零伍元肆角"],
    ];
    for (const [value, text] of cases) expect(capitalAmount(value), value).toBe(text);
  });
  it("read back to the same number", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }), (cents) => {
        const text = capitalAmount(`${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`);
        expect(read(text)).toBe(cents);
      }),
    );
  });
  it("refuse what cannot be written", () => {
    expect(() => capitalAmount("1".repeat(21))).toThrow(RangeError);
  });
});

describe("amounts", () => {
  it("are grouped and rounded", () => {
    expect(groupDigits("-1234567.5")).toBe("-1,234,567.5");
    expect(formatAmount("999.995")).toBe("1,000.00");
  });
  it("are short in 万 and 亿", () => {
    expect(inWanYi("200000")).toBe("20 万");
    expect(inWanYi("6399998000")).toBe("64 亿");
    expect(inWanYi("6312345000")).toBe("63.1235 亿");
    expect(inWanYi("9999.50")).toBe("9999.5");
  });
});
