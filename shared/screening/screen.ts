import type { ListEntry } from "#shared/lists";
import { type ListIndex, normalCode } from "./index/list-index.ts";
import { type Resemblance, resembling } from "./index/lookup.ts";
import { explanationOf } from "./score/explain.ts";
import { type Alignment, alignmentOf } from "./score/pieces.ts";
import { type Strength, strengthOf } from "./score/thresholds.ts";
import { readName } from "./tokens/name.ts";

/** How a subject resembles an entry, from surest to least sure. */
const matchKinds = ["identifier", "name", "alias", "similar"] as const;
type MatchKind = (typeof matchKinds)[number];

/** What is looked for: names and registration numbers; countries only speak for or against what was found. */
export type ScreenSubject = {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly countries?: readonly string[];
};

/** One resemblance with its reasons. `explanation` holds message codes under `screening.explain.*`, each as `code|a|b`. */
export type ScreenHit = {
  readonly query: string;
  readonly listFile: string;
  readonly listSha256: string;
  readonly list: string;
  readonly entry: ListEntry;
  /** The name of the entry, first one or alias, that was found; absent where a number was. */
  readonly found?: string;
  readonly matched: MatchKind;
  readonly score: number;
  readonly strength: Strength;
  /** Both names piece by piece; absent where a number was found, and for persons. */
  readonly alignment?: Alignment;
  readonly explanation: readonly string[];
};

type Best = { readonly query: string; readonly one: Resemblance };

/** Without forms and in the same order, word for word the same name. */
function sameName({ one, query }: Best, text: string): boolean {
  if (one.same) return true;
  const words = (name: string) =>
    readName(name)
      .tokens.map(({ stem }) => stem)
      .join(" ");
  return one.weighed.complete && words(query) === words(text);
}

function hitOf(index: ListIndex, best: Best): ScreenHit | undefined {
  const name = index.names[best.one.name];
  const entry = name === undefined ? undefined : index.entries[name.entry];
  if (name === undefined || entry === undefined) return undefined;
  const { score, weighed, kind } = best.one;
  const same = sameName(best, name.text);
  const whole = name.alias ? "alias" : "name";
  const matched = same ? whole : "similar";
  const alignment =
    kind === "person" ? undefined : alignmentOf(best.one.asked, readName(name.text), weighed);
  const head = same
    ? [`same-${name.alias ? "alias" : "name"}|${best.query}|${name.text}`]
    : [`like-${kind}|${best.query}|${name.text}`];
  return {
    query: best.query,
    listFile: index.id,
    listSha256: index.sha256,
    list: entry.list,
    entry,
    found: name.text,
    matched,
    score,
    strength: strengthOf(score) ?? "possible",
    ...(alignment === undefined ? {} : { alignment }),
    explanation: [...head, ...(alignment === undefined ? [] : explanationOf(alignment))],
  };
}

function byCode(index: ListIndex, codes: readonly string[]): readonly ScreenHit[] {
  return codes.flatMap((code) =>
    (index.byCode.get(normalCode(code)) ?? []).map(
      (entry): ScreenHit => ({
        query: code,
        listFile: index.id,
        listSha256: index.sha256,
        list: entry.list,
        entry,
        matched: "identifier",
        score: 1,
        strength: "strong",
        explanation: [`same-identifier|${code}`],
      }),
    ),
  );
}

function withCountry(hit: ScreenHit, countries: readonly string[]): ScreenHit {
  if (countries.length === 0 || hit.entry.countries.length === 0) return hit;
  const shared = countries.find((country) => hit.entry.countries.includes(country));
  const line =
    shared === undefined
      ? `other-country|${countries.join(", ")}|${hit.entry.countries.join(", ")}`
      : `same-country|${shared}|${shared}`;
  return { ...hit, explanation: [...hit.explanation, line] };
}

/** All entries of one list that a subject resembles, the surest reason of each first, in a fixed order. */
export function screen(index: ListIndex, subject: ScreenSubject): readonly ScreenHit[] {
  const best = new Map<string, ScreenHit>();
  for (const hit of byCode(index, subject.codes)) best.set(hit.entry.id, hit);
  const found = new Map<number, Best>();
  for (const query of subject.names)
    for (const one of resembling(index, query)) {
      const entry = index.names[one.name]?.entry ?? -1;
      const held = found.get(entry);
      if (held === undefined || one.score > held.one.score) found.set(entry, { query, one });
    }
  for (const one of found.values()) {
    const hit = hitOf(index, one);
    if (hit === undefined) continue;
    const held = best.get(hit.entry.id);
    if (held === undefined) best.set(hit.entry.id, hit);
    else
      best.set(hit.entry.id, { ...held, explanation: [...held.explanation, ...hit.explanation] });
  }
  return [...best.values()]
    .map((hit) => withCountry(hit, subject.countries ?? []))
    .toSorted((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
}
