import { brandStems } from "../tables/lexicon.ts";
import type { Name } from "../tokens/name.ts";
import type { Token } from "../tokens/token.ts";
import type { Link } from "./link.ts";

/** What the other names of an entry add to one of them: pieces of ours that they answer, towns and trades that they say. */
export type Beside = {
  readonly said: readonly number[];
  readonly theirs: readonly Token[];
};

/** A piece that nothing of the other name answers, and how much of it is left. */
export type Rest = { readonly token: Token; readonly share: number };

/** Two names beside each other with what links them and what is left over on either side. */
export type Sides = {
  readonly one: Name;
  readonly other: Name;
  readonly links: readonly Link[];
  readonly ours: readonly Rest[];
  readonly theirs: readonly Rest[];
  /** Towns and trades that the list says of the same body under other names. */
  readonly beside: readonly Token[];
  /** A brand of the brand table matched: what else its firms do tells less. */
  readonly known: boolean;
  /** Some brand matched at all. */
  readonly branded: boolean;
  /** The same number stands in both. */
  readonly numbered: boolean;
  /** Enough matched that the house which a body belongs to need not be named in both. */
  readonly placed: boolean;
};

const RARE = 12;
/** A body's own name in so many words is told apart from its house. */
const OWN_WORDS = 4;
const isWholeName = (kind: string, words: number) => kind === "brand-table" && words >= OWN_WORDS;

function restOf(tokens: readonly Token[], used: ReadonlySet<number>): readonly Rest[] {
  const rest: Rest[] = [];
  for (const token of tokens) {
    let free = 0;
    for (let at = token.from; at < token.to; at += 1) if (!used.has(at)) free += 1;
    if (free === 0) continue;
    // Of a longer word one part may be left over as a whole: 软件 of 软件技术.
    const part = token.parts?.find(
      ({ from, to }) => to - from === free && !used.has(from) && !used.has(to - 1),
    );
    rest.push(
      part !== undefined && free < token.to - token.from
        ? { token: part, share: 1 }
        : { token, share: free / (token.to - token.from) },
    );
  }
  return rest;
}

const isBrand = ({ cls }: Token) => cls === "brand";

/** Lays two names beside each other. */
export function sidesOf(
  one: Name,
  other: Name,
  links: readonly Link[],
  beside: Beside = { said: [], theirs: [] },
): Sides {
  const left = new Set(links.flatMap((link) => link.left));
  const right = new Set(links.flatMap((link) => link.right));
  const matched = [
    ...one.tokens.filter((token) => left.has(token.from)),
    ...other.tokens.filter((token) => right.has(token.from)),
  ];
  const numbered = links.some((link) => link.kind === "number");
  return {
    one,
    other,
    links,
    ours: restOf(one.tokens, new Set([...left, ...beside.said])),
    theirs: restOf(other.tokens, right),
    beside: beside.theirs,
    known:
      links.some((link) => link.kind === "brand-table" && link.bits >= RARE) ||
      matched.some((token) => isBrand(token) && brandStems.has(token.stem)),
    branded: matched.some(isBrand),
    numbered,
    placed:
      numbered ||
      links.filter((link) => link.bits >= 2).length >= 2 ||
      links.some((link) => isWholeName(link.kind, Math.max(link.right.length, link.left.length))) ||
      one.tokens.filter(({ han, from }) => han && left.has(from)).length >= 2,
  };
}

const houses = new Set(
  "中科院 军事科学院 军事医学科学院 航天科工 航天科工集团 航天科技集团 中电科 电科 中船重工 中船 中航工业 中航 中核集团 兵器工业集团".split(
    " ",
  ),
);
const houseStems = new Set(
  "cas cast calt cetc cec cssc csic casc casic avic aecc norinco cnnc caep amms csgc".split(" "),
);

/** Whether a piece names the house that a body belongs to, which one list says and another does not: 中国科学院, CSSC. */
export function isHouse({ placed }: Sides, { cls, han, text, stem }: Token): boolean {
  if (!placed) return false;
  if (cls === "state") return true;
  if (cls !== "brand") return false;
  return han ? text.startsWith("中国") || houses.has(text) : houseStems.has(stem);
}

/** Whether the legal forms are those of two countries or kinds: GmbH and Sdn. Bhd. */
export function hasOtherForm({ one, other }: Sides): boolean {
  return one.form !== "" && other.form !== "" && one.form !== other.form;
}

const branches = new Set(["branch", "分公司", "办事处", "代表处", "分部", "校区"]);

/** Whether a word names a part of a body in another place, which is the body itself. */
export const isBranchWord = (stem: string): boolean => branches.has(stem);
