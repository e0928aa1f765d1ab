/** Who stands next to whom in one direction. */
export type Neighbours = ReadonlyMap<string, readonly string[]>;

type Visit = { readonly id: string; at: number };

/** An order in which everybody comes before whom the ways lead to, and the steps that close a ring and are left out of it. */
function ordered(starts: readonly string[], ways: Neighbours) {
  const state = new Map<string, "open" | "done">();
  const closing = new Set<string>();
  const order: string[] = [];
  for (const start of starts) {
    if (state.has(start)) continue;
    const path: Visit[] = [{ id: start, at: 0 }];
    state.set(start, "open");
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = ways.get(top.id)?.[top.at];
      top.at += 1;
      if (next === undefined) {
        state.set(top.id, "done");
        order.push(top.id);
        path.pop();
      } else if (state.get(next) === "open") closing.add(`${top.id}\n${next}`);
      else if (!state.has(next)) {
        state.set(next, "open");
        path.push({ id: next, at: 0 });
      }
    }
  }
  return { order: order.reverse(), closing };
}

/**
 * Tiers by the longest way: whoever holds stands above everybody it holds, not only above the nearest, so that no line runs
 * along a row or behind a box of its own chain. The step that closes a ring is left out. What only the downward way reaches
 * stands below the root; the rest beside it.
 */
export function tiersOf(
  root: string,
  nodes: readonly string[],
  owners: Neighbours,
  held: Neighbours,
): Map<string, number> {
  const tier = new Map([[root, 0]]);
  const up = ordered([root], owners);
  for (const id of up.order)
    for (const owner of owners.get(id) ?? [])
      if (!up.closing.has(`${id}\n${owner}`))
        tier.set(owner, Math.max(tier.get(owner) ?? 0, (tier.get(id) ?? 0) + 1));
  const above = new Set(tier.keys());
  const down = ordered([...above], held);
  for (const id of down.order)
    for (const target of held.get(id) ?? [])
      if (!above.has(target) && !down.closing.has(`${id}\n${target}`)) {
        const own = (tier.get(id) ?? 0) - 1;
        tier.set(target, Math.min(tier.get(target) ?? own, own));
      }
  for (const id of nodes) if (!tier.has(id)) tier.set(id, 0);
  return tier;
}
