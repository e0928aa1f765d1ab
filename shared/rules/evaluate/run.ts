import type { FactAnswer, FactSource, Subject } from "#shared/facts";
import type { Bound } from "../pack/program.ts";
import { exactNumber } from "./compare.ts";
import type { Mask } from "./mask.ts";
import type { Trace } from "./trace.ts";

/** One evaluation: the facts, what was answered of whom, and what definitions said of subjects already. */
export type Run = {
  readonly facts: FactSource;
  readonly questions: number;
  readonly said: (Map<string, Mask | Trace> | undefined)[];
  /** What the walk saw last, where it keeps what it sees. */
  seen: Trace | undefined;
  /** Answers of subjects met before the present one. */
  others: Map<Subject, Answers> | undefined;
  subject: Subject | undefined;
  /** What the present subject answered, by the question's place in the program: asking a second time costs an index. */
  given: (FactAnswer | undefined)[];
  /** The same as machine numbers, where they are exactly that. */
  numbers: number[];
};

type Answers = Pick<Run, "given" | "numbers">;

/** Begins an evaluation of a program that puts so many questions. */
export function createRun(facts: FactSource, questions: number): Run {
  return {
    facts,
    questions,
    said: [],
    seen: undefined,
    others: undefined,
    subject: undefined,
    given: [],
    numbers: NO_NUMBERS,
  };
}

const NO_NUMBERS: number[] = [];

function keepNumbers(run: Run): void {
  run.numbers = new Array(run.questions);
  const { others, subject, given, numbers } = run;
  if (subject !== undefined && others?.has(subject)) others.set(subject, { given, numbers });
}

/** Makes a subject the present one. */
function turnTo(run: Run, subject: Subject): void {
  // An order asked about itself alone needs no map: only a second subject makes one.
  if (run.subject !== undefined) {
    run.others ??= new Map();
    run.others.set(run.subject, { given: run.given, numbers: run.numbers });
  }
  const before = run.others?.get(subject);
  run.subject = subject;
  run.given = before?.given ?? new Array(run.questions);
  run.numbers = before?.numbers ?? NO_NUMBERS;
}

/** Asks the facts themselves and remembers what they said. */
function putQuestion(run: Run, bound: FactQuestion, subject: Subject): FactAnswer {
  const answer = run.facts.answer(bound.fact, subject, bound.args);
  run.given[bound.question] = answer;
  if (bound.kind === "fact" && bound.spec.type === "number") {
    // Most subjects are asked for no number at all.
    if (run.numbers === NO_NUMBERS) keepNumbers(run);
    run.numbers[bound.question] = exactNumber(answer);
  }
  return answer;
}

/** The answer to the question at a place of the program, remembered for this evaluation. */
export function answerAt(run: Run, bound: FactQuestion, subject: Subject): FactAnswer {
  if (run.subject !== subject) turnTo(run, subject);
  return run.given[bound.question] ?? putQuestion(run, bound, subject);
}

/** The same as a machine number, where it is exactly that; otherwise NaN. */
export function numberAt(run: Run, bound: FactQuestion): number {
  return run.numbers[bound.question] ?? Number.NaN;
}

type FactQuestion = Extract<Bound, { kind: "fact" | "known" }>;
