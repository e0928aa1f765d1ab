import type { Ask, FactAnswer, Subject } from "#shared/facts";
import { addDays, compareDecimal, divide, isCivilDate, subtract, sum } from "#shared/kernel";
import { type Test, testsMask } from "../evaluate/compare.ts";
import { FAILS, HOLDS, type Mask } from "../evaluate/mask.ts";
import type { Trace } from "../evaluate/trace.ts";
import type { Bound } from "../pack/program.ts";

type FactBound = Extract<Bound, { kind: "fact" }>;
type Known = Extract<FactAnswer, { known: true }>["value"];
type Unknown = Extract<FactAnswer, { known: false }>;

/** One open fact: which questions make it known, and what each of its possible values would mean to each comparison. */
export type OpenFact = {
  readonly index: number;
  readonly keys: readonly number[];
  /** For each comparison that looks at it, the mask it would have under each possible value. */
  readonly outcomes: Map<readonly Test[] | "relation", readonly Mask[]>;
};

/** More possible values than this are not told apart; real comparisons make two to eight. */
const MAX_VALUES = 30;
const OTHER_TEXT = "\u0000other";

type Seen = {
  readonly bounds: Map<readonly Test[], FactBound>;
  readonly answer: Unknown | undefined;
  readonly asks: readonly Ask[];
};

function literalsOf(tests: readonly Test[]): readonly string[] {
  return tests.flatMap((test) => (test.list.size > 0 ? [...test.list] : [test.literal.text]));
}

function between(a: string, b: string): string {
  return divide(sum([a, b]), "2", 14);
}

function numbers(literals: readonly string[], bounds: Unknown["bounds"]): string[] {
  const within = (value: string) =>
    bounds === undefined ||
    (compareDecimal(value, bounds.min) >= 0 && compareDecimal(value, bounds.max) <= 0);
  const isOpenEnd = (value: string) =>
    (bounds?.minOpen === true && compareDecimal(value, bounds.min) === 0) ||
    (bounds?.maxOpen === true && compareDecimal(value, bounds.max) === 0);
  const points = [...literals, ...(bounds ? [bounds.min, bounds.max] : [])]
    .filter(within)
    .sort(compareDecimal);
  const values: string[] = [];
  const first = points[0];
  const last = points.at(-1);
  if (!bounds && first !== undefined && last !== undefined)
    values.push(subtract(first, "1"), sum([last, "1"]));
  for (const [index, point] of points.entries()) {
    if (!isOpenEnd(point)) values.push(point);
    const next = points[index + 1];
    if (next !== undefined && compareDecimal(point, next) < 0) values.push(between(point, next));
  }
  return values;
}

function sets(tests: readonly (readonly Test[])[], atLeast: readonly string[]): string[][] {
  // Members that appear in the same lists are alike; one stands for all of them.
  const alike = new Map<string, string>();
  const lists = tests.flat();
  for (const literal of lists.flatMap((test) => [...test.list])) {
    const signature = lists.map((test) => (test.list.has(literal) ? "1" : "0")).join("");
    if (!alike.has(signature)) alike.set(signature, literal);
  }
  const members = [...alike.values(), OTHER_TEXT].slice(0, 6);
  const result: string[][] = [];
  for (let chosen = 0; chosen < 1 << members.length; chosen += 1)
    result.push([...atLeast, ...members.filter((_, index) => chosen & (1 << index))]);
  return result;
}

function valuesOf(bound: FactBound, seen: Seen): readonly Known[] {
  const tests = [...seen.bounds.keys()];
  const literals = tests.flatMap(literalsOf);
  switch (bound.spec.type) {
    case "bool":
      return [true, false];
    case "number":
      return numbers(
        literals.filter((text) => /^-?\d/.test(text)),
        seen.answer?.bounds,
      );
    case "date":
      return literals
        .filter(isCivilDate)
        .flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
    case "text":
      return [...literals, OTHER_TEXT];
    case "set":
      return sets(tests, seen.answer?.atLeast ?? []);
  }
}

/** Collects the open facts of one evaluation, and knows for each what could be answered. */
export class OpenFacts {
  private readonly seen = new Map<string, Seen>();
  private readonly facts = new Map<string, OpenFact>();
  private readonly numbers = new Map<string, number>();
  /** Leaves that were found before, and definitions that were gone through. */
  private readonly leaves = new Map<Trace, OpenFact | undefined>();
  private readonly collected = new Set<Trace>();
  private readonly asked = new Map<Trace, boolean>();
  private keys: readonly string[] = [];
  /** Every question met, in the order of their keys. */
  readonly questions = new Map<string, Ask>();

