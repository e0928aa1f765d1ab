import { brandStems } from "../tables/lexicon.ts";
import type { Name } from "../tokens/name.ts";
import type { Token, TokenClass } from "../tokens/token.ts";
import { hanLatinLinks, hanLinks } from "./han-links.ts";
import { latinLinks } from "./latin-links.ts";
import { bestLinks, type Link } from "./link.ts";

/** What speaks against two names being one. */
export type Against = {
  readonly reason: "left-over" | "conflict" | "number" | "form" | "brand";
  readonly cls: TokenClass;
  readonly text: string;
  readonly bits: number;
};

/** Two names laid side by side: what they share, what is left over, and what that comes to in bits. */
export type Weighed = {
  readonly links: readonly Link[];
  readonly against: readonly Against[];
  readonly bits: number;
  /** Nothing that names is left over on either side. */
  readonly complete: boolean;
};

/** How much an unmatched piece speaks against, as a part of what it would have told and at most so many bits. */
const left: Readonly<Record<TokenClass, readonly [part: number, most: number]>> = {
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
/** What more speaks against where both sides have something of this sort left over. */
const conflict: Readonly<Record<TokenClass, number>> = {
  brand: 6,
  word: 4,
  place: 9,
  country: 6,
  trade: 3.5,
  kind: 4,
  group: 0,
  state: 0,
  number: 20,
  form: 0,
};
const COMPLETE = 3;
const OTHER_FORM = 8;
const NO_BRAND = 9;
const HOUSE = 1;
/** A number and its institute say who it is; which trade it has goes without saying. */
const NUMBERED = 0.4;
/** A whole legal name without a place beside one that has it: the parent beside a local firm of its own. */
const LOCAL = 3;
/** A university is known by all the words of its name. */
const OTHER_BODY = 5;
const OTHER_FIRM = 12;
const SISTER = 3.5;
const RARE = 12;

type Rest = { readonly token: Token; readonly share: number };

function restOf(tokens: readonly Token[], used: ReadonlySet<number>): readonly Rest[] {
  const rest: Rest[] = [];
  for (const token of tokens) {
    let free = 0;
    for (let at = token.from; at < token.to; at += 1) if (!used.has(at)) free += 1;
    if (free > 0) rest.push({ token, share: free / (token.to - token.from) });
  }
  return rest;
}

/** Whether a piece names the house that a body belongs to, which one list says and another does not: 中国科学院, CSSC. */
function isHouse(token: Token): boolean {
  if (token.cls === "state") return true;
  if (token.cls !== "brand") return false;
  return token.han
    ? token.text.startsWith("中国") || houses.has(token.text)
    : houseStems.has(token.stem);
}
const houses = new Set(
  "中科院 军事科学院 军事医学科学院 航天科工 航天科工集团 航天科技集团 中电科 电科 中船重工 中船 中航工业 中航 中核集团 兵器工业集团".split(
    " ",
  ),
);
const houseStems = new Set(
  "cas cetc cec cssc csic casc casic avic aecc norinco cnnc caep amms csgc".split(" "),
);

/** Whether a word is left over that makes another firm of the same name: a holding, a subsidiary abroad. */
function tellsApart({ cls, stem }: Token): boolean {
  return stem === "holding" || (cls === "country" && !regions.has(stem));
}

const regions = new Set(["europe", "european", "asia", "africa", "african", "middleeast"]);
const isPlaceless = (name: Name) =>
  name.han && name.hasForm && !name.tokens.some(({ cls }) => cls === "place");

const isPlain = ({ cls }: Token) =>
  cls === "place" || cls === "trade" || cls === "kind" || cls === "group";

/** A Chinese name that is nothing but a brand of the brand table is somebody's short name, whatever the list adds to the brand. */
function isShort(name: Name, links: readonly Link[]): boolean {
  const [brand] = name.tokens;
  if (brand === undefined || name.hasForm) return false;
  const table = links.some((link) => link.kind === "brand-table");
  return (
    table &&
    name.tokens.every((token) => token === brand || token.cls === "group") &&
    !/(?:大学|学院|研究院|研究所|中心)$/u.test(brand.text)
  );
}

const isBranch = (rest: readonly Rest[]) => rest.some(({ token }) => branches.has(token.stem));
const branches = new Set(["branch", "分公司", "办事处", "代表处", "分部"]);

/** Whether a brand of the brand table is among what matched: many firms bear it, all of one house. */
function knownBrand(name: Name, used: ReadonlySet<number>): boolean {
  return name.tokens.some(
    (token) => token.cls === "brand" && used.has(token.from) && brandStems.has(token.stem),
  );
}

function linksOf(one: Name, other: Name): readonly Link[] {
  const links: Link[] = [];
  if (one.han) links.push(...hanLatinLinks(one, other.tokens, false));
  if (other.han) links.push(...hanLatinLinks(other, one.tokens, true));
  if (one.han && other.han) links.push(...hanLinks(one, other));
  links.push(...latinLinks(one.tokens, other.tokens));
  return links;
}

/** Weighs two names of bodies against each other. */
export function weigh(one: Name, other: Name): Weighed {
  const links = bestLinks(linksOf(one, other));
  const usedLeft = new Set(links.flatMap((link) => link.left));
  const usedRight = new Set(links.flatMap((link) => link.right));
  const restLeft = restOf(one.tokens, usedLeft);
  const restRight = restOf(other.tokens, usedRight);
  const against: Against[] = [];
  const sure =
    links.some((link) => link.kind === "brand-table" && link.bits >= RARE) ||
    knownBrand(one, usedLeft) ||
    knownBrand(other, usedRight);
  let bits = links.reduce((sum, link) => sum + link.bits, 0);
  const charge = (reason: Against["reason"], cls: TokenClass, text: string, amount: number) => {
    if (amount <= 0) return;
    against.push({ reason, cls, text, bits: amount });
    bits -= amount;
  };
  const latin = !one.han && !other.han;
  const numbered = links.some((link) => link.kind === "number");
  const placed = numbered || links.filter((link) => link.bits >= 2).length >= 2;
  const whole = [...one.tokens, ...other.tokens].some(
    ({ han, cls, text }) => han && cls === "brand" && /(?:大学|学院)$/u.test(text),
  );
  const branch = isBranch(restLeft) || isBranch(restRight);
  const short = (one.han && isShort(one, links)) || (other.han && isShort(other, links));
  for (const { token, share } of [...restLeft, ...restRight]) {
    if (short && !token.han && isPlain(token)) continue;
    if (latin && !sure && tellsApart(token)) charge("left-over", token.cls, token.text, OTHER_FIRM);
    if (branch && token.cls !== "number") continue;
    if (numbered && (token.cls === "trade" || token.cls === "state")) {
      charge("left-over", token.cls, token.text, NUMBERED * share);
      continue;
    }
    if (token.cls === "place" && !token.han && (isPlaceless(one) || isPlaceless(other)))
      charge("left-over", "place", token.text, LOCAL);
    if (placed && isHouse(token)) {
      charge("left-over", token.cls, token.text, HOUSE * share);
      continue;
    }
    if (
      whole &&
      !token.han &&
      (token.cls === "trade" || token.cls === "place" || token.cls === "word")
    ) {
      charge("left-over", token.cls, token.text, OTHER_BODY);
      continue;
    }
    const [part, most] = left[token.cls];
    charge(
      token.cls === "number" ? "number" : "left-over",
      token.cls,
      token.text,
      Math.min(most, token.bits * part) * share,
    );
  }
  for (const cls of Object.keys(conflict) as TokenClass[]) {
    const own = ({ token }: Rest) => token.cls === cls && !(placed && isHouse(token));
    const ours = restLeft.filter(own);
    const theirs = restRight.filter(own);
    if (ours.length === 0 || theirs.length === 0 || conflict[cls] === 0) continue;
    // Firms of one known brand do many things; two firms that only sound alike do one each.
    const amount = cls === "trade" && sure ? SISTER : conflict[cls];
    charge("conflict", cls, `${ours[0]?.token.text}|${theirs[0]?.token.text}`, amount);
  }
  const named = (rest: readonly Rest[]) =>
    rest.some(
      ({ token, share }) => share === 1 && token.cls === "brand" && !(placed && isHouse(token)),
    );
  const brands = [...one.tokens, ...other.tokens].some((token) => token.cls === "brand");
  const matched =
    one.tokens.some((token) => token.cls === "brand" && usedLeft.has(token.from)) ||
    other.tokens.some((token) => token.cls === "brand" && usedRight.has(token.from));
  if (brands && !matched && (named(restLeft) || named(restRight)))
    charge("brand", "brand", "", NO_BRAND);
  if (one.form !== "" && other.form !== "" && one.form !== other.form)
    charge("form", "form", `${one.form}|${other.form}`, OTHER_FORM);
  const loose = (rest: readonly Rest[]) =>
    rest.every(({ token }) => token.cls === "group" || token.cls === "form");
  const otherForm = one.form !== "" && other.form !== "" && one.form !== other.form;
  const complete = !otherForm && links.length > 0 && loose(restLeft) && loose(restRight);
  if (complete) bits += COMPLETE;
  return { links, against, bits, complete };
}
