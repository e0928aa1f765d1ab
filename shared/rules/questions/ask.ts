import type { Ask } from "#shared/facts";
import { MILDEST } from "../evaluate/evaluate-lane.ts";
import {
  AT_BEST,
  AT_WORST,
  BY_BUYER,
  BY_LAW,
  CERTAIN,
  FAILS,
  HOLDS,
  type Mask,
  POSSIBLE,
} from "../evaluate/mask.ts";
import type { Trace } from "../evaluate/trace.ts";
import {
  type Cube,
  CubeAlgebra,
  type CubeLimits,
  cubeOf,
  isSubset,
  MAX_KEYS,
  meet,
  minimalKeySets,
  NOTHING,
} from "./implicants.ts";
import { OpenFacts } from "./open-facts.ts";

/**
 * How what the buyer cannot answer is taken while his questions are weighed: `open` leaves it open; `min` lets unverified law and
 * the others' facts fall favourably; `max` lets unverified law go badly. Under a negation the sides are changed over.
 */
const modes = ["open", "min", "max"] as const;
export type Mode = (typeof modes)[number];

/** One rule that sets a lane, evaluated on one subject. */
export type LaneTrace = {
  readonly severity: number;
  /** The same where the unknowns of law fall badly. */
  readonly worst: number;
  readonly trace: Trace;
};

function levelOf({ severity, worst }: LaneTrace, mode: Mode): number {
  return mode === "max" ? worst : severity;
}

/** At most this many sets are shown. */
const MAX_SETS = 12;

const usualLimits: CubeLimits = { maxKeys: MAX_KEYS, maxCubes: 1_000, maxWork: 6_000_000 };

/** What every search may do, however much the ones before it took. */
const LEAST_WORK = 50_000;

/** A way to the best answer that needs more questions than this helps nobody. */
const MAX_BEST = 40;

type Sides = readonly [holds: number, mayHold: number];

/** For each mode the worlds that tell "holds whatever the buyer says" and "may hold yet"; below a negation, their mirrors. */
const worlds: { readonly [mode in Mode]: { readonly plain: Sides; readonly negated: Sides } } = {
  open: { plain: [CERTAIN, POSSIBLE], negated: [CERTAIN, POSSIBLE] },
  min: { plain: [AT_BEST, BY_BUYER], negated: [BY_BUYER << 1, AT_BEST << 1] },
  max: { plain: [BY_LAW, AT_WORST], negated: [AT_WORST << 1, BY_LAW << 1] },
};

/** Whether a condition is decided as wanted although the buyer says nothing more. */
function isDecided(mask: Mask, want: boolean, positive: boolean, mode: Mode): boolean {
  const [holds, mayHold] = positive ? worlds[mode].plain : worlds[mode].negated;
  return want ? (mask & holds) !== 0 : (mask & mayHold) === 0;
}

/**
 * Which questions are worth asking. A set of questions *settles* a finding when some answers to it make the finding leave
 * `unknown` whatever else stays open. It settles a lane when, for some answers to it, no answer to any other question of the
 * buyer's can move `atBest` or `atWorst` any more. Only sets none of whose parts would do are kept.
 *
 * All of them are found up to six questions and the twelve first are given, smallest first. Where only larger sets settle the
 * lane, one that settles it at its best is given, so that the way to an answer is never left unsaid.
 */
export class QuestionFinder {
  private readonly open = new OpenFacts();
  private readonly limits: CubeLimits;
  algebra: CubeAlgebra;
  private spent = 0;
  private cache = new Map<Trace, (readonly Cube[] | undefined)[]>();

  constructor(traces: readonly Trace[], limits: CubeLimits = usualLimits) {
    this.limits = limits;
    this.algebra = new CubeAlgebra(limits);
    for (const trace of traces) this.open.collect(trace);
    this.open.settle();
  }

