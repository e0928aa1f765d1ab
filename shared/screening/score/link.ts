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

/** Whether another link finds the same piece of the one name in more of the other: 国科天迅 is "Guoke Tianxun", not "Tianxun" alone. */
function isPartOf(link: Link, links: readonly Link[]): boolean {
  const within = (some: readonly number[], all: readonly number[]) =>
    some.every((at) => all.includes(at));
  const size = ({ left, right }: Link) => left.length + right.length;
  return links.some(
    (other) =>
      size(other) > size(link) &&
      other.bits + 2 >= link.bits &&
      within(link.left, other.left) &&
      within(link.right, other.right),
  );
}

/** The links that tell most, each place of a name used once. */
export function bestLinks(all: readonly Link[]): readonly Link[] {
  const links = all.filter((link) => link.kind !== "brand-table" || !isPartOf(link, all));
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
