import type { Firm, Line, Site, Situation, Use } from "../situation.ts";

/** One change of the base order. Two changes of one slot never meet in a case. */
export type Deviation = {
  readonly kind: string;
  readonly name: string;
  readonly slot: string;
  readonly apply: (situation: Situation) => void;
};

/** Makes the deviations of one kind. */
export function deviations(
  kind: string,
  slot: string,
  changes: Readonly<Record<string, (situation: Situation) => void>>,
): readonly Deviation[] {
  return Object.entries(changes).map(([name, apply]) => ({ kind, name, slot, apply }));
}

/** The buyer of the base order. */
export function buyerOf(situation: Situation): Firm {
  return pick(situation.firms.find(({ id }) => id === situation.buyer));
}

/** The first line, use or site, which the base order always has. */
export function firstLine(situation: Situation): Line {
  return pick(situation.lines[0]);
}
export function firstUse(situation: Situation): Use {
  return pick(situation.uses[0]);
}
export function firstSite(situation: Situation): Site {
  return pick(situation.sites[0]);
}

function pick<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("the base order has lost a part");
  return found;
}

/** Says that capacity is sold to others, with every undertaking that follows from it. */
export function sellsCapacity(situation: Situation): void {
  buyerOf(situation).infrastructureService = "yes";
  situation.declared["capacityServesOthers"] = "yes";
  situation.declared["weightsTransferUndertaking"] = "yes";
  situation.declared["remoteAccessUndertaking"] = "yes";
}

/** Capacity of which two fifths are sold to private firms. */
export const partlySold: Situation["tenants"] = [
  { class: "own-use", share: 60, firms: [] },
  { class: "private-commercial", share: 40, firms: [] },
];
