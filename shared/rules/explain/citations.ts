import type { DayState } from "../pack/parameter.ts";

/** Sources and parameters that reasons rest on, in the order in which they were met. The same ones are one object. */
export type Backing = {
  readonly id: number;
  readonly sources: readonly string[];
  readonly parameters: readonly string[];
};

/** Combinations met on one day; should drafts bring very many, they are not all kept. */
const MOST_KEPT = 2_000;

/** Keeps backings of one day and reading, so that thousands of findings that rest on the same texts share them. */
export class Backings {
  private count = 0;
  private readonly days = new Map<string, Backing>();
  private readonly joined = new Map<string, Backing>();

  /** What a parameter's state of the day rests on. */
  ofDay({ parameter, sources }: DayState): Backing {
    let known = this.days.get(parameter);
    if (known === undefined) {
      known = this.make(sources, [parameter]);
      this.days.set(parameter, known);
    }
    return known;
  }

  /** Own sources and those of the parts, as one; `place` tells apart whose own they are. */
  join(place: number, own: readonly string[], parts: readonly Backing[]): Backing {
    let name = String(place);
    for (const part of parts) name += `,${part.id}`;
    const known = this.joined.get(name);
    if (known) return known;
    const sources = [...own, ...parts.flatMap((part) => part.sources)];
    const made = this.make(
      sources,
      parts.flatMap((part) => part.parameters),
    );
    if (this.joined.size >= MOST_KEPT) this.joined.clear();
    this.joined.set(name, made);
    return made;
  }

  private make(sources: readonly string[], parameters: readonly string[]): Backing {
    this.count += 1;
    return {
      id: this.count,
      sources: [...new Set(sources)],
      parameters: [...new Set(parameters)],
    };
  }
}
