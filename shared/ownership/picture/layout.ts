/** What a layout needs of a picture: who stands in it, and who holds whom. */
export type LayoutInput = {
  readonly root: string;
  readonly nodes: readonly string[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
};

/** Where one party's box stands: its left upper corner. */
export type Place = { readonly x: number; readonly y: number };

/** Sizes of boxes and the room between them. */
export type LayoutSize = {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly rise: number;
};

/** The size of a party's box in every picture of the desk. */
export const boxSize: LayoutSize = { width: 200, height: 72, gap: 28, rise: 76 };

/** Longer rows are broken: a row wider than a few screens helps nobody. */
const MOST_IN_ROW = 14;
const SWEEPS = 6;

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighbours(input: LayoutInput, side: "from" | "to"): Neighbours {
  const found = new Map<string, string[]>(input.nodes.map((id) => [id, []]));
  const other = side === "from" ? "to" : "from";
  for (const edge of input.edges)
    if (edge.from !== edge.to && found.has(edge.from) && found.has(edge.to))
      found.get(edge[side])?.push(edge[other]);
  return found;
}

/** Steps from the root, upwards first; what only the downward way reaches stands below it. */
function tiers(input: LayoutInput, owners: Neighbours, held: Neighbours): Map<string, number> {
  const tier = new Map([[input.root, 0]]);
  for (const [ways, step] of [
    [owners, 1],
    [held, -1],
  ] as const) {
    const waiting = [input.root, ...(step < 0 ? [...tier.keys()] : [])];
    for (let at = 0; at < waiting.length; at += 1) {
      const id = waiting[at] ?? "";
      for (const other of ways.get(id) ?? []) {
        if (tier.has(other)) continue;
        tier.set(other, (tier.get(id) ?? 0) + step);
        waiting.push(other);
      }
    }
  }
  for (const id of input.nodes) if (!tier.has(id)) tier.set(id, 0);
  return tier;
}

/** Rows from the top down, in the order of the input; a tier with too many boxes takes several rows. */
function rowsOf(input: LayoutInput, tier: ReadonlyMap<string, number>): string[][] {
  const byTier = new Map<number, string[]>();
  for (const id of input.nodes) {
    const level = tier.get(id) ?? 0;
    const row = byTier.get(level);
    if (row) row.push(id);
    else byTier.set(level, [id]);
  }
  return [...byTier.entries()].sort(([a], [b]) => b - a).map(([, row]) => row);
}

function meanOf(ids: readonly string[], at: ReadonlyMap<string, number>): number | undefined {
  let sum = 0;
  let count = 0;
  for (const id of ids) {
    const x = at.get(id);
    if (x === undefined) continue;
    sum += x;
    count += 1;
  }
  return count === 0 ? undefined : sum / count;
}

/** Puts a row in the order of where its neighbours stand, so that few lines cross. */
function orderRow(row: string[], links: readonly Neighbours[], at: Map<string, number>): void {
  const wish = new Map(
    row.map((id, index) => {
      const ids = links.flatMap((way) => way.get(id) ?? []);
      return [id, meanOf(ids, at) ?? at.get(id) ?? index] as const;
    }),
  );
  const before = new Map(row.map((id, index) => [id, index]));
  row.sort(
    (a, b) =>
      (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || (before.get(a) ?? 0) - (before.get(b) ?? 0),
  );
  row.forEach((id, index) => {
    at.set(id, index - (row.length - 1) / 2);
  });
}

/**
 * The places nearest to those wished for that keep the order and the distance: neighbours that would overlap are moved as a
 * block, by the mean of what they wish (pool of adjacent violators).
 */
export function spaced(wishes: readonly number[], distance: number): number[] {
  const blocks: { sum: number; count: number }[] = [];
  wishes.forEach((wish, index) => {
    let block = { sum: wish - index * distance, count: 1 };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.sum / last.count <= block.sum / block.count) break;
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  });
  const places: number[] = [];
  for (const { sum, count } of blocks)
    for (let at = 0; at < count; at += 1) places.push(sum / count + places.length * distance);
  return places;
}

/** Rows that are too long broken into even parts, the order kept. */
function broken(row: readonly string[]): string[][] {
  const parts = Math.ceil(row.length / MOST_IN_ROW);
  const each = Math.ceil(row.length / parts);
  return Array.from({ length: parts }, (_, part) => row.slice(part * each, (part + 1) * each));
}

/**
 * A layered picture: the root at the bottom, holders above whom they hold, a tier per step. The same input gives the same
 * places; the work grows with the number of lines, so that five hundred parties are laid out within a frame or two.
 */
export function layOut(input: LayoutInput, size: LayoutSize = boxSize): Map<string, Place> {
  const owners = neighbours(input, "to");
  const held = neighbours(input, "from");
  const rows = rowsOf(input, tiers(input, owners, held));
  const at = new Map<string, number>();
  for (const row of rows)
    row.forEach((id, index) => {
      at.set(id, index - (row.length - 1) / 2);
    });
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const upwards = sweep % 2 === 0;
    const order = upwards ? rows.toReversed() : rows;
    for (const row of order) orderRow(row, upwards ? [held] : [owners], at);
  }
  const distance = size.width + size.gap;
  const places = new Map<string, Place>();
  const x = new Map<string, number>();
  const lines = rows.flatMap(broken);
  // From the root upwards each row stands over what it holds.
  for (const [down, line] of [...lines.entries()].reverse()) {
    const wishes = line.map(
      (id, index) => meanOf(held.get(id) ?? [], x) ?? (index - (line.length - 1) / 2) * distance,
    );
    const found = spaced(wishes, distance);
    line.forEach((id, index) => {
      const left = found[index] ?? 0;
      x.set(id, left);
      places.set(id, { x: Math.round(left), y: down * (size.height + size.rise) });
    });
  }
  return places;
}
