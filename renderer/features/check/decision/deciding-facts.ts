import type { ReportValue } from "#shared/check";
import type { Because } from "#shared/rules";

type Finding = ReportValue["tracks"]["cn-import"]["findings"][number];

/** One stated fact that a decision rests on, with what was answered. */
export type DecidingFact = {
  readonly fact: string;
  readonly subject: NonNullable<Because["subject"]>;
  readonly seen: string;
};

/** More than these nobody reads at once; the trace tells the rest. */
const MOST = 60;

function collect(items: readonly Because[], into: Map<string, DecidingFact>): void {
  for (const { kind, id, subject, seen, children } of items) {
    if (kind === "fact" && subject !== undefined)
      into.set(`${id}@${subject.id}`, { fact: id, subject, seen });
    collect(children ?? [], into);
  }
}

/** What the goods are is the background of nearly every rule; what somebody declared stands before it. */
const isGoods = ({ subject }: DecidingFact) => subject.kind === "line";

/** The facts that some findings rest on, each once, as far as they carry the finding: declarations first, then the goods. */
export function decidingFacts(findings: readonly Finding[]): readonly DecidingFact[] {
  const found = new Map<string, DecidingFact>();
  for (const { because } of findings) collect(because as readonly Because[], found);
  const all = [...found.values()];
  return [...all.filter((one) => !isGoods(one)), ...all.filter(isGoods)].slice(0, MOST);
}
