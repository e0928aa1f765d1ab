import type { Name } from "../tokens/name.ts";
import type { Against } from "./against.ts";
import { conflictsOf, excludes } from "./conflicts.ts";
import { hanLatinLinks, hanLinks } from "./han-links.ts";
import { latinLinks } from "./latin-links.ts";
import { leftOver } from "./left-over.ts";
import { bestLinks, type Link } from "./link.ts";
import { hasOtherForm, type Rest, sidesOf } from "./sides.ts";

/** Two names laid side by side: what they share, what speaks against, and what that comes to in bits. */
export type Weighed = {
  readonly links: readonly Link[];
  readonly against: readonly Against[];
  readonly bits: number;
  /** Nothing that names is left over on either side. */
  readonly complete: boolean;
};

const COMPLETE = 3;
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

/** Weighs two names of bodies against each other. */
export function weigh(one: Name, other: Name): Weighed {
  const links = bestLinks(linksOf(one, other));
  const sides = sidesOf(one, other, links);
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