  /** Takes note of every open fact of the buyer's below a condition. */
  collect(trace: Trace): undefined {
    if (trace.mask === HOLDS || trace.mask === FAILS) return;
    switch (trace.kind) {
      case "group":
      case "law":
        for (const part of trace.parts) this.collect(part);
        return;
      case "not":
        return this.collect(trace.part);
      case "def":
        if (this.collected.has(trace)) return;
        this.collected.add(trace);
        return this.collect(trace.part);
      case "relation":
        if (!trace.related.complete) this.note(relationName(trace), undefined, trace.related.ask);
        for (const part of trace.parts) this.collect(part);
        return;
      case "fact":
        if (!trace.answer.known && trace.answer.owner === "buyer")
          this.note(factName(trace), trace.bound, trace.answer.ask, trace.answer);
        return;
      default:
        return;
    }
  }

  /** Whether anything below an open condition can be asked of the buyer. */
  isAsked(trace: Trace): boolean {
    if (trace.mask === HOLDS || trace.mask === FAILS) return false;
    switch (trace.kind) {
      case "group":
      case "law":
        return trace.parts.some((part) => this.isAsked(part));
      case "not":
        return this.isAsked(trace.part);
      case "def": {
        let known = this.asked.get(trace);
        if (known === undefined) {
          known = this.isAsked(trace.part);
          this.asked.set(trace, known);
        }
        return known;
      }
      case "relation":
        if (!trace.related.complete && trace.related.ask.length > 0) return true;
        return trace.parts.some((part) => this.isAsked(part));
      case "fact":
        return !trace.answer.known && trace.answer.owner === "buyer" && trace.answer.ask.length > 0;
      default:
        return false;
    }
  }

  /** Numbers the questions once all are known: by their text, so that no order of rules or parties shows. */
  settle(): void {
    const sorted = [...this.questions.keys()].sort();
    for (const [index, key] of sorted.entries()) this.numbers.set(key, index);
    this.keys = sorted;
  }

  /** The key of a numbered question. */
  keyAt(index: number): string {
    return this.keys[index] ?? "";
  }

  /** The open fact behind a leaf, or undefined where the buyer has nothing to answer. */
  find(trace: Extract<Trace, { kind: "fact" | "relation" }>): OpenFact | undefined {
    if (this.leaves.has(trace)) return this.leaves.get(trace);
    const fact = this.look(trace);
    this.leaves.set(trace, fact);
    return fact;
  }

  private look(trace: Extract<Trace, { kind: "fact" | "relation" }>): OpenFact | undefined {
    const name = trace.kind === "fact" ? factName(trace) : relationName(trace);
    const made = this.facts.get(name);
    if (made) return made;
    const seen = this.seen.get(name);
    if (seen === undefined) return undefined;
    const fact = this.make(seen);
    this.facts.set(name, fact);
    return fact;
  }

  private note(name: string, bound: FactBound | undefined, asks: readonly Ask[], answer?: Unknown) {
    if (asks.length === 0) return;
    for (const ask of asks) this.questions.set(ask.key, ask);
    const seen = this.seen.get(name) ?? { bounds: new Map(), answer, asks };
    if (bound) seen.bounds.set(bound.tests, bound);
    this.seen.set(name, seen);
  }

  private make(seen: Seen): OpenFact {
    const keys = seen.asks.map((ask) => this.numbers.get(ask.key) ?? 0).sort((a, b) => a - b);
    const outcomes = new Map<readonly Test[] | "relation", Mask[]>();
    const bounds = [...seen.bounds.values()];
    const first = bounds[0];
    if (first === undefined) outcomes.set("relation", [HOLDS, FAILS]);
    const known = new Set<string>();
    for (const value of first === undefined ? [] : valuesOf(first, seen)) {
      const row = bounds.map((bound) => testsMask(bound.tests, { known: true, value }));
      if (known.has(row.join()) || known.size >= MAX_VALUES) continue;
      known.add(row.join());
      for (const [index, bound] of bounds.entries()) {
        const list = outcomes.get(bound.tests) ?? [];
        list.push(row[index] ?? FAILS);
        outcomes.set(bound.tests, list);
      }
    }
    return { index: this.facts.size, keys: [...new Set(keys)], outcomes };
  }
}

function subjectName(subject: Subject): string {
  return `${subject.kind}:${subject.id}`;
}

function factName(trace: Extract<Trace, { kind: "fact" }>): string {
  return `fact|${trace.bound.fact}|${subjectName(trace.subject)}|${trace.bound.variant}`;
}

const relationNumbers = new WeakMap<Bound, number>();
let relationCount = 0;

/** Two walks of one relation ask different things of whoever is still missing: each is an open fact of its own. */
function relationName(trace: Extract<Trace, { kind: "relation" }>): string {
  let number = relationNumbers.get(trace.bound);
  if (number === undefined) {
    relationCount += 1;
    number = relationCount;
    relationNumbers.set(trace.bound, number);
  }
  return `relation|${number}|${subjectName(trace.subject)}`;
}
