import type { FactAnswer, FactSource, Related, Subject } from "#shared/facts";
import type { Bound } from "../compile/bind.ts";
import { incompleteMask } from "../evaluate/check-node.ts";
import { testsMask } from "../evaluate/compare.ts";
import { FAILS, HOLDS, type Mask, maskNot } from "../evaluate/mask.ts";

/** A condition that was evaluated, with everything that was seen on the way. */
export type Trace =
  | {
      readonly kind: "group";
      readonly bound: Extract<Bound, { kind: "all" | "any" }>;
      readonly subject: Subject;
      readonly mask: Mask;
      readonly parts: readonly Trace[];
    }
  | {
      readonly kind: "not" | "def";
      readonly bound: Extract<Bound, { kind: "not" | "def" }>;
      readonly subject: Subject;
      readonly mask: Mask;
      readonly part: Trace;
    }
  | {
      readonly kind: "fact";
      readonly bound: Extract<Bound, { kind: "fact" }>;
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
      readonly kind: "param";
      readonly bound: Extract<Bound, { kind: "param" }>;
      readonly subject: Subject;
      readonly mask: Mask;
    };

/** Evaluates conditions and keeps what was seen; each definition is looked at once per subject. */
export class Tracer {
  readonly facts: FactSource;
  private readonly said: (Map<string, Trace> | undefined)[] = [];

  constructor(facts: FactSource) {
    this.facts = facts;
  }

  trace(bound: Bound, subject: Subject): Trace {
    switch (bound.kind) {
      case "all":
      case "any":
        return this.group(bound, subject);
      case "not": {
        const part = this.trace(bound.of, subject);
        return { kind: "not", bound, subject, part, mask: maskNot(part.mask) };
      }
      case "def":
        return this.definition(bound, subject);
      case "fact": {
        const answer = this.facts.answer(bound.fact, subject, bound.args);
        return { kind: "fact", bound, subject, answer, mask: testsMask(bound.tests, answer) };
      }
      case "known": {
        const answer = this.facts.answer(bound.fact, subject, bound.args);
        return { kind: "known", bound, subject, answer, mask: answer.known ? HOLDS : FAILS };
      }
      case "some":
      case "every":
        return this.relation(bound, subject);
      case "param":
        return { kind: "param", bound, subject, mask: bound.mask };
    }
  }

  private group(bound: Extract<Bound, { kind: "all" | "any" }>, subject: Subject): Trace {
    const parts = bound.of.map((part) => this.trace(part, subject));
    return { kind: "group", bound, subject, parts, mask: combine(bound.kind === "all", parts) };
  }

  private definition(bound: Extract<Bound, { kind: "def" }>, subject: Subject): Trace {
    let said = this.said[bound.slot];
    if (said === undefined) {
      said = new Map();
      this.said[bound.slot] = said;
    }
    const known = said.get(subject.id);
    if (known) return known;
    const part = this.trace(bound.of, subject);
    const made: Trace = { kind: "def", bound, subject, part, mask: part.mask };
    said.set(subject.id, made);
    return made;
  }

  private relation(bound: Extract<Bound, { kind: "some" | "every" }>, subject: Subject): Trace {
    const related = this.facts.related(bound.relation, subject);
    const parts = related.subjects.map((other) => this.trace(bound.of, other));
    const inner = combine(bound.kind === "every", parts);
    const open = related.complete ? undefined : incompleteMask(related);
    return {
      kind: "relation",
      bound,
      subject,
      related,
      parts,
      mask: this.walk(bound.kind, inner, parts, open),
    };
  }

  private walk(
    kind: "some" | "every",
    inner: Mask,
    parts: readonly Trace[],
    open: Mask | undefined,
  ): Mask {
    if (kind === "some") return inner | (open ?? FAILS);
    if (open !== undefined) return inner & open;
    return parts.length === 0 ? FAILS : inner;
  }
}

function combine(all: boolean, parts: readonly Trace[]): Mask {
  let mask = all ? HOLDS : FAILS;
  for (const part of parts) mask = all ? mask & part.mask : mask | part.mask;
  return mask;
}
