import type { FactAnswer, Related, Subject } from "#shared/facts";
import type { Bound } from "../pack/program.ts";
import type { Mask } from "./mask.ts";

/** A question that was made ready. */
export type FactBound = Extract<Bound, { kind: "fact" }>;
/** Several parts together. */
export type Group = Extract<Bound, { kind: "all" | "any" }>;
/** A walk over a relation. */
export type Relation = Extract<Bound, { kind: "some" | "every" }>;
/** A comparison with what the law says. */
export type Law = Extract<Bound, { kind: "law" }>;

/** A condition that was evaluated, with everything that was seen on the way. */
export type Trace =
  | {
      readonly kind: "group";
      readonly bound: Group;
      readonly subject: Subject;
      readonly mask: Mask;
      readonly parts: readonly Trace[];
    }
  | {
      readonly kind: "not";
      readonly bound: Extract<Bound, { kind: "not" }>;
      readonly subject: Subject;
      readonly mask: Mask;
      readonly part: Trace;
    }
  | {
      readonly kind: "def";
      readonly bound: Extract<Bound, { kind: "def" }>;
      readonly subject: Subject;
      readonly mask: Mask;
      readonly part: Trace;
    }
  | {
      readonly kind: "fact";
      readonly bound: FactBound;
      readonly subject: Subject;
      readonly mask: Mask;
      readonly answer: FactAnswer;
    }
  | {
      readonly kind: "known";
      readonly bound: Extract<Bound, { kind: "known" }>;
      readonly subject: Subject;
      readonly mask: Mask;
      readonly answer: FactAnswer;
    }
  | {
      readonly kind: "relation";
      readonly bound: Extract<Bound, { kind: "some" | "every" }>;
      readonly subject: Subject;
      readonly mask: Mask;
      readonly related: Related;
      readonly parts: readonly Trace[];
    }
  | {
      readonly kind: "law";
      readonly bound: Law;
      readonly subject: Subject;
      readonly mask: Mask;
      /** What was seen at the mildest value, where that is known, then at the careful ones, then at all others. */
      readonly parts: readonly Trace[];
    }
  | {
      readonly kind: "param";
      readonly bound: Extract<Bound, { kind: "param" }>;
      readonly subject: Subject;
      readonly mask: Mask;
    };
