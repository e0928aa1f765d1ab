const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const digits = "〇一二三四五六七八九";

/** The value of Chinese numerals (十四, 七零一, 五十四, 二〇五) or digits; undefined where the text is none. */
export function hanNumber(text: string): string | undefined {
  if (/^\d{1,6}$/.test(text)) return String(Number(text));
  const plain = text.replaceAll("零", "〇").replaceAll("两", "二");
  if (!/^[〇一二三四五六七八九十百千]+$/.test(plain)) return undefined;
  if (!/[十百千]/.test(plain))
    return String(Number([...plain].map((char) => digits.indexOf(char)).join("")));
  let sum = 0;
  let held = 0;
  for (const char of plain) {
    const unit = units[char];
    if (unit === undefined) held = Math.max(0, digits.indexOf(char));
    else {
      sum += (held === 0 ? 1 : held) * unit;
      held = 0;
    }
  }
  return String(sum + held);
}

const numeral = "[〇零一二三四五六七八九十百千两\\d]";
/** 第十四, and numerals before what is numbered: 十四所, 七〇一厂, 14研究所. */
export const numbered = new RegExp(
  `^(?:第(${numeral}{1,6})(?:号|届)?|(${numeral}{2,6}|${numeral}(?=研究|所|院|厂|师|旅))(?=研究|设计|所|院|厂|局|基地|部队|工厂|集团军|师|旅|号|试验|机械|医院)|([〇零一二三四五六七八九\\d]{3,4})(?!${numeral}))`,
  "u",
);

/** What stands in short after a number: 所 is 研究所. */
export const afterNumber: Readonly<Record<string, string>> = {
  所: "研究所",
  院: "研究院",
  厂: "工厂",
  局: "局",
  室: "实验室",
};
