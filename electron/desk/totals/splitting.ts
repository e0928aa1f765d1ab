import type { CountedOrder } from "./count-orders.ts";

/** Where an order's goods go and what they are; an order that does not say where goes to an unnamed place. */
function placesOf({ parts }: CountedOrder): ReadonlySet<string> {
  return new Set(
    parts.filter(({ chips }) => chips !== "0").map(({ product, site }) => `${product} ${site}`),
  );
}

function yearsOf({ parts }: CountedOrder): ReadonlySet<string | undefined> {
  return new Set(parts.map(({ year }) => year));
}

/** One year in common, or one of the two does not say when. */
function couldMeet(a: CountedOrder, b: CountedOrder): boolean {
  const [own, other] = [yearsOf(a), yearsOf(b)];
  if (own.has(undefined) || other.has(undefined)) return true;
  return [...own].some((year) => other.has(year));
}

function areAlternatives(a: CountedOrder, b: CountedOrder): boolean {
  return (
    a.alternativeTo === b.order ||
    b.alternativeTo === a.order ||
    (a.alternativeTo !== undefined && a.alternativeTo === b.alternativeTo)
  );
}

/** Orders of one group by what goes where. */
export type Places = ReadonlyMap<string, readonly CountedOrder[]>;

/** Sorts the orders of a group by product and site. */
export function byPlace(group: Iterable<CountedOrder>): Places {
  const found = new Map<string, CountedOrder[]>();
  for (const order of group)
    for (const place of placesOf(order)) {
      const together = found.get(place);
      if (together === undefined) found.set(place, [order]);
      else together.push(order);
    }
  return found;
}

/**
 * The orders of its group that look like parts of one larger order with this one: the same product for the same site, in a year that
 * both share or one does not state, and not declared as alternatives of each other. It names them and judges nothing.
 */
export function looksSplitWith(order: CountedOrder, places: Places): readonly string[] {
  const found = new Set<string>();
  for (const place of placesOf(order))
    for (const other of places.get(place) ?? [])
      if (other.order !== order.order && couldMeet(order, other) && !areAlternatives(order, other))
        found.add(other.order);
  return [...found].sort();
}

/** Of orders with the same goods for the same place, those that look like parts of one with at least one of the others. */
export function areParts(together: readonly CountedOrder[]): readonly CountedOrder[] {
  return together.filter((one) =>
    together.some(
      (other) => other.order !== one.order && couldMeet(one, other) && !areAlternatives(one, other),
    ),
  );
}
