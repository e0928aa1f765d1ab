import { pinyin } from "pinyin-pro";
import { bareName, weakHan, weakWords } from "./normal-name.ts";

const HAN = /\p{Script=Han}/u;

/** Places that firms put before their names, in both scripts: they tell nobody apart. */
const places: readonly (readonly [zh: string, latin: string])[] = [
  ["北京", "beijing"],
  ["上海", "shanghai"],
  ["天津", "tianjin"],
  ["重庆", "chongqing"],
  ["深圳", "shenzhen"],
  ["广州", "guangzhou"],
  ["杭州", "hangzhou"],
  ["南京", "nanjing"],
  ["苏州", "suzhou"],
  ["成都", "chengdu"],
  ["武汉", "wuhan"],
  ["西安", "xian"],
  ["合肥", "hefei"],
  ["无锡", "wuxi"],
  ["宁波", "ningbo"],
  ["厦门", "xiamen"],
  ["青岛", "qingdao"],
  ["济南", "jinan"],
  ["长沙", "changsha"],
  ["郑州", "zhengzhou"],
  ["贵阳", "guiyang"],
  ["香港", "hongkong"],
  ["中国", "zhongguo"],
  ["河北", "hebei"],
  ["山西", "shanxi"],
  ["辽宁", "liaoning"],
  ["吉林", "jilin"],
  ["黑龙江", "heilongjiang"],
  ["江苏", "jiangsu"],
  ["浙江", "zhejiang"],
  ["安徽", "anhui"],
  ["福建", "fujian"],
  ["江西", "jiangxi"],
  ["山东", "shandong"],
  ["河南", "henan"],
  ["湖北", "hubei"],
  ["湖南", "hunan"],
  ["广东", "guangdong"],
  ["海南", "hainan"],
  ["四川", "sichuan"],
  ["贵州", "guizhou"],
  ["云南", "yunnan"],
  ["陕西", "shaanxi"],
  ["甘肃", "gansu"],
];
const placeLatin = new Set(places.map(([, latin]) => latin));
const placeHan = new RegExp(`^(?:${places.map(([zh]) => zh).join("|")})[省市]?`, "u");
/** Trades that lists translate and do not spell. */
const tradeHan = /(人工智能|半导体|微电子|集成电路|智能|信息|电子|软件|网络|通信|数据|产业)+$/u;

const syllables =
  /^(?:er|(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|an|en|in|un|ia|ua|uo|a|o|e|i|u|v))+$/;

/** Whether a word of a normal name reads like spelled Chinese and is more than a place. */
export function isSpelled(word: string): boolean {
  return word.length >= 3 && !placeLatin.has(word) && !weakWords.has(word) && syllables.test(word);
}

function spell(han: string): string {
  return pinyin(han, { toneType: "none", type: "array", nonZh: "removed" })
    .join("")
    .replaceAll("ü", "u")
    .toLowerCase();
}

const LEAST = 5;

function soundsOfHan(bare: string): readonly string[] {
  const core = bare.replace(weakHan, "");
  const here = core.replace(placeHan, "");
  const texts = [core, here, here.replace(tradeHan, "").replace(weakHan, "")];
  // Of one character alone half the lists would sound alike; a place by itself is nobody.
  const long = texts.filter((text) => [...text].length >= 2 && text.replace(placeHan, "") !== "");
  return [...new Set(long.map(spell))].filter((sound) => sound.length >= LEAST);
}

/** How a name sounds, without spaces, in the ways that a list may have spelled it; nothing for a name in another language. */
export function soundsOf(name: string): readonly string[] {
  const bare = bareName(name);
  if (HAN.test(bare)) return soundsOfHan(bare);
  const words = bare.split(" ").filter((word) => !weakWords.has(word) && !placeLatin.has(word));
  const sound = words.join("");
  return words.length > 0 && words.every(isSpelled) && sound.length >= LEAST ? [sound] : [];
}

/** Whether some words of a name, one after another, are spelled so. */
export function spells(name: string, sound: string): boolean {
  const words = bareName(name).split(" ");
  return words.some((_, start) => {
    let run = "";
    for (let at = start; at < words.length && run.length < sound.length; at += 1)
      run += words[at] ?? "";
    return run === sound;
  });
}
