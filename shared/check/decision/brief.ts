import {
  hasMessage,
  type Lang,
  parameterText,
  seenText,
  testText,
  translate,
  translateData,
} from "#shared/i18n";
import type { Because, Citation, Finding, LawOpen, Program, Rule, Track } from "#shared/rules";
import type { Report } from "../report.ts";
import { decidingFindings, weakestKind } from "./deciding.ts";

/** A decision told in at most five sentences, with each of its sources once. */
export type Brief = {
  readonly sentences: readonly string[];
  /** The same sentences by what each is about; who decides is left out where the pack does not say. */
  readonly parts: {
    readonly outcome: string;
    readonly because: string;
    readonly law: string;
    readonly decides?: string;
    readonly facts: string;
  };
  readonly sources: readonly Citation[];
};

/** What a text about a report takes of the packs: whoever holds a pack as data can give it. */
export type PackWords = Pick<Program, "pack"> & {
  readonly parameters: ReadonlyMap<string, { readonly title: Words }>;
  readonly definitions: ReadonlyMap<string, { readonly title: Words }>;
};
type Words = { readonly zh: string; readonly en: string };

type Ground = {
  readonly report: Pick<Report, "asOf" | "tracks" | "completeness">;
  readonly track: Track;
  readonly packs: readonly PackWords[];
  readonly lang: Lang;
};

const joints = { zh: "；", en: "; " } as const;
const MOST_NUMBERS = 2;
const MOST_NEXT = 3;
const MOST_SOURCES = 3;

function ruleOf({ packs }: Ground, id: string): Rule | undefined {
  return packs.flatMap(({ pack }) => pack.rules).find((rule) => rule.id === id);
}

function titleOf(ground: Ground, id: string): string {
  return ruleOf(ground, id)?.title[ground.lang] ?? translateData(ground.lang, `rule.${id}`);
}

/** The question behind a fact, or the field's own name where the catalogue has no words for it. */
export function questionText(lang: Lang, fact: string): string {
  const key = `fact.${fact}`;
  return hasMessage(key) ? translateData(lang, key) : fact;
}

/** What a computed figure is called; undefined for a fact that is answered and not computed from other answers. */
export function figureName(lang: Lang, fact: string): string | undefined {
  const key = `figure.computed.${fact}`;
  return hasMessage(key) ? translateData(lang, key) : undefined;
}

/**
 * The measured numbers among some reasons, each beside the line that it was held against. What is excluded ("and not wholly
 * state-owned") decides nothing by its numbers.
 */
function numbersIn(items: readonly Because[], into: Because[]): readonly Because[] {
  for (const item of items) {
    if (item.kind === "definition" && item.value === "fails") continue;
    const isNumber = item.kind === "fact" && /^[\d.]+$/.test(item.seen);
    const measured = isNumber && /^[<>≤≥]/.test(item.test ?? "");
    if (measured && !into.some((one) => one.id === item.id)) into.push(item);
    numbersIn(item.children ?? [], into);
  }
  return into;
}

function measureText(lang: Lang, fact: string): string {
  return figureName(lang, fact) ?? questionText(lang, fact).replace(/[?？]$/, "");
}

/** A number is told by the name of the line that it is held against, or else by the question that it answers. */
function numberText(ground: Ground, { id, seen, test, children }: Because): string {
  const { lang } = ground;
  const line = children?.find(({ kind }) => kind === "param");
  return translate(lang, "brief.number", {
    question: line ? parameterTitle(ground, line.id) : measureText(lang, id),
    seen: seenText(lang, id, seen),
    test: testText(lang, id, test ?? ""),
  });
}

function numbersText(ground: Ground, { because }: Finding): string {
  const told = numbersIn(because, []).slice(0, MOST_NUMBERS);
  return told.map((item) => joints[ground.lang] + numberText(ground, item)).join("");
}

function outcomeText({ report, track, lang }: Ground): string {
  const { lane, atBest, atWorst } = report.tracks[track];
  const words = {
    track: translate(lang, `track.${track}`),
    asOf: report.asOf,
    lane: translate(lang, `lane.${lane}`),
    best: translate(lang, `lane.${atBest}`),
    worst: translate(lang, `lane.${atWorst}`),
  };
  return translate(lang, atBest === atWorst ? "brief.outcome.settled" : "brief.outcome", words);
}

/** The first sources by name and how many there are; each is written out once below. */
function sourcesText(lang: Lang, sources: readonly Citation[]): string {
  const named = sources.slice(0, MOST_SOURCES).map(({ id }) => id);
  if (sources.length <= MOST_SOURCES) return named.join(lang === "zh" ? "、" : ", ");
  return translate(lang, "brief.sources.more", { named, count: sources.length - named.length });
}

