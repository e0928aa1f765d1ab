import type { Name } from "../tokens/name.ts";
import type { Against } from "./against.ts";
import type { Link, PieceKind } from "./link.ts";
import type { Weighed } from "./weigh.ts";

/** A piece of the name that was asked for beside the piece of the list's name that it was found in. */
type Piece = {
  readonly kind: PieceKind;
  readonly asked: string;
  readonly found: string;
  readonly bits: number;
};

/** What two names have in common piece by piece, and what speaks against. */
export type Alignment = { readonly pieces: readonly Piece[]; readonly against: readonly Against[] };

function textAt(name: Name, at: readonly number[]): string {
  const parts: string[] = [];
  for (const token of name.tokens) {
    const own = at.filter((place) => place >= token.from && place < token.to);
    if (own.length === 0) continue;
    parts.push(token.han ? own.map((place) => name.written[place] ?? "").join("") : token.text);
  }
  const han = parts.every((part) => /\p{Script=Han}/u.test(part));
  return parts.join(han ? "" : " ");
}

const pieceOf = (query: Name, other: Name, link: Link): Piece => ({
  kind: link.left.some((place) => query.slips.includes(place)) ? "typing-error" : link.kind,
  asked: textAt(query, link.left),
  found: textAt(other, link.right),
  bits: Math.round(link.bits * 10) / 10,
});

/** The alignment of two weighed names in the words of both, in the order of the name that was asked for. */
export function alignmentOf(query: Name, other: Name, weighed: Weighed): Alignment {
  const pieces = weighed.links
    .toSorted((a, b) => (a.left[0] ?? 0) - (b.left[0] ?? 0))
    .map((link) => pieceOf(query, other, link));
  return { pieces, against: weighed.against };
}
