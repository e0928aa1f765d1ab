import { bothOf } from "./algebra.ts";
import { firmOf, isMilitary } from "./classes.ts";
import type { Answer, Firm, Holding, Situation } from "./situation.ts";

/** What art. 4 and its neighbours say of a firm, from nothing to a settled case. */
const standings = ["none", "participation", "doubt", "case-four", "settled"] as const;
export type Standing = (typeof standings)[number];

/** Whether what is open is taken as it suits the buyer best, or worst. */
export type Pick = "best" | "worst";

/** The share that counts: of state holders a low one suits the buyer, of private holders a high one. */
function shareOf({ equity }: Holding, low: boolean): number {
  if (typeof equity === "number") return equity;
  return low ? equity[0] : equity[1];
}

function settle(answer: Answer | undefined, pick: Pick): boolean {
  return answer === "yes" || (answer === "open" && pick === "worst");
}

function sum(shares: readonly number[]): number {
  return shares.reduce((total, share) => total + share, 0);
}

/** Everybody who holds something in a firm. */
export function holdersOf(situation: Situation, target: string): readonly Holding[] {
  return situation.holdings.filter((holding) => holding.target === target);
}

/** A body that art. 4 (1) names: organ or public institution by kind or code; never a military unit (lanes.md, Roles). */
function isStateBody(firm: Firm): boolean {
  if (isMilitary(firm) === "yes") return false;
  return firm.kind === "public-body" || firm.prefix === "11" || firm.prefix === "12";
}

type Weighed = {
  readonly holding: Holding;
  readonly share: number;
  /** Counts among the units of art. 4 (1): a body, or a firm that is state-owned itself. */
  readonly state: boolean;
  /** Has some state share behind it. */
  readonly touched: boolean;
  readonly body: string;
};

/** Whoever stands at the top of majorities: the holder itself where nobody holds more than half of it. */
function controllerOf(situation: Situation, id: string): string {
  const over = holdersOf(situation, id).find((holding) => shareOf(holding, true) > 50);
  return over === undefined ? id : controllerOf(situation, over.owner);
}

function weigh(situation: Situation, target: string, pick: Pick): readonly Weighed[] {
  return holdersOf(situation, target).map((holding) => {
    const firm = firmOf(situation, holding.owner);
    const standing = isStateBody(firm) ? "settled" : standingOf(situation, holding.owner, pick);
    const state = standing === "settled" || standing === "case-four";
    const low = state ? pick === "best" : pick === "worst";
    return {
      holding,
      share: shareOf(holding, low),
      state,
      touched: standing !== "none",
      body: controllerOf(situation, holding.owner),
    };
  });
}

/** Control without more than half of the shares: votes past half, the board, concert past half. */
function byOtherMeans(all: readonly Weighed[], pick: Pick): boolean {
  const state = all.filter((one) => one.state);
  const votes = sum(state.map(({ holding, share }) => holding.votes ?? share));
  const voted = state.some(({ holding }) => holding.votes !== undefined) && votes > 50;
  const board = state.some(({ holding }) => settle(holding.board, pick));
  const acting = all.filter(
    ({ holding }) =>
      holding.agreement?.kind === "acting-in-concert" && settle(holding.agreement.controls, pick),
  );
  const concert = acting.some((one) => one.state) && sum(acting.map((one) => one.share)) > 50;
  return voted || board || concert;
}

/** One state body through several firms: together past half where no case of art. 4 is met. */
function throughSeveral(state: readonly Weighed[]): boolean {
  return state.some(
    ({ body }) => sum(state.filter((one) => one.body === body).map((one) => one.share)) > 50,
  );
}

/** The agreement by which a state holder decides: it controls, it does not, or nothing is recorded of it. */
function agreed(state: readonly Weighed[], pick: Pick): { controls: boolean; recorded: boolean } {
  const others = state.filter(({ holding }) => holding.agreement?.kind === "other");
  return {
    controls: others.some(({ holding }) => settle(holding.agreement?.controls, pick)),
    recorded: state.some(({ holding }) => holding.agreement !== undefined),
  };
}

