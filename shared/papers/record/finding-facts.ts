import { seenText, testText } from "#shared/i18n";
import type { FlowBlock } from "#shared/packet";
import type { Because, Finding } from "#shared/rules";
import { groupBy } from "../parts/group-by.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import type { RecordWords } from "./record-words.ts";

/** The innermost facts and parameters that decided. */
function leaves(because: readonly Because[]): readonly Because[] {
  return because.flatMap((one) =>
    one.children === undefined || one.children.length === 0 ? [one] : leaves(one.children),
  );
}

/** What was found and what it was compared with, whomever it is about. */
const saying = ({ kind, id, seen, test }: Because) => [kind, id, seen, test ?? ""].join("|");

/** A long list of values is cut: the whole of it is in the pack and in the report as data. */
const cut = (text: string) => (text.length > 48 ? `${text.slice(0, 46)}…` : text);

/** Numbers in order, runs of three and more as a range: 1–4, 7, 9. */
export function numberRanges(numbers: readonly number[]): readonly string[] {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b);
  const ranges: string[] = [];
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end += 1;
    if (end - at >= 2) ranges.push(`${sorted[at]}–${sorted[end]}`);
    else ranges.push(...sorted.slice(at, end + 1).map(String));
    at = end + 1;
  }
  return ranges;
}

/**
 * The facts and parameters behind the findings of a report, each once and numbered in the order in which the findings name them;
 * the same thing found for several parties is one fact with all of them.
 */
export class FindingFacts {
  readonly #formatter: PaperFormatter;
  readonly #words: RecordWords;
  readonly #facts: ReadonlyMap<string, readonly Because[]>;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(findings: readonly Finding[], formatter: PaperFormatter, words: RecordWords) {
    this.#formatter = formatter;
    this.#words = words;
    this.#facts = groupBy(
      findings.flatMap(({ because }) => leaves(because)),
      saying,
    );
    this.#numbers = new Map([...this.#facts.keys()].map((key, at) => [key, at + 1]));
  }

  /** The numbers of the facts behind some findings. */
  of(findings: readonly Finding[]): string {
    const numbers = findings
      .flatMap(({ because }) => leaves(because))
      .flatMap((one) => this.#numbers.get(saying(one)) ?? []);
    return this.#formatter.join(numberRanges(numbers));
  }

  /** The texts that findings cite themselves, without those that stand beside their facts. */
  ownSources(findings: readonly Finding[]): string {
    const ofFacts = new Set(
      findings.flatMap(({ because }) => leaves(because)).flatMap(({ sources = [] }) => sources),
    );
    const all = new Set(findings.flatMap(({ sources }) => sources.map(({ id }) => id)));
    const own = [...all].filter((id) => !ofFacts.has(id));
    return this.#formatter.join(own.length === 0 ? [...all] : own);
  }

  /** Every fact with its number, whom it is about, what was found and what the rule compared it with. */
  table(): FlowBlock {
    return this.#formatter.table(
      [
        ["no", 1.2, "center"],
        ["fact", 5.8],
        ["found", 3.6],
        ["compared", 3.4],
        ["source", 2.6],
      ],
      [...this.#facts.values()].map((same, at) => this.#row(same, at + 1)),
      { size: "tiny", empty: "record.none" },
    );
  }

  #row(same: readonly Because[], number: number): readonly string[] {
    const [first] = same;
    if (first === undefined) return [];
    const language = this.#formatter.main;
    const name =
      first.kind === "param"
        ? this.#words.parameter(first.id)
        : this.#formatter.word(`fact.${first.id}`);
    const about = [
      ...new Set(same.flatMap(({ subject }) => (subject ? [this.#words.subject(subject)] : []))),
    ].filter((one) => one !== "");
    return [
      String(number),
      about.length === 0
        ? name
        : this.#formatter.say("record.factAbout", {
            text: name,
            about: this.#formatter.join(about),
          }),
      seenText(language, first.id, first.seen),
      first.test === undefined ? "" : cut(testText(language, first.id, first.test)),
      this.#formatter.join([...new Set(same.flatMap(({ sources = [] }) => sources))]),
    ];
  }
}
