import type { Ask, FactOwner, Subject } from "#shared/facts";
import type { Tri } from "#shared/kernel";
import type { Authority, Lane, Telling } from "../pack/pack-schema.ts";

/** One sub-condition that decided a finding, with what was seen. Only what decided is kept. */
export type Because = {
  readonly kind: "fact" | "param" | "relation" | "definition" | "rule";
  readonly id: string;
  readonly subject?: Subject;
  readonly value: Tri;
  /** What the fact or parameter said, as text (`15832`, `unknown (40…60)`, `suspended`). */
  readonly seen: string;
  /** The comparison that was made, as text (`< 21000`). */
  readonly test?: string;
  readonly sources?: readonly string[];
  readonly children?: readonly Because[];
};

export type Citation = {
  readonly id: string;
  readonly authority: Authority;
  readonly date: string | null;
};

/** "Provided that …": what others must still state, or what the rule itself reserves. */
export type LaneCondition = {
  readonly id: string;
  readonly rule: string;
  readonly subject: Subject;
  readonly owner: FactOwner;
};

/** What one rule says of one subject. */
export type Finding = {
  readonly rule: string;
  readonly subject: Subject;
  readonly value: Tri;
  /** A lane, or `information`, `warning`, `red-flag`, `disclosure`. */
  readonly effect: Lane | Telling;
  /** The lane where the unknowns of law fall badly, where it is another one. */
  readonly atWorst?: Lane;
  /** Human review before anything goes out. */
  readonly stop?: true;
  /** Named in the letter, beside its lane. */
  readonly disclose?: true;
  /** For the firm's own eyes, beside its lane. */
  readonly flag?: true;
  readonly because: readonly Because[];
  /** Minimal sets of question keys that would settle this finding, smallest first. */
  readonly ask: readonly (readonly string[])[];
  readonly conditions: readonly LaneCondition[];
  /** Codes of remarks the reader must see: `verify` (last seen too long ago), `month-edge`, `press-only`. */
  readonly notes: readonly string[];
  readonly sources: readonly Citation[];
};

/** One parameter of which it is open what applies, and what would follow from each of its values. */
export type LawOpen = {
  readonly parameter: string;
  /** Nulls where the pack knows of no earlier state. */
  readonly lastKnown: {
    readonly value: string | number | boolean | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly ageDays: number | null;
  };
  readonly ifStillHolds: Lane;
  readonly others: readonly { readonly value: string | number | boolean; readonly lane: Lane }[];
};

/** How far the law that decides a lane is settled on the day. */
export type LawReport = {
  readonly state: "settled" | "last-known";
  readonly open: readonly LawOpen[];
  readonly allWorst: Lane;
};

/** Facts of the buyer that are missing for the lane and its papers, and the next ones to give. */
type FactsReport = { readonly missing: number; readonly next: readonly string[] };

/** The outcome of one track on one day under one reading. */
export type TrackReport = {
  readonly lane: Lane;
  readonly atBest: Lane;
  readonly atWorst: Lane;
  readonly findings: readonly Finding[];
  readonly conditions: readonly LaneCondition[];
  /** Minimal sets of question keys that would settle the lane, smallest first. */
  readonly ask: readonly (readonly string[])[];
  /** Every question named in any `ask` of this track, with where to answer it. */
  readonly questions: readonly Ask[];
  readonly facts: FactsReport;
  readonly law: LawReport;
  /** Parameters that are unverified on the day and could matter: what a person must look up. */
  readonly verify: readonly { readonly parameter: string; readonly sources: readonly string[] }[];
};
