import type { CivilDate } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import type { Graph } from "#shared/ownership";
import { factsById, relationsById } from "./catalogue.ts";
import { type Context, createContext, servedOf } from "./context.ts";
import { argsKey, askKey, open } from "./define.ts";
import type { ListHit } from "./parties/list-hit.ts";
import type { FactAnswer, FactArgs, FactSource, Related, Subject, SubjectKind } from "./types.ts";

export type FactSourceInput = {
  readonly dossier: Dossier;
  /** What screening found, with the decisions of persons. */
  readonly hits: readonly ListHit[];
  /** Ids of the lists that were screened (`entity-list`, …); absent where nobody said. */
  readonly screened?: readonly string[] | undefined;
  /** The day asked; links outside their dates on it are left out. */
  readonly asOf: CivilDate;
  /** The graph of the dossier's links on that day, where somebody has it already. */
  readonly graph?: Graph | undefined;
};

function subjectIds({ dossier }: Context, kind: SubjectKind): readonly string[] {
  const { order, parties, sites } = dossier;
  const ids: Record<SubjectKind, readonly { readonly id: string }[]> = {
    order: [order],
    route: [order],
    line: order.lines,
    party: parties,
    site: sites,
    tenant: servedOf(dossier),
    "end-use": order.endUses ?? [],
  };
  return ids[kind].map(({ id }) => id);
}

/**
 * The door from rules to one dossier on one day. Answers are remembered. A fact that the catalogue does not know, or
 * whose subject the dossier lacks, is unknown, never false; a relation that the catalogue does not know is incomplete.
 */
export function createFactSource(input: FactSourceInput): FactSource {
  const context = createContext(input);
  const answers = new Map<string, Map<string, FactAnswer>>();
  const read = (id: string, subject: Subject, args: FactArgs | undefined): FactAnswer => {
    const fact = factsById.get(id);
    if (fact === undefined || fact.subject !== subject.kind)
      return open("buyer", [], `no fact ${id}`);
    return fact.read({
      context,
      id: subject.id,
      args,
      owner: fact.owner,
      ask: (path) => ({
        key: askKey(id, subject.id, args),
        fact: id,
        subject,
        owner: fact.owner,
        path,
      }),
    });
  };

  const answer: FactSource["answer"] = (id, subject, args) => {
    const question = args === undefined ? id : `${id} ${argsKey(args)}`;
    let said = answers.get(question);
    if (said === undefined) {
      said = new Map();
      answers.set(question, said);
    }
    const before = said.get(subject.id);
    if (before !== undefined) return before;
    const now = read(id, subject, args);
    said.set(subject.id, now);
    return now;
  };

  const walked = new Map<string, Map<string, Related>>();
  const related: FactSource["related"] = (id, subject) => {
    let ways = walked.get(id);
    if (ways === undefined) {
      ways = new Map();
      walked.set(id, ways);
    }
    const before = ways.get(subject.id);
    if (before !== undefined) return before;
    const relation = relationsById.get(id);
    const now: Related =
      relation === undefined || relation.from !== subject.kind
        ? { subjects: [], complete: false, ask: [] }
        : relation.read(context, subject);
    ways.set(subject.id, now);
    return now;
  };

  const lists = new Map<SubjectKind, readonly Subject[]>();
  const subjects: FactSource["subjects"] = (kind) => {
    const found = lists.get(kind) ?? subjectIds(context, kind).map((id) => ({ kind, id }));
    lists.set(kind, found);
    return found;
  };

  return { answer, related, subjects };
}
