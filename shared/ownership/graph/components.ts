/** Groups of nodes that hold each other, owners before what they hold: `order[starts[i] … starts[i + 1]]`. */
export type Components = { readonly order: Int32Array; readonly starts: readonly number[] };

/**
 * Strongly connected groups of everything reachable from `roots` through `ownersOf`, in an order in which each group
 * comes after the groups it depends on (Tarjan, without recursion so that long chains do not exhaust the stack).
 */
export function componentsFrom(
  count: number,
  roots: Iterable<number>,
  ownersOf: (node: number) => ArrayLike<number>,
): Components {
  const seen = new Int32Array(count);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const order: number[] = [];
  const starts: number[] = [0];
  const frames: { node: number; owners: ArrayLike<number>; next: number }[] = [];
  let clock = 0;

  const open = (node: number) => {
    clock += 1;
    seen[node] = clock;
    low[node] = clock;
    stack.push(node);
    onStack[node] = 1;
    frames.push({ node, owners: ownersOf(node), next: 0 });
  };
  const close = (node: number) => {
    if (low[node] !== seen[node]) return;
    for (;;) {
      const member = stack.pop();
      if (member === undefined) break;
      onStack[member] = 0;
      order.push(member);
      if (member === node) break;
    }
    starts.push(order.length);
  };
  const lower = (node: number, value: number) => {
    if (value < (low[node] ?? 0)) low[node] = value;
  };

  for (const root of roots) {
    if (seen[root] !== 0) continue;
    open(root);
    while (frames.length > 0) {
      const frame = frames[frames.length - 1];
      if (!frame) break;
      const owner = frame.owners[frame.next];
      if (owner === undefined) {
        close(frame.node);
        frames.pop();
        const below = frames[frames.length - 1];
        if (below) lower(below.node, low[frame.node] ?? 0);
        continue;
      }
      frame.next += 1;
      if (seen[owner] === 0) open(owner);
      else if (onStack[owner] === 1) lower(frame.node, seen[owner] ?? 0);
    }
  }
  return { order: Int32Array.from(order), starts };
}
