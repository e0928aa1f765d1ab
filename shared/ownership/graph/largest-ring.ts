import { componentsFrom } from "./components.ts";

/** One interest as far as rings go: who holds, whom. */
type Held = {
  readonly owner: string;
  readonly target: string;
  readonly nomineeFor?: string | undefined;
};

/**
 * How many parties the largest ring of mutual holders has; 1 where nobody stands above themselves. What is computed of a
 * ring grows fast with its size, so a host asks before it begins.
 */
export function largestRing(links: readonly Held[]): number {
  const numbers = new Map<string, number>();
  const above: number[][] = [];
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, above.length);
    return above.push([]) - 1;
  };
  for (const { owner, target, nomineeFor } of links) {
    const holders = above[numberOf(target)];
    holders?.push(numberOf(nomineeFor ?? owner));
  }
  const all = [...above.keys()];
  const { starts } = componentsFrom(above.length, all, (node) => above[node] ?? []);
  let largest = 1;
  for (let at = 1; at < starts.length; at += 1)
    largest = Math.max(largest, (starts[at] ?? 0) - (starts[at - 1] ?? 0));
  return largest;
}