function becauseText(ground: Ground, deciding: readonly Finding[]): string {
  const { lang } = ground;
  const [first] = deciding;
  if (first === undefined) return translate(lang, "brief.because.none");
  const key = first.value === "holds" ? "brief.because.holds" : "brief.because.unknown";
  const others = new Set(deciding.map(({ rule }) => rule)).size - 1;
  const also = others > 0 ? translate(lang, "brief.also", { count: others }) : "";
  return translate(lang, key, {
    title: titleOf(ground, first.rule),
    numbers: `${numbersText(ground, first)}${also}`,
    sources: sourcesText(lang, first.sources),
    kind: translate(lang, `authority.${weakestKind(first.sources) ?? "unverified"}`),
  });
}

function parameterTitle({ packs, lang }: Ground, id: string): string {
  const found = packs.map(({ parameters }) => parameters.get(id)).find((one) => one);
  return found?.title[lang] ?? id;
}

function othersText(lang: Lang, { others }: LawOpen): string {
  const byLane = new Map<LawOpen["ifStillHolds"], string[]>();
  for (const { value, lane } of others)
    byLane.set(lane, [...(byLane.get(lane) ?? []), valueText(lang, value)]);
  return [...byLane]
    .map(([lane, values]) =>
      translate(lang, "brief.law.other", { values, lane: translate(lang, `lane.${lane}`) }),
    )
    .join(joints[lang]);
}

/** A value of a parameter in words; a switch is on or off. */
export function valueText(lang: Lang, value: string | number | boolean): string {
  if (typeof value === "boolean") return translate(lang, value ? "answer.yes" : "answer.no");
  return parameterText(lang, String(value));
}

/** Whether the lane differs between the states that a parameter may have. */
function moves({ ifStillHolds, others }: LawOpen): boolean {
  return others.some(({ lane }) => lane !== ifStillHolds);
}

function lawText(ground: Ground): string {
  const { report, track, lang } = ground;
  const { open, allWorst } = report.tracks[track].law;
  if (open.length === 0) return translate(lang, "brief.law.settled");
  const [first, ...rest] = [...open.filter(moves), ...open.filter((one) => !moves(one))];
  if (first === undefined || !moves(first))
    return translate(lang, "brief.law.same", {
      parameters: open.map(({ parameter }) => parameterTitle(ground, parameter)),
      lane: translate(lang, `lane.${allWorst}`),
    });
  const { lastKnown, ifStillHolds } = first;
  const words = {
    parameter: parameterTitle(ground, first.parameter),
    lane: translate(lang, `lane.${ifStillHolds}`),
    others: othersText(lang, first),
    worst: translate(lang, `lane.${allWorst}`),
    more: rest.length === 0 ? "" : translate(lang, "brief.law.more", { count: rest.length }),
  };
  if (lastKnown.value === null) return translate(lang, "brief.law.unknown", words);
  return translate(lang, "brief.law.open", {
    ...words,
    from: lastKnown.from ?? translate(lang, "brief.law.start"),
    to: lastKnown.to ?? report.asOf,
    days: lastKnown.ageDays ?? 0,
    value: valueText(lang, lastKnown.value),
  });
}

/**
 * What is to be given next, in words: a question of the rules, or a field that the papers of either set still need. `key` is one of
 * a track's next facts.
 */
export function nextText(
  lang: Lang,
  report: Pick<Report, "tracks" | "completeness">,
  track: Track,
  key: string,
): string {
  const question = report.tracks[track].questions.find((one) => one.key === key);
  if (question !== undefined) return questionText(lang, question.fact);
  const sets = [report.completeness["cn-filing"], report.completeness["us-exporter"]];
  const item = sets.flatMap(({ missing }) => missing).find(({ path }) => path === key);
  return item === undefined
    ? questionText(lang, key)
    : translateData(lang, `completeness.why.${item.why}`, item.params);
}

function factsText({ report, track, lang }: Ground): string {
  const { facts } = report.tracks[track];
  if (facts.missing === 0) return translate(lang, "brief.facts.complete");
  // A question in the middle of a sentence that ends with a full stop bears no mark of its own.
  const next = facts.next.map((key) =>
    nextText(lang, report, track, key).replace(/\s*[?？。.]$/u, ""),
  );
  return translate(lang, "brief.facts.missing", {
    count: facts.missing,
    next: [...new Set(next)].slice(0, MOST_NEXT).join(joints[lang]),
  });
}

/**
 * A track's decision as a manager reads it: the outcome, the reason with the numbers that matter and the text it rests on, how far the
 * law is known, who decides, what to give next. It asserts nothing of what an authority will say.
 */
export function briefOf(ground: Ground): Brief {
  const { report, track, lang } = ground;
  const deciding = decidingFindings(report.tracks[track]);
  const [first] = deciding;
  const named = first === undefined ? undefined : ruleOf(ground, first.rule)?.decides?.[lang];
  const decides =
    named === undefined ? undefined : translate(lang, "brief.decides", { text: named });
  const parts = {
    outcome: outcomeText(ground),
    because: becauseText(ground, deciding),
    law: lawText(ground),
    ...(decides === undefined ? {} : { decides }),
    facts: factsText(ground),
  };
  return { sentences: Object.values(parts), parts, sources: first?.sources ?? [] };
}
