import { excludes } from "../score/conflicts.ts";
import { errorsAllowed, typingErrors } from "../score/distance.ts";
import { comparePersons } from "../score/person.ts";
import type { Beside } from "../score/sides.ts";
import { scoreOf, thresholds } from "../score/thresholds.ts";
import { besideOf, lacksPlain, type Weighed, weigh } from "../score/weigh.ts";
import { slipsBetween } from "../score/whole.ts";
import { type Name, otherReadings, readName } from "../tokens/name.ts";
import { readSpelled } from "../tokens/spelled.ts";
import { variantsOf } from "../tokens/variants.ts";
import { keysOfQuery } from "./keys.ts";
import type { ListIndex } from "./list-index.ts";
import { wordsNear } from "./near-words.ts";
import { personKeys } from "./person-keys.ts";
import { under } from "./postings.ts";
import { mayBePerson, type SubjectKind, subjectKindOf } from "./subject-kind.ts";

/** A name of the list that resembles what was asked, and how. */
export type Resemblance = {
  /** Place in the index's names. */
  readonly name: number;
  readonly score: number;
  /** The same name in the same form. */
  readonly same: boolean;
  readonly kind: Exclude<SubjectKind, "either">;
  readonly weighed: Weighed;
  /** The name that was asked for as it was read for this comparison. */
  readonly asked: Name;
};

const READ = 30_000;
const read = new WeakMap<ListIndex, Map<number, Name>>();

function nameAt(index: ListIndex, at: number): Name {
  let held = read.get(index);
  if (held === undefined) {
    held = new Map();
    read.set(index, held);
  }
  const known = held.get(at);
  if (known !== undefined) return known;
  if (held.size >= READ) held.clear();
  const name = readName(index.names[at]?.text ?? "");
  held.set(at, name);
  return name;
}

function candidatesOf(index: ListIndex, query: Name): ReadonlySet<number> {
  const found = new Set<number>();
  const { single, pairs, near } = keysOfQuery(query);
  for (const key of single) for (const at of under(index.single, key)) found.add(at);
  for (const key of near) {
    const allowed = errorsAllowed(key.length);
    for (const word of wordsNear(index.near, key))
      if (typingErrors(key, word, allowed) <= allowed)
        for (const at of under(index.single, word)) found.add(at);
  }
  const counted = new Map<number, number>();
  for (const key of pairs)
    for (const at of under(index.pairs, key)) {
      const count = (counted.get(at) ?? 0) + 1;
      counted.set(at, count);
      if (count === index.needed[at]) found.add(at);
    }
  return found;
}

function personCandidates(index: ListIndex, text: string): ReadonlySet<number> {
  const keys = personKeys(text);
  const counted = new Map<number, number>();
  const found = new Set<number>();
  const least = keys.length > 3 ? 2 : 1;
  for (const key of keys)
    for (const at of under(index.single, key)) {
      const count = (counted.get(at) ?? 0) + 1;
      counted.set(at, count);
      if (count >= least || key.startsWith("@~")) found.add(at);
    }
  return found;
}

/** What two names are worth that a typing error alone parts. */
const SLIPPED = 14;
const plainKinds: ReadonlySet<string> = new Set(["same", "abbreviation", "number"]);
/** What a name loses for each of its characters that is read as another. */
const MISREAD = 1;
/** The same words in another order, however common each is. */
const SAME_WORDS = 12.5;
const NOTHING: Weighed = { links: [], against: [], bits: 0, complete: false };

/** A ship or aircraft is hit by its whole name only: half of one is the name of half a fleet. */
function asVessel(query: Name, other: Name, weighed: Weighed): boolean {
  if (query.hasForm) return false;
  if (query.normal === other.normal) return true;
  return weighed.complete && weighed.links.length > 0 && (!query.han || query.cells.length >= 3);
}

/** Where a list does not say whether a name is a person's, a firm hits it by its brand or by all of a longer sound. */
function asUnsaid(query: Name, { links, complete }: Weighed): boolean {
  const branded = links.some(({ kind }) => kind === "brand-table");
  if (!query.hasForm) return complete || branded;
  return branded || (complete && links.some(({ left, right }) => left.length + right.length > 3));
}

/** What the other names of an entry say of a name's trade and place. */
function besideName(index: ListIndex, query: Name, at: number): Beside | undefined {
  const entry = index.names[at]?.entry;
  const found: Beside[] = [];
  const look = (step: number) => {
    // The names of an entry lie side by side.
    for (let other = at + step; index.names[other]?.entry === entry; other += step)
      found.push(besideOf(query, nameAt(index, other)));
  };
  look(-1);
  look(1);
  if (found.length === 0) return undefined;
  return {
    said: found.flatMap(({ said }) => said),
    theirs: found.flatMap(({ theirs }) => theirs),
  };
}

