import type { Token, TokenClass } from "../tokens/token.ts";
import type { Against } from "./against.ts";
import { hasOtherForm, isBranchWord, isHouse, type Rest, type Sides } from "./sides.ts";

/** What more speaks against where both names have something of one sort that the other does not. */
const weights: Readonly<Record<TokenClass, number>> = {
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
const NO_BRAND = 9;
const OTHER_PLACE = 12;
const ELSEWHERE = 12;
const OTHER_FORM = 8;
const OTHER_FIRM = 12;
const OF_BODY = 8;
const OTHER_FIELD = 6;
/** A trade that says more than "technology". */
const OWN = 3;

const isYear = (text: string) => /^(?:19|20)\d\d$/.test(text);

function conflictIn(sides: Sides, cls: TokenClass): Against | undefined {
  const own = ({ token }: Rest) => token.cls === cls && !isHouse(sides, token);
  const ours = sides.ours.filter(own);
  const theirs = sides.theirs.filter(own);
  const [first] = ours;
  const [second] = theirs;
  if (first === undefined || second === undefined || weights[cls] === 0) return undefined;
  const text = `${first.token.text}|${second.token.text}`;
  // Years of two issues of one trust are no serial numbers.
  const years = cls === "number" && [...ours, ...theirs].every(({ token }) => isYear(token.text));
  if (years) return { reason: "conflict", cls, text, bits: 1 };
  // Houses with a known brand have a firm of the same trade in every place.
  if (cls === "place" && sides.known) return { reason: "conflict", cls, text, bits: OTHER_PLACE };
  const times = cls === "trade" ? Math.min(ours.length, theirs.length) : 1;
  return { reason: "conflict", cls, text, bits: weights[cls] * times };
}

const regions = new Set(["europe", "european", "asia", "africa", "african", "middleeast"]);
const home = new Set(["china", "hongkong", "hk"]);

/** Whether a word is left over that makes another firm of the same name: a holding, a subsidiary abroad. */
function tellsApart({ cls, stem }: Token): boolean {
  if (stem === "holding") return true;
  return cls === "country" && !regions.has(stem) && !home.has(stem);
}

function otherFirm(sides: Sides): Against | undefined {
  const { one, other, ours, theirs, known } = sides;
  if (one.han || other.han || known) return undefined;
  // A house of one special form in both names is one house: Deutsche Bank (Schweiz) AG.
  if (one.form !== "" && one.form === other.form) return undefined;
  const found = [...ours, ...theirs].find(({ token }) => tellsApart(token));
  if (found === undefined) return undefined;
  return { reason: "other-firm", cls: found.token.cls, text: found.token.text, bits: OTHER_FIRM };
}

/** An institute that nothing but its field names, and one of the same field that the other name puts somewhere. */
function elsewhere({ one, other, links, ours, theirs, ...sides }: Sides): Against | undefined {
  const matched = [
    ...one.tokens.filter(({ from, to }) =>
      links.some(({ left }) => left.some((at) => at >= from && at < to)),
    ),
    ...other.tokens.filter(({ from }) => links.some(({ right }) => right.includes(from))),
  ];
  if (!matched.some(({ cls }) => cls === "kind")) return undefined;
  const all = { one, other, links, ours, theirs, ...sides };
  const says = ({ cls, ...token }: Token) =>
    cls === "place" ||
    cls === "number" ||
    cls === "word" ||
    (cls === "brand" && !isHouse(all, { cls, ...token }));
  if (matched.some(says)) return undefined;
  // A Chinese name may say the town of an institute that its English name leaves out.
  const found = [...ours, ...theirs].find(({ token }) => token.cls === "place" && !token.han);
  return found === undefined
    ? undefined
    : { reason: "conflict", cls: "place", text: found.token.text, bits: ELSEWHERE };
}

function noBrand(sides: Sides): Against | undefined {
  const { one, other, ours, theirs, branded } = sides;
  const whole = ({ token, share }: Rest) =>
    share === 1 && token.cls === "brand" && !isHouse(sides, token);
  if (branded || ![...one.tokens, ...other.tokens].some(({ cls }) => cls === "brand"))
    return undefined;
  if (!ours.some(whole) && !theirs.some(whole)) return undefined;
  return { reason: "brand", cls: "brand", text: "", bits: NO_BRAND };
}

/** A town of ours that the entry says under none of its names, where it says another one: the firm of that brand elsewhere. */
function otherTown({ ours, theirs, beside, known }: Sides): Against | undefined {
  const own = ours.find(({ token }) => token.cls === "place" && token.han);
  if (own === undefined || theirs.some(({ token }) => token.cls === "place")) return undefined;
  if (ours.some(({ token }) => isBranchWord(token.stem))) return undefined;
  const town = beside.find(({ cls }) => cls === "place");
  if (town === undefined) return undefined;
  const text = `${own.token.text}|${town.text}`;
  return { reason: "conflict", cls: "place", text, bits: known ? OTHER_PLACE : weights.place };
}

const firmWords = /\b(?:co|ltd|inc|corp|corporation|limited|company|group|holdings?)\b/i;

const bodyEnding = /(?:大学|院|所|中心|实验室|基地)(?:有限|股份|（|\(|$)/u;
const bodyWords = /\b(?:university|institute|laborator(?:y|ies)|academy)\b/i;

/** A firm that bears the name of a university, institute or laboratory is not that body. */
function ofBody({ one, other }: Sides): Against | undefined {
  const firm = one.han && (one.hasForm || one.tokens.some(({ cls }) => cls === "group"));
  if (!firm || other.han || firmWords.test(other.raw)) return undefined;
  if (!bodyWords.test(other.raw) || bodyEnding.test(one.normal)) return undefined;
  return { reason: "conflict", cls: "kind", text: `${one.raw}|${other.raw}`, bits: OF_BODY };
}

/** A trade of ours that the entry says under none of its names, where it says others. */
function otherTrade({ ours, theirs, beside }: Sides): Against | undefined {
  const own = ours.find(({ token }) => token.cls === "trade" && token.han && token.bits >= OWN);
  if (own === undefined || theirs.some(({ token }) => token.cls === "trade")) return undefined;
  const other = beside.find(({ cls, bits }) => cls === "trade" && bits >= OWN);
  if (other === undefined) return undefined;
  const text = `${own.token.text}|${other.text}`;
  return { reason: "conflict", cls: "trade", text, bits: weights.trade };
}

/** Two institutes of one house and town are told apart by their fields alone. */
function otherField(sides: Sides): Against | undefined {
  const { one, other, links, ours, theirs } = sides;
  const linked = new Set(links.flatMap(({ left }) => left));
  const body = one.tokens.some(({ cls, from }) => cls === "kind" && linked.has(from));
  if (!one.han || other.han || !body || sides.numbered) return undefined;
  const field = ({ token, share }: Rest) => token.cls === "trade" && share === 1;
  const mine = ours.find(field);
  const yours = theirs.find(field);
  if (mine === undefined || yours === undefined) return undefined;
  const text = `${mine.token.text}|${yours.token.text}`;
  return { reason: "conflict", cls: "trade", text, bits: OTHER_FIELD };
}

function otherForm(sides: Sides): Against | undefined {
  if (!hasOtherForm(sides)) return undefined;
  const text = `${sides.one.form}|${sides.other.form}`;
  return { reason: "form", cls: "form", text, bits: OTHER_FORM };
}

/** What differs between the two names, beyond what is only left over. */
export function conflictsOf(sides: Sides): readonly Against[] {
  const classes = Object.keys(weights) as TokenClass[];
  const found = [
    ...classes.map((cls) => conflictIn(sides, cls)),
    otherFirm(sides),
    elsewhere(sides),
    noBrand(sides),
    otherTown(sides),
    ofBody(sides),
    otherTrade(sides),
    otherField(sides),
    otherForm(sides),
  ];
  return found.filter((one) => one !== undefined);
}

/** Whether the difference is one that no likeness of the rest makes good: another number, a holding, another country's firm or form. */
export function excludes({ reason, cls, bits }: Against): boolean {
  return (
    reason === "other-firm" ||
    reason === "form" ||
    (reason === "conflict" && (cls === "country" || (cls === "number" && bits > 1)))
  );
}
