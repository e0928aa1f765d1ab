import type { CivilDate } from "#shared/kernel";
import type { Link, Share } from "#shared/model";
import type { ControlTie, Holding, LinkProblem, Measure, Row } from "./types.ts";
import { FULL, fromUnits, toUnits } from "./units.ts";

type Bounds = { low: number; high: number; lowOpen: boolean; highOpen: boolean };
type Draft = Bounds & { owner: number; links: Link[] };

/** Who the holding counts for: the principal where the holder is a nominee. */
export function holderOf(link: Link): string {
  return link.nomineeFor ?? link.owner;
}

/** A holding that exists, but nobody knows how large: more than nothing. */
const SOME: Bounds = { low: 0, high: FULL, lowOpen: true, highOpen: false };

function boundsOf(share: Share): Bounds {
  if (share.kind === "unknown") return SOME;
  if (share.kind === "exact") {
    const units = toUnits(share.percent);
    return { low: units, high: units, lowOpen: false, highOpen: false };
  }
  return {
    low: toUnits(share.min),
    high: toUnits(share.max),
    lowOpen: share.minExclusive === true,
    highOpen: share.maxExclusive === true,
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

function shareOf(link: Link, measure: Measure): Bounds | undefined {
  const recorded = measure === "equity" ? link.equity : (link.voting ?? link.equity);
  const bounds = recorded ? boundsOf(recorded) : undefined;
  const read = bounds ?? (hasContent(link) ? undefined : SOME);
  // Nobody can say whether a link with crossing dates holds on the day: anything from nothing to its share.
  if (read && datesCross(link)) return { ...read, low: 0, lowOpen: false };
  return read;
}

function collect(
  links: readonly Link[],
  measure: Measure,
  node: (id: string) => number,
  report: (problem: LinkProblem) => void,
): Draft[] {
  const drafts: Draft[] = [];
  for (const link of links) {
    const share = shareOf(link, measure);
    if (!share) continue;
    const owner = node(holderOf(link));
    const same = drafts.find((draft) => draft.owner === owner);
    if (same) join(same, share, link);
    else drafts.push({ owner, ...share, links: [link] });
  }
  for (const draft of drafts) if (draft.links.length > 1) report(parallel(draft, measure));
  return drafts;
}

/** Two links of one holder may be one holding recorded twice or two holdings: at least the larger, at most the sum. */
function join(into: Draft, share: Bounds, link: Link): void {
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
  into.links.push(link);
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

/**
 * Shares above 100 %: at least one is overstated, by the excess at most if the correction is the smallest one; each
 * becomes a range that reaches down by the excess.
 */
function relax(drafts: Draft[], measure: Measure, report: (problem: LinkProblem) => void): void {
  const total = drafts.reduce((sum, draft) => sum + draft.low, 0);
  if (total <= FULL) return;
  const excess = total - FULL;
  for (const draft of drafts) {
    draft.low = Math.max(0, draft.low - excess);
    draft.lowOpen = false;
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
  const total = drafts.reduce((sum, draft) => sum + draft.low, 0);
  const open = drafts.reduce((count, draft) => count + (draft.lowOpen ? 1 : 0), 0);
  for (const draft of drafts) {
    const room = FULL - (total - draft.low);
    if (room > draft.high) continue;
    const othersOpen = open - (draft.lowOpen ? 1 : 0) > 0;
    draft.highOpen = room < draft.high ? othersOpen : draft.highOpen || othersOpen;
    draft.high = room;
  }
}

function readTies(links: readonly Link[], node: (id: string) => number): ControlTie[] {
  const ties: ControlTie[] = [];
  const add = (link: Link, by: ControlTie["by"], answer: "yes" | "no" | "unknown") => {
    if (answer === "no") return;
    const certain = answer === "yes" && !datesCross(link);
    ties.push({ owner: node(holderOf(link)), by, link, value: certain ? "holds" : "unknown" });
  };
  for (const link of links) {
    if (link.agreement) add(link, "agreement", link.agreement.controls.value);
    if (link.boardMajority) add(link, "board", link.boardMajority.value);
  }
  return ties;
}

const hasVotes = (link: Link) => link.voting !== undefined;
const NO_TIES: readonly ControlTie[] = [];

/** Reads all active links into one target; wrong ones are reported and read as carefully as they allow. */
export function readRow(
  links: readonly Link[],
  node: (id: string) => number,
  report: (problem: LinkProblem) => void,
): Row {
  const shares = (measure: Measure): readonly Holding[] => {
    const drafts = collect(links, measure, node, report);
    relax(drafts, measure, report);
    tighten(drafts);
    return drafts;
  };
  const equity = shares("equity");
  const ties = links.some((link) => link.agreement || link.boardMajority);
  return {
    equity,
    voting: links.some(hasVotes) ? shares("voting") : equity,
    ties: ties ? readTies(links, node) : NO_TIES,
  };
}
