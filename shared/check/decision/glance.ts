import type { FactOwner, FactSource, Subject } from "#shared/facts";
import { err, ok, type Result } from "#shared/kernel";
import {
  type Because,
  type Citation,
  evaluate,
  type Finding,
  type Lane,
  type Program,
  type Track,
} from "#shared/rules";
import { type CheckInput, gatherFacts, programsOf } from "../run-check.ts";
import { decidingFindings } from "./deciding.ts";

type Words = { readonly zh: string; readonly en: string };

/** A rule that decides, or that asks: its name, its texts, and whose fields it looked at. */
type GlanceCause = {
  readonly rule: string;
  readonly title: Words;
  readonly subject: Subject;
  readonly value: Finding["value"];
  readonly sources: readonly Citation[];
  /** The fields whose content made it so, as addresses; empty where no single field did. */
  readonly fields: readonly string[];
};

/** One open question of the buyer, with the rules that put it. */
type GlanceQuestion = {
  readonly key: string;
  readonly fact: string;
  readonly subject: Subject;
  readonly owner: FactOwner;
  readonly path: string;
  /** It is among the questions whose answers settle the lane; the others settle single findings only. */
  readonly settles: boolean;
  readonly rules: readonly {
    readonly id: string;
    readonly title: Words;
    readonly sources: readonly Citation[];
  }[];
};

/** One track in a few lines: the lane, what it rests on, what is open among facts and in law. */
export type Glance = {
  readonly lane: Lane;
  readonly atBest: Lane;
  readonly atWorst: Lane;
  readonly missing: number;
  /** In the order that settles most. */
  readonly questions: readonly GlanceQuestion[];
  readonly law: { readonly settled: boolean; readonly open: readonly Words[] };
  readonly causes: readonly GlanceCause[];
};

const MOST_CAUSES = 5;
const MOST_QUESTIONS = 60;

/** Facts that remember which field gave each known answer. */
function noting(facts: FactSource, places: Map<string, string>): FactSource {
  return {
    ...facts,
    answer: (fact, subject, args) => {
      const answer = facts.answer(fact, subject, args);
      if (answer.known && answer.at !== undefined) places.set(`${fact}@${subject.id}`, answer.at);
      return answer;
    },
  };
}

function fieldsOf(
  items: readonly Because[],
  places: ReadonlyMap<string, string>,
  into: Set<string>,
): ReadonlySet<string> {
  for (const { kind, id, subject, children } of items) {
    const place = kind === "fact" ? places.get(`${id}@${subject?.id ?? ""}`) : undefined;
    if (place !== undefined) into.add(place);
    fieldsOf(children ?? [], places, into);
  }
  return into;
}

function titleOf({ pack }: Program, id: string): Words {
  return pack.rules.find((rule) => rule.id === id)?.title ?? { zh: id, en: id };
}

function trackGlance(
  input: CheckInput,
  program: Program,
  facts: FactSource,
  places: ReadonlyMap<string, string>,
): Glance {
  const { asOf, reading, dossier, confirmed } = input;
  const report = evaluate(program, facts, {
    asOf,
    reading,
    lookups: dossier.order.lookups,
    confirmed,
  });
  const { lane, atBest, atWorst, questions, ask, findings, law } = report;
  const settling = [...new Set(ask.flat())];
  const place = (key: string) => {
    const at = settling.indexOf(key);
    return at < 0 ? settling.length : at;
  };
  const askedBy = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const key of new Set(finding.ask.flat()))
      askedBy.set(key, [...(askedBy.get(key) ?? []), finding]);
  const open = questions.filter(({ owner }) => owner === "buyer");
  return {
    lane,
    atBest,
    atWorst,
    missing: report.facts.missing,
    questions: open
      .toSorted((a, b) => place(a.key) - place(b.key))
      .slice(0, MOST_QUESTIONS)
      .map(({ key, fact, subject, owner, path }) => ({
        key,
        fact,
        subject,
        owner,
        path,
        settles: settling.includes(key),
        rules: [...new Map((askedBy.get(key) ?? []).map((one) => [one.rule, one])).values()]
          .slice(0, 3)
          .map(({ rule, sources }) => ({ id: rule, title: titleOf(program, rule), sources })),
      })),
    law: {
      settled: law.state === "settled",
      open: law.open.map(({ parameter }) => {
        const title = program.parameters.get(parameter)?.title;
        return title ?? { zh: parameter, en: parameter };
      }),
    },
    causes: decidingFindings(report)
      .slice(0, MOST_CAUSES)
      .map(({ rule, subject, value, sources, because }) => ({
        rule,
        title: titleOf(program, rule),
        subject,
        value,
        sources,
        fields: [...fieldsOf(because, places, new Set())],
      })),
  };
}

/**
 * Both tracks small enough to stand beside a draft that is being written: no findings' trees, no readings, no papers. It names
 * causes and open questions; it ranks no answer before another.
 */
export function glanceOf(input: CheckInput): Result<Readonly<Record<Track, Glance>>> {
  const programs = programsOf(input);
  if (!programs.ok) return err(programs.error);
  const places = new Map<string, string>();
  const facts = noting(gatherFacts(input), places);
  const one = (track: Track) => trackGlance(input, programs.value[track], facts, places);
  return ok({ "cn-import": one("cn-import"), "us-export": one("us-export") });
}
