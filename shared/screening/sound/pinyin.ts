import { pinyin } from "pinyin-pro";

/** Characters that names read in more than one way; the readings of a person's surname are among them. */
const readings: Readonly<Record<string, readonly string[]>> = {
  行: ["xing", "hang"],
  长: ["chang", "zhang"],
  重: ["zhong", "chong"],
  乐: ["le", "yue"],
  朝: ["chao", "zhao"],
  曾: ["zeng", "ceng"],
  解: ["jie", "xie"],
  单: ["dan", "shan"],
  区: ["qu", "ou"],
  仇: ["chou", "qiu"],
  翟: ["zhai", "di"],
  盛: ["sheng", "cheng"],
  参: ["can", "shen"],
  调: ["diao", "tiao"],
  藏: ["cang", "zang"],
  大: ["da", "dai"],
  都: ["du", "dou"],
  佛: ["fo", "fu"],
  会: ["hui", "kuai"],
  石: ["shi", "dan"],
  查: ["cha", "zha"],
  贾: ["jia", "gu"],
  晟: ["sheng", "cheng"],
  贲: ["ben", "bi"],
  尹: ["yin"],
  冼: ["xian", "sian"],
  繁: ["fan", "po"],
  员: ["yuan", "yun"],
  覃: ["qin", "tan"],
  柏: ["bai", "bo"],
  薄: ["bo", "bao"],
  宁: ["ning"],
  葛: ["ge"],
  六: ["liu", "lu"],
  蚌: ["bang", "beng"],
  厦: ["sha", "xia"],
  壳: ["ke", "qiao"],
  车: ["che", "ju"],
  传: ["chuan", "zhuan"],
  降: ["jiang", "xiang"],
  奇: ["qi", "ji"],
  系: ["xi", "ji"],
  阿: ["a", "e"],
  卜: ["bu", "bo"],
  洗: ["xi", "xian"],
  那: ["na"],
  祭: ["ji", "zhai"],
  种: ["zhong", "chong"],
  朴: ["pu", "piao"],
  吕: ["lu", "lyu", "lv"],
  绿: ["lu", "lyu", "lv"],
  律: ["lu", "lyu", "lv"],
  女: ["nu", "nv"],
};

/** The readings of each character of a text, the likeliest first; what is no Chinese character reads as itself. */
export function readingsOf(text: string): readonly (readonly string[])[] {
  const likely = pinyin(text, { toneType: "none", type: "array", v: false });
  const chars = [...text];
  return chars.map((char, at) => {
    const first = (likely[at] ?? char).replaceAll("ü", "u");
    const others = readings[char];
    if (others === undefined) return [first];
    return [first, ...others.filter((other) => other !== first)];
  });
}

/** A person's name as it is read, the surname by its own reading (仇 Qiu, 解 Xie, 单 Shan, 区 Ou). */
export function personReading(text: string): readonly string[] {
  const parts = pinyin(text, { toneType: "none", type: "array", surname: "head" });
  return parts.map((one) => one.replaceAll("ü", "u"));
}

/** The likeliest sound of a Chinese text in one word. */
export function soundOf(text: string): string {
  return pinyin(text, { toneType: "none", type: "array", v: false }).join("").replaceAll("ü", "u");
}