  /** The questions behind keys, sorted by key. */
  questions(keys: ReadonlySet<string>): readonly Ask[] {
    return [...this.open.questions.values()]
      .filter((ask) => keys.has(ask.key))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** The buyer's questions that are open below some conditions, sorted by key. */
  asksOf(traces: readonly Trace[]): readonly Ask[] {
    const own = new OpenFacts();
    for (const trace of traces) own.collect(trace);
    return [...own.questions.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Minimal sets that settle one finding. */
  finding(trace: Trace): readonly (readonly string[])[] {
    // What only others or the law can settle needs no search.
    if (!this.open.isAsked(trace)) return [];
    const sets = this.deepen(() => [
      ...this.implicants(trace, true, true, "open"),
      ...this.implicants(trace, false, true, "open"),
    ]);
    return this.named(sets.slice(0, MAX_SETS));
  }

  /** Minimal sets that settle the lane. */
  lane(rules: readonly LaneTrace[]): readonly (readonly string[])[] {
    const relevant = rules.filter(({ trace }) => trace.mask !== FAILS);
    const looked = new Set<Trace>();
    const hasLaw = relevant.some(
      (one) =>
        one.severity !== one.worst || (one.trace.mask !== HOLDS && restsOnLaw(one.trace, looked)),
    );
    const sets = this.deepen(() => {
      const min = this.settled(relevant, "min");
      return hasLaw ? this.algebra.both(min, this.settled(relevant, "max")) : min;
    });
    if (sets.some((set) => set.length === 0)) return [];
    if (sets.length > 0) return this.named(sets.slice(0, MAX_SETS));
    const best = this.bestCase(relevant, hasLaw);
    return best === undefined ? [] : this.named([best]);
  }

  /**
   * Looks for sets of one question, then of two, and so on up to six, until enough are found. What smaller sets settle is not
   * followed further, and where there are more ways than can be followed the search stops with the sets found so far.
   */
  private deepen(search: () => readonly Cube[]): readonly (readonly number[])[] {
    let found: readonly (readonly number[])[] = [];
    let maxKeys = 0;
    while (maxKeys <= this.limits.maxKeys) {
      this.begin({ ...this.limits, maxKeys }, found);
      const sets = minimalKeySets(search());
      found = [...found, ...sets.filter((set) => !found.some((one) => isSubset(one, set)))];
      const done = found.length >= MAX_SETS || found[0]?.length === 0;
      if (done || this.algebra.truncated || maxKeys >= this.open.questions.size) break;
      // Nothing was left out that fewer questions than these would bring in: the steps between would find the same.
      maxKeys = Math.max(maxKeys + 1, this.algebra.beyond);
    }
    return found;
  }

  /** Starts a search afresh; all searches of one evaluation share what may be done. */
  private begin(limits: CubeLimits, known: readonly (readonly number[])[]): void {
    this.spent += this.algebra.work;
    const maxWork = Math.max(LEAST_WORK, limits.maxWork - this.spent);
    this.algebra = new CubeAlgebra({ ...limits, maxWork }, known);
    this.cache = new Map();
  }

  private named(sets: readonly (readonly number[])[]): readonly (readonly string[])[] {
    return sets.map((set) => set.map((index) => this.open.keyAt(index)));
  }

  /** Ways to decide the lane in one mode: some rule holds at a level and every worse one has failed. */
  private settled(rules: readonly LaneTrace[], mode: "min" | "max"): readonly Cube[] {
    const [sure, possible] = worlds[mode].plain;
    const held = rules.filter(({ trace }) => trace.mask & sure).map((one) => levelOf(one, mode));
    const best = Math.min(MILDEST, ...held);
    const levels = new Set(
      rules
        .filter((one) => levelOf(one, mode) < best && one.trace.mask & possible)
        .map((one) => levelOf(one, mode)),
    );
    const ways: Cube[] = [];
    for (const level of [...levels, best]) {
      const at = level === best ? [NOTHING] : this.algebra.any(this.atLevel(rules, level, mode));
      const worse = rules.filter((one) => levelOf(one, mode) < level && one.trace.mask & possible);
      const ruledOut = this.algebra.all(
        worse.map((one) => this.implicants(one.trace, false, true, mode)),
      );
      ways.push(...this.algebra.both(at, ruledOut));
    }
    return this.algebra.any(ways);
  }

  private atLevel(rules: readonly LaneTrace[], level: number, mode: Mode): readonly Cube[] {
    return rules
      .filter((one) => levelOf(one, mode) === level)
      .flatMap((one) => this.implicants(one.trace, true, true, mode));
  }

  /** One set, of any size, that would settle the lane at its best: what to answer to be done. */
  private bestCase(rules: readonly LaneTrace[], hasLaw: boolean): readonly number[] | undefined {
    this.begin({ ...this.limits, maxKeys: Number.POSITIVE_INFINITY, maxCubes: 24 }, []);
    const sides = hasLaw ? (["min", "max"] as const) : (["min"] as const);
    const lists = sides.flatMap((mode) => this.mustFail(rules, mode));
    const whole = greedy(lists, new Set());
    if (whole === undefined || whole.keys.length > MAX_BEST) return undefined;
    const banned = new Set<number>();
    let best = whole;
    for (const key of whole.keys) {
      const smaller = greedy(lists, new Set([...banned, key]), best.keys);
      if (smaller === undefined) continue;
      banned.add(key);
      best = smaller;
    }
    return best.keys;
  }

  private mustFail(rules: readonly LaneTrace[], mode: "min" | "max"): readonly (readonly Cube[])[] {
    const [sure, possible] = worlds[mode].plain;
    const held = rules.filter(({ trace }) => trace.mask & sure).map((one) => levelOf(one, mode));
    const best = Math.min(MILDEST, ...held);
    return rules
      .filter((one) => levelOf(one, mode) < best && one.trace.mask & possible)
      .map((one) => this.implicants(one.trace, false, true, mode));
  }

  /** Ways to make a condition come out as wanted. */
  implicants(trace: Trace, want: boolean, positive: boolean, mode: Mode): readonly Cube[] {
    if (isDecided(trace.mask, want, positive, mode)) return [NOTHING];
    if (isDecided(trace.mask, !want, positive, mode)) return [];
    const way = (want ? 1 : 0) + (positive ? 2 : 0) + 4 * modes.indexOf(mode);
    let known = this.cache.get(trace);
    if (known === undefined) {
      known = [];
      this.cache.set(trace, known);
    }
    const done = known[way];
    if (done) return done;
    const made = this.make(trace, want, positive, mode);
    known[way] = made;
    return made;
  }

  private make(trace: Trace, want: boolean, positive: boolean, mode: Mode): readonly Cube[] {
    switch (trace.kind) {
      case "group": {
        const lists = trace.parts.map((part) => this.implicants(part, want, positive, mode));
        return (trace.bound.kind === "all") === want
          ? this.algebra.all(lists)
          : this.algebra.any(lists.flat());
      }
      case "not":
        return this.implicants(trace.part, !want, !positive, mode);
      case "def":
        return this.implicants(trace.part, want, positive, mode);
      case "relation": {
        const lists = trace.parts.map((part) => this.implicants(part, want, positive, mode));
        if (!trace.related.complete) lists.push(this.leaf(trace, want, positive, mode));
        return (trace.bound.kind === "every") === want
          ? this.algebra.all(lists)
          : this.algebra.any(lists.flat());
      }
      case "law": {
        // While nobody can say which values are possible, no answer makes such a condition hold for certain.
        if (trace.bound.mild === undefined && mode === "open" && want) return [];
        const lists = statesIn(trace, mode).map((part) =>
          this.implicants(part, want, positive, mode),
        );
        return isJoint(want, positive, mode)
          ? this.algebra.all(lists)
          : this.algebra.any(lists.flat());
      }
      case "fact":
        return this.leaf(trace, want, positive, mode);
      default:
        return [];
    }
  }

  private leaf(
    trace: Extract<Trace, { kind: "fact" | "relation" }>,
    want: boolean,
    positive: boolean,
    mode: Mode,
  ): readonly Cube[] {
    const fact = this.open.find(trace);
    const outcomes = fact?.outcomes.get(trace.kind === "fact" ? trace.bound.tests : "relation");
    // Others' facts and unverified law are decided by the mode; a fact that no question answers stays open.
    if (fact === undefined || outcomes === undefined) return [];
    let values = 0;
    for (const [index, mask] of outcomes.entries())
      if (isDecided(mask, want, positive, mode)) values |= 1 << index;
    if (values === 0) return [];
    const implicant = cubeOf(fact.index, values, fact.keys);
    return this.algebra.admits(implicant) ? [implicant] : [];
  }
}

/** The states of an open parameter that count in a mode. */
function statesIn({ bound, parts }: Extract<Trace, { kind: "law" }>, mode: Mode): readonly Trace[] {
  if (bound.mild === undefined) return parts.slice(0, bound.careful.length);
  if (mode === "max") return parts.slice(1, 1 + bound.careful.length);
  return mode === "min" ? parts.slice(0, 1) : parts;
}

/** Of several states the strictest counts: a wanted outcome needs all of them, or one alone is enough. */
function isJoint(want: boolean, positive: boolean, mode: Mode): boolean {
  return mode === "max" ? want !== positive : true;
}

/** Whether unverified law plays any part below a condition that is still open; what was looked at already had none. */
function restsOnLaw(trace: Trace, looked: Set<Trace>): boolean {
  switch (trace.kind) {
    case "group":
    case "relation":
      return trace.parts.some((part) => restsOnLaw(part, looked));
    case "not":
      return restsOnLaw(trace.part, looked);
    case "def":
      if (looked.has(trace)) return false;
      looked.add(trace);
      return restsOnLaw(trace.part, looked);
    case "law":
      return true;
    case "fact":
    case "known":
    case "param":
      return false;
  }
}

function greedy(
  lists: readonly (readonly Cube[])[],
  banned: ReadonlySet<number>,
  within?: readonly number[],
): Cube | undefined {
  let result: Cube = NOTHING;
  for (const list of [...lists].sort((a, b) => a.length - b.length)) {
    let best: Cube | undefined;
    for (const implicant of list) {
      if (implicant.keys.some((key) => banned.has(key) || within?.includes(key) === false))
        continue;
      const met = meet(result, implicant, Number.POSITIVE_INFINITY);
      if (met && (best === undefined || met.keys.length < best.keys.length)) best = met;
    }
    if (best === undefined) return undefined;
    result = best;
  }
  return result;
}
