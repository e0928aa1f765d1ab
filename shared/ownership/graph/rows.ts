import type { CivilDate } from "#shared/kernel";
import type { Link, Share } from "#shared/model";
import type { ControlTie, Holding, LinkProblem, Measure, Row } from "./types.ts";
import { FULL, fromUnits, toUnits } from "./units.ts";

type Draft = {
  owner: number;
  low: number;
  high: number;
  lowOpen: boolean;
  highOpen: boolean;
  links: Link[];
};

/** Who the holding counts for: the principal where the holder is a nominee. */
export function holderOf(link: Link): string {
  return link.nomineeFor ?? link.owner;
}

/** Reads a share into a draft; one whose size nobody knows is more than nothing. */
function draftOf(owner: number, share: Share | undefined, link: Link): Draft {
  if (share?.kind === "exact") {
    const units = toUnits(share.percent);
    return { owner, low: units, high: units, lowOpen: false, highOpen: false, links: [link] };
  }
  if (share?.kind !== "range")
    return { owner, low: 0, high: FULL, lowOpen: true, highOpen: false, links: [link] };
  return {
    owner,
    low: toUnits(share.min),
    high: toUnits(share.max),
    lowOpen: share.minExclusive === true && share.min !== share.max,
    highOpen: share.maxExclusive === true && share.min !== share.max,
    links: [link],
  };
}

/** Whether the link says anything about shares, votes or control. */
export function hasContent(link: Link): boolean {
  return Boolean(link.equity || link.voting || link.boardMajority || link.agreement);
}

/** Whether a link's dates contradict each other. */
export function datesCross(link: Link): boolean {
  return link.from !== undefined && link.to !== undefined && link.from > link.to;
}

/** Whether a link belongs to the picture of a day; crossing dates cannot tell, so it does. */
export function isActive(link: Link, asOf: CivilDate): boolean {
  if (datesCross(link)) return true;
  return (
    !(link.from !== undefined && link.from > asOf) && !(link.to !== undefined && link.to < asOf)
  );
}

/** What a link says of a measure: nothing where it says something else only, an unknown share where it says nothing. */
function readShare(owner: number, link: Link, measure: Measure): Draft | undefined {
  const share = measure === "equity" ? link.equity : (link.voting ?? link.equity);
  if (!share && hasContent(link)) return undefined;
  const draft = draftOf(owner, share, link);
  if (datesCross(link)) {
    // Nobody can say whether the link holds on the day: anything from nothing to its share.
    draft.low = 0;
    draft.lowOpen = false;
  }
  return draft;
}

/** Rows of many holders look up whether one is there already; short ones just look. */
const MANY = 24;

function collect(
  links: readonly Link[],
  holders: readonly number[],
  measure: Measure,
  report: (problem: LinkProblem) => void,
): Draft[] {
  const drafts: Draft[] = [];
  const byOwner = links.length > MANY ? new Map<number, Draft>() : undefined;
  let joined = false;
  for (let at = 0; at < links.length; at += 1) {
    const link = links[at];
    const owner = holders[at];
    const draft = link && owner !== undefined ? readShare(owner, link, measure) : undefined;
    if (!draft) continue;
    const before = byOwner ? byOwner.get(draft.owner) : sameOwner(drafts, draft.owner);
    if (before) {
      join(before, draft);
      joined = true;
      continue;
    }
    drafts.push(draft);
    byOwner?.set(draft.owner, draft);
  }
  if (joined)
    for (const draft of drafts) if (draft.links.length > 1) report(parallel(draft, measure));
  return drafts;
}

function sameOwner(drafts: readonly Draft[], owner: number): Draft | undefined {
  for (const draft of drafts) if (draft.owner === owner) return draft;
  return undefined;
}

/** Two links of one holder may be one holding recorded twice or two holdings: at least the larger, at most the sum. */
function join(into: Draft, share: Draft): void {
  const larger = share.low > into.low;
  into.lowOpen = share.low === into.low ? into.lowOpen || share.lowOpen : into.lowOpen;
  if (larger) into.lowOpen = share.lowOpen;
  into.low = Math.max(into.low, share.low);
  into.highOpen = into.highOpen || share.highOpen;
  into.high += share.high;
  if (into.high > FULL) {
    into.high = FULL;
    into.highOpen = false;
  }
  into.links.push(...share.links);
}