function compareBodies(
  index: ListIndex,
  query: Name,
  at: number,
  kind: SubjectKind,
): Resemblance | undefined {
  const other = nameAt(index, at);
  const same = query.normal === other.normal;
  const alone = weigh(query, other);
  const beside = lacksPlain(query, alone) ? besideName(index, query, at) : undefined;
  const weighed = beside === undefined ? alone : weigh(query, other, beside);
  if (kind === "vessel" && !asVessel(query, other, weighed)) return undefined;
  if (kind === "either" && query.han && !asUnsaid(query, weighed)) return undefined;
  const bits =
    same && other.tokens.length > 0
      ? Math.max(
          weighed.bits,
          other.tokens.some(({ cls }) => cls === "brand" || cls === "word") ||
            other.tokens.length > 2
            ? 20
            : 12,
        )
      : weighed.bits;
  const sameWords =
    !query.han &&
    !other.han &&
    weighed.complete &&
    weighed.links.length === query.tokens.length &&
    query.tokens.length === other.tokens.length &&
    weighed.links.every((link) => plainKinds.has(link.kind));
  const apart = weighed.against.some(excludes);
  const slips = same || apart || weighed.bits >= SLIPPED ? undefined : slipsBetween(query, other);
  const least = sameWords ? Math.max(bits, SAME_WORDS) : bits;
  const told = slips === undefined ? least : Math.max(least, SLIPPED - slips);
  const score = scoreOf(told - MISREAD * query.slips.length);
  return score < thresholds.possible
    ? undefined
    : { name: at, score, same, kind: kind === "vessel" ? "vessel" : "body", weighed, asked: query };
}

/** Every name of a list that resembles a name or one of those that it holds (`… (CETC 14)`), the surest first. */
export function resembling(index: ListIndex, text: string): readonly Resemblance[] {
  const variants = variantsOf(text);
  if (variants.length === 1) return resemblingOne(index, variants[0] ?? text);
  const best = new Map<number, Resemblance>();
  for (const variant of variants)
    for (const one of resemblingOne(index, variant))
      if (one.score > (best.get(one.name)?.score ?? 0)) best.set(one.name, one);
  return [...best.values()].sort((a, b) => b.score - a.score || a.name - b.name);
}

function resemblingOne(index: ListIndex, text: string): readonly Resemblance[] {
  const query = readName(text);
  if (query.tokens.length === 0) return [];
  const found: Resemblance[] = [];
  const person = mayBePerson(text);
  for (const other of otherReadings(query)) found.push(...bodiesLike(index, other));
  for (const spelled of readSpelled(query)) found.push(...bodiesLike(index, spelled));
  found.push(...bodiesLike(index, query));
  if (person) found.push(...personsLike(index, query));
  const best = new Map<number, Resemblance>();
  for (const one of found)
    if (one.score > (best.get(one.name)?.score ?? 0)) best.set(one.name, one);
  return [...best.values()].sort((a, b) => b.score - a.score || a.name - b.name);
}

function bodiesLike(index: ListIndex, query: Name): readonly Resemblance[] {
  const found: Resemblance[] = [];
  for (const at of candidatesOf(index, query)) {
    const name = index.names[at];
    const entry = name === undefined ? undefined : index.entries[name.entry];
    if (name === undefined || entry === undefined) continue;
    const kind = subjectKindOf(entry, name.text);
    if (kind === "person") continue;
    const one = compareBodies(index, query, at, kind);
    if (one !== undefined) found.push(one);
  }
  return found;
}

function personsLike(index: ListIndex, asked: Name): readonly Resemblance[] {
  const text = asked.raw;
  const found: Resemblance[] = [];
  for (const at of personCandidates(index, text)) {
    const name = index.names[at];
    const entry = name === undefined ? undefined : index.entries[name.entry];
    if (name === undefined || entry === undefined) continue;
    const kind = subjectKindOf(entry, name.text);
    if (kind !== "person" && kind !== "either") continue;
    const match = comparePersons(text, name.text);
    if (match === undefined) continue;
    const score = scoreOf(match.bits, "person");
    if (score >= thresholds.possible)
      found.push({
        name: at,
        score,
        same: match.same,
        kind: "person",
        weighed: { ...NOTHING, bits: match.bits },
        asked,
      });
  }
  return found;
}
