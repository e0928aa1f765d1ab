/**
 * Partial answers. A implicant names some open facts and, for each, which of its possible values are meant (one bit per value); it
 * carries the question keys one has to answer to know them. A set of implicants says: any one of these would do.
 */
export type Cube = {
  readonly facts: readonly number[];
  readonly values: readonly number[];
  readonly keys: readonly number[];
  /** One bit per key, folded into 31: where a bit of `a` is missing in `b`, `a` is no part of `b`. */
  readonly sign: number;
};

/** The implicant that asks for nothing. */
export const NOTHING: Cube = { facts: [], values: [], keys: [], sign: 0 };

/** No set is looked for beyond so many questions. */
export const MAX_KEYS = 6;

function signOf(keys: readonly number[]): number {
  let sign = 0;
  for (const key of keys) sign |= 1 << (key % 31);
  return sign;
}

/** A implicant about one fact. */
export function cubeOf(fact: number, values: number, keys: readonly number[]): Cube {
  return { facts: [fact], values: [values], keys, sign: signOf(keys) };
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function mergeKeys(a: readonly number[], b: readonly number[]): readonly number[] {
  const merged: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
    merged.push(left < right ? left : right);
  }
  return merged;
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

/** The fewest questions that anything left out for its number of questions would have needed, at least. */
export type LeftOut = { beyond: number };

/** Both implicants at once; undefined where they want different values of one fact, or more questions than allowed. */
export function meet(a: Cube, b: Cube, maxKeys: number, leftOut?: LeftOut): Cube | undefined {
  if (a.facts.length === 0) return b;
  if (b.facts.length === 0) return a;
  const sign = a.sign | b.sign;
  const least = countBits(sign);
  const keys = least > maxKeys ? undefined : mergeKeys(a.keys, b.keys);
  if (keys === undefined || keys.length > maxKeys) {
    if (leftOut) leftOut.beyond = Math.min(leftOut.beyond, keys?.length ?? least);
    return undefined;
  }
  const facts = mergeKeys(a.facts, b.facts);
  const values: number[] = [];
  let i = 0;
  let j = 0;
  for (const fact of facts) {
    let value = -1;
    if (a.facts[i] === fact) value &= a.values[i++] ?? 0;
    if (b.facts[j] === fact) value &= b.values[j++] ?? 0;
    if (value === 0) return undefined;
    values.push(value);
  }
  return { facts, values, keys, sign };
}

/** Whether whatever `b` admits, `a` admits too. */
function absorbs(a: Cube, b: Cube): boolean {
  if ((a.sign & ~b.sign) !== 0 || !isSubset(a.keys, b.keys)) return false;
  let at = 0;
  for (const [index, fact] of a.facts.entries()) {
    while (at < b.facts.length && (b.facts[at] ?? 0) < fact) at += 1;
    if (b.facts[at] !== fact) return false;
    if (((b.values[at] ?? 0) & ~(a.values[index] ?? 0)) !== 0) return false;
  }
  return true;
}

function bySize(a: Cube, b: Cube): number {
  if (a.keys.length !== b.keys.length) return a.keys.length - b.keys.length;
  for (const [index, key] of a.keys.entries()) {
    const order = key - (b.keys[index] ?? 0);
    if (order !== 0) return order;
  }
  return a.facts.length - b.facts.length;
}

/** How much a search may do before it stops with what it has. */
export type CubeLimits = {
  readonly maxKeys: number;
  readonly maxCubes: number;
  /** Comparisons of implicants, a meeting counted as twenty; a million take about ten milliseconds. */
  readonly maxWork: number;
};

/**
 * Adds and multiplies sets of implicants within limits. `truncated` tells that ways were left out because there were too many; what is
 * found is true all the same. Cubes that contain a set already known to do are not followed further.
 */
export class CubeAlgebra implements LeftOut {
  private readonly limits: CubeLimits;
  private readonly known: readonly Cube[];
  /** Comparisons made, a meeting counted as twenty. */
  work = 0;
  truncated = false;
  beyond = Number.POSITIVE_INFINITY;

  constructor(limits: CubeLimits, known: readonly (readonly number[])[] = []) {
    this.limits = limits;
    this.known = known.map((keys) => ({ facts: [], values: [], keys, sign: signOf(keys) }));
  }

  /** Whether the implicant is worth following: small enough, and not merely more than is known to do. */
  admits(implicant: Cube): boolean {
    if (implicant.keys.length > this.limits.maxKeys) {
      this.beyond = Math.min(this.beyond, implicant.keys.length);
      return false;
    }
    return !this.known.some(
      (set) => (set.sign & ~implicant.sign) === 0 && isSubset(set.keys, implicant.keys),
    );
  }

  /** Any of the implicants: what another implicant makes needless is left out; smallest first. */
  any(implicants: readonly Cube[]): readonly Cube[] {
    if (implicants.length <= 1) return implicants;
    const kept: Cube[] = [];
    for (const implicant of [...implicants].sort(bySize)) {
      this.work += kept.length;
      if (kept.some((other) => absorbs(other, implicant))) continue;
      if (kept.length >= this.limits.maxCubes || this.work > this.limits.maxWork) {
        this.truncated = true;
        break;
      }
      kept.push(implicant);
    }
    return kept;
  }

  /** Both lists at once: every way to satisfy the one together with a way to satisfy the other. */
  both(a: readonly Cube[], b: readonly Cube[]): readonly Cube[] {
    if (a.length === 1 && a[0] === NOTHING) return b;
    if (b.length === 1 && b[0] === NOTHING) return a;
    const met: Cube[] = [];
    let counted = 0;
    for (const left of a) {
      this.work += 2 * b.length + 20 * (met.length - counted);
      counted = met.length;
      if (this.work > this.limits.maxWork) {
        this.truncated = true;
        break;
      }
      for (const right of b) {
        const implicant = meet(left, right, this.limits.maxKeys, this);
        if (implicant && this.admits(implicant)) met.push(implicant);
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
    const { maxKeys } = this.limits;
    if (lists.length < 2 || maxKeys === Number.POSITIVE_INFINITY) return false;
    const used = new Set<number>();
    let least = 0;
    for (const list of lists) {
      const keys = new Set(list.flatMap((implicant) => implicant.keys));
      if ([...keys].some((key) => used.has(key))) continue;
      for (const key of keys) used.add(key);
      least += list.reduce((min, implicant) => Math.min(min, implicant.keys.length), maxKeys + 1);
      if (least <= maxKeys) continue;
      this.beyond = Math.min(this.beyond, least);
      return true;
    }
    return false;
  }
}

/** The key sets of implicants, only those that no smaller one makes needless, smallest first. */
export function minimalKeySets(implicants: readonly Cube[]): readonly (readonly number[])[] {
  const kept: Cube[] = [];
  for (const implicant of [...implicants].sort(bySize))
    if (
      !kept.some(
        (other) => (other.sign & ~implicant.sign) === 0 && isSubset(other.keys, implicant.keys),
      )
    )
      kept.push(implicant);
  return kept.map((implicant) => implicant.keys);
}
