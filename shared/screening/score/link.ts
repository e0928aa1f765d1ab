/** What two pieces have in common, from what tells most. */
const pieceKinds = [
  "same",
  "brand-table",
  "sound",
  "translation",
  "abbreviation",
  "initials",
  "typing-error",
  "joined",
  "wade-giles",
  "cantonese",
  "number",
  "form",
] as const;
export type PieceKind = (typeof pieceKinds)[number];

/** A piece of the one name beside a piece of the other. Places are those of `Token.from`. */
export type Link = {
  readonly kind: PieceKind;
  readonly bits: number;
  readonly left: readonly number[];
  readonly right: readonly number[];
};

/** Places from one to before another. */
export function places(from: number, to: number): readonly number[] {
  const all: number[] = [];
  for (let at = from; at < to; at += 1) all.push(at);
  return all;
}

/** The links that tell most, each place of a name used once. */
export function bestLinks(links: readonly Link[]): readonly Link[] {
  const left = new Set<number>();
  const right = new Set<number>();
  const chosen: Link[] = [];
  // What the brand table knows goes before what only sounds the same.
  const rank = ({ kind, bits }: Link) => bits + (kind === "brand-table" ? 1 : 0);
  const sorted = links.toSorted(
    (a, b) => rank(b) - rank(a) || b.left.length + b.right.length - a.left.length - a.right.length,
  );
  for (const link of sorted) {
    if (link.left.some((at) => left.has(at)) || link.right.some((at) => right.has(at))) continue;
    for (const at of link.left) left.add(at);
    for (const at of link.right) right.add(at);
    chosen.push(link);
  }
  return chosen;
}
