import type { FactAnswer } from "#shared/facts";
import { FAILS, HOLDS, type Mask, triOfMask } from "../evaluate/mask.ts";
import type { Because } from "../evaluate/report-types.ts";
import { listed } from "../evaluate/test-text.ts";
import type { Trace } from "../evaluate/trace.ts";
import type { DayState } from "../pack/parameter.ts";
import type { Backing, Backings } from "./citations.ts";

/** What a fact said, as text. */
function answerText(answer: FactAnswer): string {
  if (!answer.known) {
    if (answer.bounds) return `unknown (${answer.bounds.min}…${answer.bounds.max})`;
    if (answer.atLeast && answer.atLeast.length > 0)
      return `unknown (at least ${listed(answer.atLeast)})`;
    return "unknown";
  }
  if (typeof answer.value === "boolean" || typeof answer.value === "string")
    return String(answer.value);
  return answer.value.length === 0 ? "none" : listed(answer.value);
}

/** What a parameter said, as text: its state, its value, and the careful branch while unverified. */
function dayText(day: DayState): string {
  if (day.open && day.state !== "unverified" && day.state !== "silent") {
    const entered = day.lookups.map((one) => String(one.value ?? one.instead ?? one.state));
    return `${day.state}: ${String(day.value ?? "-")} (entered: ${listed(entered)})`;
  }
  if (day.state === "unverified")
    return day.careful === undefined
      ? "unverified"
      : `unverified (careful: ${String(day.careful)})`;
  return day.value === undefined ? day.state : `${day.state}: ${String(day.value)}`;
}

/** A definition or a relation explained of one subject, with what it rests on. */
type Explained = { readonly because: Because; readonly citations: Backing | undefined };

/** The reasons of a finding, and what they rest on, in the order in which it was met. */
export type Explanation = {
  readonly because: readonly Because[];
  readonly backings: readonly Backing[];
};

type Telling = { readonly because: Because[]; readonly backings: Backing[] };
type TraceOf<Kind> = Extract<Trace, { kind: Kind }>;

/** Whether a part with this mask decided a group with that one: of `all`, every part when it holds, else those that say the same. */
function decides(part: Mask, whole: Mask, all: boolean): boolean {
  if (whole === (all ? HOLDS : FAILS)) return true;
  if (whole === HOLDS || whole === FAILS) return part === whole;
  return part !== HOLDS && part !== FAILS;
}

function restOn({ backings }: Telling, backing: Backing): void {
  if (!backings.includes(backing)) backings.push(backing);
}

/** Tells what decided conditions that were gone through; a definition or a relation is told once in an evaluation. */
export class Explainer {
  private readonly kept: Backings;
  private readonly told = new Map<Trace, Explained>();

  constructor(kept: Backings) {
    this.kept = kept;
  }

  /** What decided a condition, and nothing else. */
  explain(trace: Trace): Explanation {
    const into: Telling = { because: [], backings: [] };
    this.tell(trace, into);
    return into;
  }

  private tell(trace: Trace, into: Telling): undefined {
    switch (trace.kind) {
      case "group": {
        const all = trace.bound.kind === "all";
        for (const part of trace.parts)
          if (decides(part.mask, trace.mask, all)) this.tell(part, into);
        return;
      }
      case "not":
        return this.tell(trace.part, into);
      case "def":
      case "relation":
        return this.once(trace, into);
      case "law":
        return this.law(trace, into);
      case "fact":
        return this.fact(trace, into);
      case "known": {
        const { bound, subject, answer, mask } = trace;
        const value = triOfMask(mask);
        const seen = answerText(answer);
        into.because.push({ kind: "fact", id: bound.fact, subject, value, seen, test: "known" });
        return;
      }
      case "param": {
        const { text } = trace.bound;
        const reason = this.parameter(trace.bound.parameter, triOfMask(trace.mask), into);
        into.because.push(text === "" ? reason : { ...reason, test: text });
        return;
      }
    }
  }

  private fact({ bound, subject, answer, mask }: TraceOf<"fact">, into: Telling): undefined {
    const { fact: id, text: test, days } = bound;
    const value = triOfMask(mask);
    const seen = answerText(answer);
    if (days.length === 0) {
      into.because.push({ kind: "fact", id, subject, value, seen, test });
      return;
    }
    const children = days.map((day) => this.parameter(day, value, into));
    into.because.push({ kind: "fact", id, subject, value, seen, test, children });
  }

  /** Told of an open parameter: how the comparison stands at the careful value, and that the law is open. */
  private law({ bound, subject, mask, parts }: TraceOf<"law">, into: Telling): undefined {
    const value = triOfMask(mask);
    const part = parts[bound.mild === undefined ? 0 : 1] ?? parts[0];
    const law = this.parameter(bound.parameter, value, into);
    const leaf = part?.kind === "law" ? part.parts[0] : part;
    if (leaf?.kind === "fact") {
      const { fact: id, text: test } = leaf.bound;
      const seen = answerText(leaf.answer);
      into.because.push({ kind: "fact", id, subject, value, seen, test, children: [law] });
    } else {
      const test = leaf?.kind === "param" ? leaf.bound.text : "";
      into.because.push(test === "" ? law : { ...law, test });
    }
  }

  private parameter(day: DayState, value: Because["value"], into: Telling): Because {
    restOn(into, this.kept.ofDay(day));
    return { kind: "param", id: day.parameter, value, seen: dayText(day), sources: day.sources };
  }

  private once(trace: TraceOf<"def" | "relation">, into: Telling): undefined {
    let own = this.told.get(trace);
    if (own === undefined) {
      own = trace.kind === "def" ? this.definition(trace) : this.relation(trace);
      this.told.set(trace, own);
    }
    into.because.push(own.because);
    if (own.citations) restOn(into, own.citations);
  }

  private definition({ bound, subject, mask, part }: TraceOf<"def">): Explained {
    const { id, sources } = bound.definition;
    const value = triOfMask(mask);
    const { because: children, backings } = this.explain(part);
    return {
      because: { kind: "definition", id, subject, value, seen: value, sources, children },
      citations: this.kept.join(bound.slot, sources, backings),
    };
  }

  private relation({ bound, subject, mask, related, parts }: TraceOf<"relation">): Explained {
    const further: Telling = { because: [], backings: [] };
    for (const part of parts)
      if (decides(part.mask, mask, bound.kind === "every")) this.tell(part, further);
    const because: Because = {
      kind: "relation",
      id: bound.relation,
      subject,
      value: triOfMask(mask),
      seen: `${related.subjects.length}${related.complete ? "" : " or more"}`,
      test: bound.kind,
      children: further.because,
    };
    // Most relations rest on one thing: then that is what they rest on.
    const [first, second] = further.backings;
    if (second === undefined) return { because, citations: first };
    return { because, citations: this.kept.join(bound.slot, [], further.backings) };
  }
}
