/**
 * Partial answers. A cube names some open facts and, for each, which of its possible values are meant (one bit per value); it
 * carries the question keys one has to answer to know them. A set of cubes says: any one of these would do.
 */
export type Cube = {
  readonly facts: readonly number[];
  readonly values: readonly number[];
  readonly keys: readonly number[];
};

/** The cube that asks for nothing. */
export const NOTHING: Cube = { facts: [], values: [], keys: [] };

/** No set is looked for beyond so many questions. */
export const MAX_KEYS = 6;
/** More ways than this are not kept apart. */
export const MAX_CUBES = 1_500;

/** Union of two sorted lists. */
export function mergeKeys(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

/** Whether every member of `a` is in `b`; both sorted. */
export function isSubset(a: readonly number[], b: readonly number[]): boolean {
  if (a.length > b.length) return false;
  let at = 0;
  for (const item of a) {
    while (at < b.length && (b[at] ?? 0) < item) at += 1;
    if (b[at] !== item) return false;
    at += 1;
  }
  return true;
}

/** Both cubes at once; undefined where they want different values of one fact, or more questions than allowed. */
export function meet(a: Cube, b: Cube, maxKeys: number): Cube | undefined {
  if (a.facts.length === 0) return b;
  if (b.facts.length === 0) return a;
  const keys = mergeKeys(a.keys, b.keys);
  if (keys.length > maxKeys) return undefined;
  const facts: number[] = [];
  const values: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.facts.length || j < b.facts.length) {
    const left = a.facts[i] ?? Number.POSITIVE_INFINITY;
    const right = b.facts[j] ?? Number.POSITIVE_INFINITY;
    let value = -1;
    if (left <= right) value &= a.values[i++] ?? 0;
    if (right <= left) value &= b.values[j++] ?? 0;
    if (value === 0) return undefined;
    facts.push(Math.min(left, right));
    values.push(value);
  }
  return { facts, values, keys };
}

/** Whether whatever `b` admits, `a` admits too. */
function absorbs(a: Cube, b: Cube): boolean {
  if (!isSubset(a.keys, b.keys) || !isSubset(a.facts, b.facts)) return false;
  return a.facts.every((fact, index) => {
    const mine = a.values[index] ?? 0;
    const other = b.values[b.facts.indexOf(fact)] ?? 0;
    return (other & ~mine) === 0;
  });
}

function bySize(a: Cube, b: Cube): number {
  if (a.keys.length !== b.keys.length) return a.keys.length - b.keys.length;
  for (const [index, key] of a.keys.entries()) {
    const order = key - (b.keys[index] ?? 0);
    if (order !== 0) return order;
  }
  return a.facts.length - b.facts.length;
}

/**
 * Adds and multiplies sets of cubes within bounds. `truncated` tells that ways were left out because there were too many; what is
 * found is true all the same.
 */
export class CubeAlgebra {
  readonly maxKeys: number;
  private readonly maxCubes: number;
  truncated = false;

  constructor(maxKeys: number, maxCubes: number) {
    this.maxKeys = maxKeys;
    this.maxCubes = maxCubes;
  }

  /** Any of the cubes: what another cube makes needless is left out; smallest first. */
  any(cubes: readonly Cube[]): readonly Cube[] {
    if (cubes.length <= 1) return cubes;
    const kept: Cube[] = [];
    for (const cube of [...cubes].sort(bySize)) {
      if (kept.some((other) => absorbs(other, cube))) continue;
      if (kept.length >= this.maxCubes) {
        this.truncated = true;
        break;
      }
      kept.push(cube);
    }
    return kept;
  }

  /** Both lists at once: every way to satisfy the one together with a way to satisfy the other. */
  both(a: readonly Cube[], b: readonly Cube[]): readonly Cube[] {
    if (a.length === 1 && a[0] === NOTHING) return b;
    if (b.length === 1 && b[0] === NOTHING) return a;
    const met: Cube[] = [];
    for (const left of a)
      for (const right of b) {
        const cube = meet(left, right, this.maxKeys);
        if (cube) met.push(cube);
        if (met.length > this.maxCubes * 20) {
          this.truncated = true;
          return this.any(met);
        }
      }
    return this.any(met);
  }

  /** All lists at once, the shortest first; empty as soon as it is plain that too many questions would be needed. */
  all(lists: readonly (readonly Cube[])[]): readonly Cube[] {
    if (lists.some((list) => list.length === 0)) return [];
    const sorted = [...lists].sort((a, b) => a.length - b.length);
    if (this.needsTooMany(sorted)) return [];
    let result: readonly Cube[] = [NOTHING];
    for (const list of sorted) {
      result = this.both(result, list);
      if (result.length === 0) return [];
    }
    return result;
  }

  /** A lower bound: lists that share no question each need their own. */
  private needsTooMany(lists: readonly (readonly Cube[])[]): boolean {
    if (lists.length <= 2 || this.maxKeys === Number.POSITIVE_INFINITY) return false;
    const used = new Set<number>();
    let least = 0;
    for (const list of lists) {
      const keys = new Set(list.flatMap((cube) => cube.keys));
      if ([...keys].some((key) => used.has(key))) continue;
      for (const key of keys) used.add(key);
      least += list.reduce((min, cube) => Math.min(min, cube.keys.length), this.maxKeys + 1);
      if (least > this.maxKeys) return true;
    }
    return false;
  }
}

/** The key sets of cubes, only those that no smaller one makes needless, smallest first. */
export function minimalKeySets(cubes: readonly Cube[]): readonly (readonly number[])[] {
  const kept: (readonly number[])[] = [];
  for (const { keys } of [...cubes].sort(bySize))
    if (!kept.some((other) => isSubset(other, keys))) kept.push(keys);
  return kept;
}
