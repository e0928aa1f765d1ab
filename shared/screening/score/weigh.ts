import type { Name } from "../tokens/name.ts";
import type { Token } from "../tokens/token.ts";
import type { Against } from "./against.ts";
import { conflictsOf, excludes } from "./conflicts.ts";
import { hanLatinLinks, hanLinks } from "./han-links.ts";
import { latinLinks } from "./latin-links.ts";
import { leftOver } from "./left-over.ts";
import { bestLinks, type Link } from "./link.ts";
import { type Beside, hasOtherForm, type Rest, sidesOf } from "./sides.ts";

/** Two names laid side by side: what they share, what speaks against, and what that comes to in bits. */
export type Weighed = {
  readonly links: readonly Link[];
  readonly against: readonly Against[];
  readonly bits: number;
  /** Nothing that names is left over on either side. */
  readonly complete: boolean;
};

const COMPLETE = 3.3;
/** However much else agrees, names that exclude each other come to no more than this, and that is no hit. */
const EXCLUDED = 8;
const THIN = 0.7;

function linksOf(one: Name, other: Name): readonly Link[] {
  const links: Link[] = [];
  if (one.han) links.push(...hanLatinLinks(one, other.tokens, false));
  if (other.han) links.push(...hanLatinLinks(other, one.tokens, true));
  if (one.han && other.han) links.push(...hanLinks(one, other));
  links.push(...latinLinks(one.tokens, other.tokens));
  return links;
}

const isLoose = (rest: readonly Rest[]) => rest.every(({ token }) => token.cls === "group");

/** Two characters that only sound like a part of a name tell little by themselves. */
function isThin(name: Name, links: readonly Link[]): boolean {
  return name.han && name.cells.length === 2 && links.every(({ kind }) => kind === "sound");
}

/** Pieces of a name that say what it does and where, not who it is. */
const plain: ReadonlySet<string> = new Set(["place", "trade", "kind", "group", "country"]);

/** What another name of an entry says of the plain pieces of ours. */
export function besideOf(one: Name, other: Name): Beside {
  const linked = bestLinks(linksOf(one, other)).flatMap(({ left }) => left);
  return {
    said: one.tokens
      .filter(({ cls }) => plain.has(cls))
      .flatMap(({ from, to }) => linked.filter((at) => at >= from && at < to)),
    theirs: other.tokens.filter(({ cls }) => cls === "place" || cls === "trade"),
  };
}

/** Whether the names agree in a piece that says who it is, and our name has plain pieces that the other one lacks. */
export function lacksPlain(one: Name, { links, against }: Weighed): boolean {
  const linked = new Set(links.flatMap(({ left }) => left));
  const named = ({ cls }: Token) => cls === "brand" || cls === "word";
  return (
    one.tokens.some((token) => named(token) && linked.has(token.from)) &&
    against.some(({ reason, cls }) => reason === "left-over" && plain.has(cls))
  );
}

/**
 * Weighs two names of bodies against each other. With `beside`, a plain piece that the same entry says under another of its names
 * is not held against this one, and a town that it contradicts is.
 */
export function weigh(one: Name, other: Name, beside?: Beside): Weighed {
  const links = bestLinks(linksOf(one, other));
  const sides = sidesOf(one, other, links, beside);
  const against = [...leftOver(sides), ...conflictsOf(sides)].filter((item) => item.bits > 0);
  const complete =
    !hasOtherForm(sides) && links.length > 0 && isLoose(sides.ours) && isLoose(sides.theirs);
  const sum =
    links.reduce((total, link) => total + link.bits, complete ? COMPLETE : 0) -
    against.reduce((total, item) => total + item.bits, 0);
  const thin = !complete && (isThin(one, links) || isThin(other, links)) ? THIN : 0;
  const bits = (against.some(excludes) ? Math.min(sum, EXCLUDED) : sum) - thin;
  return { links, against, bits, complete };
}
