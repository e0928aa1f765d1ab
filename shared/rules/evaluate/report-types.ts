import type { Ask, FactOwner, Subject } from "#shared/facts";
import type { Tri } from "#shared/kernel";
import type { Authority, Lane, Source } from "../pack/pack-schema.ts";

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
  readonly effect: Lane | "information" | "warning" | "red-flag" | "disclosure";
  readonly stop?: true;
  readonly because: readonly Because[];
  /** Minimal sets of question keys that would settle this finding, smallest first. */
  readonly ask: readonly (readonly string[])[];
  readonly conditions: readonly LaneCondition[];
  /** Codes of remarks the reader must see: `verify` (last seen too long ago), `month-edge`, `press-only`. */
  readonly notes: readonly string[];
  readonly sources: readonly Citation[];
};

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
  /** Parameters that are unverified on the day and could matter: what a person must look up. */
  readonly verify: readonly { readonly parameter: string; readonly sources: readonly string[] }[];
};

export type { Source };