function parallel(draft: Draft, measure: Measure): LinkProblem {
  const [first] = draft.links;
  return {
    kind: "parallel-links",
    remedy: "merge-links",
    links: draft.links.map((link) => link.id),
    parties: first ? [holderOf(first), first.target] : [],
    measure,
  };
}

function sumLow(drafts: readonly Draft[]): number {
  let total = 0;
  for (const draft of drafts) total += draft.low;
  return total;
}

/**
 * By how much the shares say too much: what they exceed the hundred by, or, where they fill it and some holder still has
 * an unknown part more, as much as that part may be.
 */
function excessOf(drafts: readonly Draft[], total: number): number {
  if (total > FULL) return total - FULL;
  const open = drafts.filter((draft) => draft.lowOpen);
  if (total < FULL || open.length === 0) return 0;
  const more = open.reduce((sum, draft) => sum + draft.high - draft.low, 0);
  return Math.min(FULL, more);
}

/**
 * Shares above 100 %: at least one is overstated, by the excess at most if the correction is the smallest one; each
 * becomes a range that reaches down by the excess. That somebody holds something stays certain.
 */
function relax(drafts: Draft[], measure: Measure, report: (problem: LinkProblem) => void): void {
  const total = sumLow(drafts);
  const excess = excessOf(drafts, total);
  if (excess === 0) return;
  for (const draft of drafts) {
    if (draft.low > 0) draft.lowOpen = false;
    draft.low = Math.max(0, draft.low - excess);
  }
  report({
    kind: "above-hundred",
    remedy: "correct-shares",
    links: drafts.flatMap((draft) => draft.links.map((link) => link.id)),
    parties: [drafts[0]?.links[0]?.target ?? ""],
    measure,
    sum: fromUnits(total),
  });
}

/** What the others hold at least cannot be this holder's: no share exceeds the rest of the hundred. */
function tighten(drafts: Draft[]): void {
  const total = sumLow(drafts);
  let open = 0;
  for (const draft of drafts) if (draft.lowOpen) open += 1;
  for (const draft of drafts) {
    const room = FULL - (total - draft.low);
    if (room > draft.high) continue;
    const othersOpen = open - (draft.lowOpen ? 1 : 0) > 0;
    draft.highOpen = room < draft.high ? othersOpen : draft.highOpen || othersOpen;
    draft.high = room;
  }
}

function readTies(links: readonly Link[], holders: readonly number[]): ControlTie[] {
  const ties: ControlTie[] = [];
  links.forEach((link, at) => {
    const add = (by: ControlTie["by"], answer: "yes" | "no" | "unknown") => {
      if (answer === "no") return;
      const certain = answer === "yes" && !datesCross(link);
      ties.push({ owner: holders[at] ?? 0, by, link, value: certain ? "holds" : "unknown" });
    };
    if (link.agreement) add("agreement", link.agreement.controls.value);
    if (link.boardMajority) add("board", link.boardMajority.value);
  });
  return ties;
}

const hasVotes = (link: Link) => link.voting !== undefined;
const hasTie = (link: Link) => link.agreement !== undefined || link.boardMajority !== undefined;
const NO_TIES: readonly ControlTie[] = [];

/** Reads all active links into one target, with their holders' nodes; wrong ones are reported and read with care. */
export function readRow(
  links: readonly Link[],
  holders: readonly number[],
  report: (problem: LinkProblem) => void,
): Row {
  const shares = (measure: Measure): readonly Holding[] => {
    const drafts = collect(links, holders, measure, report);
    relax(drafts, measure, report);
    tighten(drafts);
    return drafts;
  };
  const equity = shares("equity");
  return {
    equity,
    voting: links.some(hasVotes) ? shares("voting") : equity,
    ties: links.some(hasTie) ? readTies(links, holders) : NO_TIES,
  };
}
