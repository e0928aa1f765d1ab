import type { FactArgs, FactCatalogue, FactSpec, SubjectKind } from "#shared/facts";
import type { CivilDate } from "#shared/kernel";
import type { PackCase } from "../cases/case-schema.ts";
import type { BoundOutcome } from "../compile/effect.ts";
import type { QuickTest, Test } from "../evaluate/compare.ts";
import type { Mask } from "../evaluate/mask.ts";
import type { Backings } from "../explain/citations.ts";
import type { Definition, Pack, Parameter, Reading, Rule, Source } from "./pack-schema.ts";
import type { DayState } from "./parameter.ts";

/** A pack that was looked through and found whole: every name resolves, every type fits, every statement is cited. */
export type Program = {
  readonly pack: Pack;
  /** SHA-256 of the canonical JSON of the pack and its sources: the identity that reports name. */
  readonly sha256: string;
  readonly sources: ReadonlyMap<string, Source>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly cases: readonly PackCase[];
  readonly catalogue: FactCatalogue;
  /** Remembers what was prepared for a day and reading; no answer depends on it. */
  readonly prepared: Map<string, BoundProgram>;
};

/** A condition made ready for one day and one reading: parameters are values now, vague terms have their reading. */
export type Bound =
  | {
      readonly kind: "all" | "any";
      readonly of: readonly Bound[];
      /** The same parts, those first that cost least and rule out most. */
      readonly cheapFirst: readonly Bound[];
    }
  | { readonly kind: "not"; readonly of: Bound }
  | {
      readonly kind: "def";
      readonly definition: Definition;
      readonly slot: number;
      readonly of: Bound;
    }
  | {
      readonly kind: "fact";
      readonly fact: string;
      readonly spec: FactSpec;
      readonly args: FactArgs | undefined;
      /** Distinguishes questions about the same fact with other arguments. */
      readonly variant: string;
      /** Place of the question among all of the program on this day. */
      readonly question: number;
      readonly tests: readonly Test[];
      /** The comparisons in their quickest form. */
      readonly quick: QuickTest;
      /** The comparisons as text. */
      readonly text: string;
      /** Parameters whose values of the day are compared with. */
      readonly days: readonly DayState[];
    }
  | {
      readonly kind: "known";
      readonly fact: string;
      readonly args: FactArgs | undefined;
      readonly variant: string;
      readonly question: number;
    }
  | {
      readonly kind: "some" | "every";
      readonly relation: string;
      /** The same walk has the same place whichever rule takes it. */
      readonly slot: number;
      readonly of: Bound;
    }
  | {
      /** A comparison that rests on a parameter of which it is open what applies, bound for each state it may have. */
      readonly kind: "law";
      readonly parameter: DayState;
      readonly mild: Bound | undefined;
      readonly careful: readonly Bound[];
      readonly others: readonly Bound[];
    }
  | {
      readonly kind: "param";
      readonly parameter: DayState;
      readonly mask: Mask;
      /** The states and values that are wanted, as text. */
      readonly text: string;
    };

/** A rule in force on the day, with what it does in this reading. */
export type BoundRule = BoundOutcome & {
  readonly rule: Rule;
  readonly when: Bound;
  readonly subject: SubjectKind;
  readonly notes: readonly string[];
};

/** A program on one day under one reading. */
export type BoundProgram = {
  readonly program: Program;
  readonly asOf: CivilDate;
  readonly reading: Reading;
  /** Rules that set lanes, most severe first; then those that only tell. */
  readonly rules: readonly BoundRule[];
  readonly laneRules: readonly BoundRule[];
  readonly parameters: ReadonlyMap<string, DayState>;
  /** How many different questions the rules put. */
  readonly questions: number;
  readonly sources: ReadonlyMap<string, Source>;
  readonly backings: Backings;
};