/** The largest share of anybody else; a dispersed float is as large as its largest holder may be, and hides nobody. */
function largestOther({ freeFloat }: Firm, all: readonly Weighed[]): number {
  const others = all.filter((one) => !one.state).map((one) => one.share);
  return Math.max(0, freeFloat?.noHolderAbove ?? 0, ...others);
}

/** Shares that nobody is named for: at worst one state body holds them all. */
function unnamed(firm: Firm, all: readonly Weighed[]): readonly Weighed[] {
  const named = sum(all.map((one) => one.share));
  const rest = 100 - named - (firm.freeFloat?.share ?? 0);
  if (rest < 0.000_001) return [];
  const holding: Holding = { owner: "nobody named", target: firm.id, equity: rest };
  return [{ holding, share: rest, state: true, touched: true, body: "" }];
}

function standingAmong(firm: Firm, all: readonly Weighed[], pick: Pick): Standing {
  const state = all.filter((one) => one.state);
  if (state.length === 0) return all.some((one) => one.touched) ? "participation" : "none";
  const total = sum(state.map((one) => one.share));
  const top = Math.max(...state.map((one) => one.share));
  const other = largestOther(firm, all);
  const { controls, recorded } = agreed(state, pick);
  if (total > 50 && top > other) return "settled";
  if (top > other && (controls || (!recorded && pick === "worst"))) return "case-four";
  const tied = top === other && (total > 50 || top === 50 || !recorded);
  const doubt = controls || tied || byOtherMeans(all, pick) || throughSeveral(state);
  return doubt ? "doubt" : "participation";
}

/** Where a firm stands under art. 4 of Order 32 and beside it (lanes.md, Control beyond one share). */
export function standingOf(situation: Situation, target: string, pick: Pick): Standing {
  const firm = firmOf(situation, target);
  if (isStateBody(firm) || firm.kind !== "company") return "none";
  const named = weigh(situation, target, pick);
  const all = pick === "worst" ? [...named, ...unnamed(firm, named)] : named;
  return standingAmong(firm, all, pick);
}

/** An owner of a firm at some tier, and how it stands above it. */
export type Above = {
  readonly owner: Firm;
  /** More than half at every tier. */
  readonly controlling: Answer;
  /** Not by more than half, but by other means or through several firms. */
  readonly otherwise: boolean;
};

function overHalf(low: number, high: number): Answer {
  if (low > 50) return "yes";
  return high > 50 ? "open" : "no";
}

/** All owners of a firm through all tiers, each with the surest way in which it stands above. */
export function ownersAbove(situation: Situation, target: string): readonly Above[] {
  const climb = (id: string, sure: Answer): readonly Above[] =>
    holdersOf(situation, id).flatMap((holding) => {
      const low = shareOf(holding, true);
      const high = shareOf(holding, false);
      const here = bothOf(sure, overHalf(low, high));
      const controls = holding.agreement?.controls === "yes" && holding.agreement.kind === "other";
      const voted = (holding.votes ?? 0) > 50 || holding.board === "yes" || controls;
      const owner = firmOf(situation, holding.owner);
      return [
        { owner, controlling: here, otherwise: voted || concertPastHalf(situation, id, holding) },
        ...climb(holding.owner, here),
      ];
    });
  const all = climb(target, "yes");
  const through = (owner: Firm) =>
    sum(
      holdersOf(situation, target)
        .filter(({ owner: via }) => via !== owner.id && controllerOf(situation, via) === owner.id)
        .map((holding) => shareOf(holding, true)),
    ) > 50;
  return all.map((one) => ({
    ...one,
    otherwise: one.controlling !== "yes" && (one.otherwise || through(one.owner)),
  }));
}

function concertPastHalf(situation: Situation, target: string, holding: Holding): boolean {
  if (holding.agreement?.kind !== "acting-in-concert") return false;
  const acting = holdersOf(situation, target).filter(
    ({ agreement }) => agreement?.kind === "acting-in-concert" && agreement.controls === "yes",
  );
  return sum(acting.map((one) => shareOf(one, true))) > 50;
}
