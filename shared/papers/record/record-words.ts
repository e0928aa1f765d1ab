import type { Report } from "#shared/check";
import { hasMessage, translateData } from "#shared/i18n";
import type { LaneCondition, Track } from "#shared/rules";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import type { RecordContent } from "../set-content.ts";

/** The report of a record: its schema keeps reasons as plain data, which this gives their type back. */
export function reportOf(content: RecordContent): Report {
  return content.report as Report;
}

/** What stands under a name itself; never what every object is born with. */
function ownOf<T>(named: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(named, id) ? named[id] : undefined;
}

/** Says what a record's report names, in the words that the record keeps. */
export class RecordWords {
  readonly #content: RecordContent;
  readonly #formatter: PaperFormatter;

  constructor(content: RecordContent, formatter: PaperFormatter) {
    this.#content = content;
    this.#formatter = formatter;
  }

  rule(id: string): string {
    const held = ownOf(this.#content.words.rules, id);
    return held === undefined
      ? translateData(this.#formatter.main, `rule.${id}`)
      : this.#formatter.titled(held);
  }

  source(id: string): string {
    const held = ownOf(this.#content.words.sources, id);
    return held === undefined ? id : this.#formatter.titled(held);
  }

  parameter(id: string): string {
    const held = ownOf(this.#content.words.parameters, id);
    return held === undefined ? id : this.#formatter.titled(held);
  }

  /** What is to be looked up about a parameter. */
  lookup(id: string): string {
    const held = ownOf(this.#content.words.lookups, id);
    return held === undefined ? this.parameter(id) : this.#formatter.titled(held);
  }

  lane(name: string): string {
    return this.#formatter.word(`lane.${name}`);
  }

  /** Whom or what a finding is about; empty for the order itself. */
  subject({ kind, id }: { readonly kind: string; readonly id: string }): string {
    if (kind === "party") return this.#formatter.short(id);
    if (kind === "site") return this.#formatter.site(id);
    if (kind !== "line") return "";
    const at = this.#content.dossier.order.lines.findIndex((line) => line.id === id);
    return at < 0 ? "" : this.#formatter.say("record.line", { line: String(at + 1) });
  }

  /** A reserved condition, or the open fact of somebody else, with who must state it. */
  condition(one: LaneCondition): string {
    const held = this.#content.words.conditions[`${one.rule}/${one.id}`];
    const text = held === undefined ? this.#fact(one.id) : this.#formatter.titled(held);
    return this.#formatter.say("record.condition", {
      owner: this.#formatter.word(`owner.${one.owner}`),
      text,
    });
  }

  #fact(id: string): string {
    const key = `fact.${id}`;
    return hasMessage(key) ? translateData(this.#formatter.main, key) : id;
  }

  /** The questions whose answers would settle a track, first those of the smallest set, each once. */
  questions(track: Track): readonly string[] {
    const { ask, questions } = reportOf(this.#content).tracks[track];
    const byKey = new Map(questions.map((one) => [one.key, one]));
    return [...new Set(ask.flat())].flatMap((key) => {
      const one = byKey.get(key);
      if (one === undefined) return [];
      const about = this.subject(one.subject);
      const text = this.#formatter.word(`fact.${one.fact}`);
      return [about === "" ? text : this.#formatter.say("record.about", { about, text })];
    });
  }
}
