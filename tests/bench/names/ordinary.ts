/**
 * Ordinary Chinese firm names by the thousand, for counting false hits: full names (place, brand, trade, form) and short ones
 * of two to four characters. The same seed gives the same names. No list of parties is read: a few short names of well-known
 * listed firms are left out by hand, and a rarer one that the tables happen to yield would count against the matcher.
 * `node tests/bench/names/ordinary.ts full|short|two [count] [seed]` prints one name a line.
 */
import {
  FORMS,
  HEADS,
  LISTED_SHORT_NAMES,
  PLACES,
  SHORT_TRADES,
  TAILS,
  THIRDS,
  TRADES,
} from "./ordinary-words.ts";

type Random = () => number;

/** mulberry32: small, fast and the same everywhere. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(from: readonly T[], random: Random): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new RangeError("nothing to pick from");
  return found;
}

function formOf(random: Random): string {
  let left = random() * FORMS.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [form, weight] of FORMS) {
    left -= weight;
    if (left < 0) return form;
  }
  return "有限公司";
}

function pairOf(random: Random): string {
  const head = pick(HEADS, random);
  const tail = pick(TAILS, random);
  return head === tail ? pairOf(random) : head + tail;
}

/** A brand: three in four have two characters, the others three or four. */
function brandOf(random: Random): string {
  const kind = random();
  if (kind < 0.75) return pairOf(random);
  return kind < 0.93 ? pairOf(random) + pick(THIRDS, random) : pairOf(random) + pairOf(random);
}

function fullOf(random: Random): string {
  const [place, brand, trade] = [pick(PLACES, random), brandOf(random), pick(TRADES, random)];
  const form = formOf(random);
  const layout = random();
  if (layout < 0.9) return place + brand + trade + form;
  return layout < 0.96
    ? `${brand}（${place.replace(/[省市]$/u, "")}）${trade}${form}`
    : brand + trade + form;
}

function shortOf(random: Random): string {
  const kind = random();
  if (kind < 0.4) return pairOf(random);
  if (kind < 0.65) return pairOf(random) + pick(THIRDS, random);
  if (kind < 0.9) return pairOf(random) + pick(SHORT_TRADES, random);
  return (
    pick(PLACES, random)
      .replace(/[省市]$/u, "")
      .slice(0, 2) + pairOf(random)
  );
}

/** Draws until there are `count` different names; throws when the tables cannot yield so many. */
function distinct(count: number, seed: number, draw: (random: Random) => string): string[] {
  const random = randomOf(seed);
  const names = new Set<string>();
  for (let tries = 0; names.size < count; tries += 1) {
    if (tries > count * 200)
      throw new RangeError(`the tables do not yield ${count} different names`);
    const name = draw(random);
    if (!LISTED_SHORT_NAMES.has(name)) names.add(name);
  }
  return [...names];
}

/** `count` different full names: place, brand, trade and legal form, some with the place in brackets or without one. */
export function ordinaryFullNames(count = 10_000, seed = 1): string[] {
  return distinct(count, seed, fullOf);
}

/** `count` different short names of two to four characters, as people call a firm. */
export function ordinaryShortNames(count = 10_000, seed = 2): string[] {
  return distinct(count, seed, shortOf);
}

/** `count` different names of two characters, the hardest for a matcher that goes by sound. */
export function ordinaryTwoCharacterNames(count = 10_000, seed = 3): string[] {
  return distinct(count, seed, pairOf);
}

if (import.meta.main) {
  const [kind = "full", count = "10000", seed = "1"] = process.argv.slice(2);
  const makers = {
    full: ordinaryFullNames,
    short: ordinaryShortNames,
    two: ordinaryTwoCharacterNames,
  };
  const make = makers[kind as keyof typeof makers] ?? makers.full;
  process.stdout.write(`${make(Number(count), Number(seed)).join("\n")}\n`);
}
