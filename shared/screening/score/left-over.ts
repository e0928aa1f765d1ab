import type { Name } from "../tokens/name.ts";
import type { Token, TokenClass } from "../tokens/token.ts";
import type { Against } from "./against.ts";
import type { Link } from "./link.ts";
import { isBranchWord, isHouse, type Rest, type Sides } from "./sides.ts";

/** How much a piece in one name only speaks against: a part of what it would have told, and at most so many bits. */
const weights: Readonly<Record<TokenClass, readonly [part: number, most: number]>> = {
  brand: [0.7, 8],
  word: [0.4, 4],
  place: [0.25, 1.2],
  country: [0.4, 2],
  trade: [0.6, 3],
  kind: [0.6, 2.5],
  group: [0.2, 0.3],
  state: [0.4, 1.2],
  number: [1, 6],
  form: [0, 0],
};

const HOUSE = 1;
/** A number and its institute say who it is; which trade it has goes without saying. */
const NUMBERED = 0.4;
/** A whole legal name without a place beside one that has it: the parent beside a local firm of its own. */
const LOCAL = 3;
/** A business of its own beside a known brand in a whole legal name: the subsidiary, where the list has the house. */
const SUBSIDIARY = 2.5;
const OWN_BUSINESS = 4.5;
/** One known brand says nearly all. */
const KNOWN = 1.3;
/** A university is known by all the words of its name. */
const OTHER_BODY = 5;

/** Kinds of bodies that a firm or institute runs or founds and that are bodies of their own. */
const apartKinds =
  /(?:医院|学会|协会|商会|联合会|学校|中学|小学|大学|(?<!科)学院|银行|基金会|出版社|俱乐部|酒店|宾馆)$/u;
const APART = 8;
const bodyWords = new Set(["university", "institute", "college", "school", "academy", "research"]);

/** Whether a word makes another university of one that has the rest of its name: Polytechnic, Normal. */
const isOtherBody = ({ cls, stem }: Token) =>
  cls === "trade" || cls === "place" || cls === "word" || (cls === "kind" && !bodyWords.has(stem));

const isBranch = (rest: readonly Rest[]) => rest.some(({ token }) => isBranchWord(token.stem));

const isPlain = ({ cls }: Token) =>
  cls === "place" || cls === "trade" || cls === "kind" || cls === "group";

/** A Chinese name that is nothing but a brand of the brand table is somebody's short name, whatever the list adds to the brand. */
function isShort(name: Name, links: readonly Link[]): boolean {
  const [brand] = name.tokens;
  if (!name.han || brand === undefined || name.hasForm) return false;
  // Three syllables are somebody's name as surely as a brand of the table.
  const told = ({ kind, left }: Link) =>
    kind === "brand-table" || (kind === "sound" && left.length >= 3);
  if (!links.some(told)) return false;
  if (/(?:大学|院|所|中心|实验室)$/u.test(brand.text)) return false;
  return name.tokens.every((token) => token === brand || token.cls === "group");
}

const isPlaceless = (name: Name) =>
  name.han && name.hasForm && !name.tokens.some(({ cls }) => cls === "place");

/** Words that a house of technology adds to its name without another business in it. */
const general = new Set(
  "网络 信息 信息技术 信息科技 智能 智能科技 电子 电子科技 数字 数码 数据 实业 工业 产业 信息产业 高新技术 新技术 量子技术 设备 系统".split(
    " ",
  ),
);

/** Businesses that are common words and yet are carried on by a firm of their own. */
const apart = new Set(
  "贸易 商贸 国际贸易 进出口 投资 财务 服务 科技服务 管理 资产管理 置业 物业".split(" "),
);

/** Businesses of everyday life: who carries them on is not the house of technology that bears the same brand. */
const everyday =
  /餐饮|食品|酒店|旅游|物业|教育|文化|传媒|影视|广告|服装|服饰|家居|装饰|房地产|置业|农业|农机|医药|保险|证券|商贸|花店|美容/u;
const EVERYDAY = 3;

const isOwnBusiness = ({ han, bits, text }: Token) =>
  han && (bits >= OWN_BUSINESS || apart.has(text)) && !general.has(text);

const isTrade = ({ token }: Rest) => token.cls === "trade";

const isUniversity = ({ han, cls, text }: Token) =>
  han && cls === "brand" && /(?:大学|(?<!科)学院)$/u.test(text);

type Frame = {
  readonly short: boolean;
  readonly branch: boolean;
  readonly placeless: boolean;
  readonly university: boolean;
  /** A known brand matched, and only one of the names says a trade beside it. */
  readonly known: boolean;
  /** The Chinese legal name says a business that the other name of the same house does not. */
  readonly subsidiary: boolean;
};

function bitsOf(sides: Sides, frame: Frame, { token, share }: Rest): number {
  const { cls, han, text } = token;
  if (frame.short && !han && isPlain(token)) return 0;
  if (frame.branch && cls !== "number") return 0;
  if (han && cls === "trade" && everyday.test(text))
    return Math.min(weights.trade[1], token.bits * weights.trade[0]) * share + EVERYDAY;
  if (sides.numbered && (cls === "trade" || cls === "state")) return NUMBERED * share;
  if (isHouse(sides, token)) return HOUSE * share;
  if (frame.university && !han && isOtherBody(token)) return OTHER_BODY;
  if (han && cls === "kind" && apartKinds.test(text) && share > 0.4) return APART;
  if (
    cls === "trade" &&
    frame.subsidiary &&
    han &&
    token.bits >= OWN_BUSINESS &&
    !general.has(text)
  )
    return Math.min(weights.trade[1], token.bits * weights.trade[0]) * share + SUBSIDIARY;
  if (cls === "trade" && frame.known && !isOwnBusiness(token))
    return Math.min(KNOWN, token.bits * 0.4) * share;
  const [part, most] = weights[cls];
  const local = cls === "place" && !han && frame.placeless ? LOCAL : 0;
  return Math.min(most, token.bits * part) * share + local;
}

function isSubsidiary(
  name: Name,
  other: Name,
  own: readonly Rest[],
  beside: readonly Rest[],
  { known }: Sides,
): boolean {
  // A name that is nothing but the brand says no more than it can: XMC.
  const bare = other.tokens.length < 2;
  return known && !bare && name.han && name.hasForm && own.some(isTrade) && !beside.some(isTrade);
}

/** What the pieces that stand in one name only say against. */
export function leftOver(sides: Sides): readonly Against[] {
  const { one, other, links, ours, theirs } = sides;
  const frame = {
    short: isShort(one, links) || isShort(other, links),
    branch: isBranch(ours) || isBranch(theirs),
    placeless: isPlaceless(one) || isPlaceless(other),
    known: sides.known && !one.hasForm && !(ours.some(isTrade) && theirs.some(isTrade)),
    subsidiary:
      isSubsidiary(one, other, ours, theirs, sides) ||
      isSubsidiary(other, one, theirs, ours, sides),
    university: [...one.tokens, ...other.tokens].some(isUniversity),
  };
  return [...ours, ...theirs].map((rest) => ({
    reason: rest.token.cls === "number" ? "number" : "left-over",
    cls: rest.token.cls,
    text: rest.token.text,
    bits: bitsOf(sides, frame, rest),
  }));
}
