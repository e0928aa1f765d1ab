import type {
  Ask,
  FactAnswer,
  FactArgs,
  FactCatalogue,
  FactOwner,
  FactSource,
  FactType,
  Related,
  Subject,
  SubjectKind,
} from "#shared/facts";

/** A fact as an example states it: its value, or why there is none. */
export type StatedFact = Extract<FactAnswer, { known: true }>["value"] | FactAnswer;

/** A small world for examples and tests: subjects, what is stated of them, how they relate. */
export type StatedWorld = {
  readonly subjects: readonly Subject[];
  /** By `fact@subject-id`. */
  readonly facts: { readonly [key: string]: StatedFact };
  /** By `relation@subject-id`. */
  readonly relations?: { readonly [key: string]: Related };
};

type Specs = { readonly [fact: string]: readonly [SubjectKind, FactType, FactOwner] };

/** A catalogue of plain facts without arguments. */
export function statedCatalogue(
  facts: Specs,
  relations: { readonly [relation: string]: readonly [SubjectKind, SubjectKind] } = {},
): FactCatalogue {
  return {
    facts: new Map(
      Object.entries(facts).map(([id, [subject, type, owner]]) => [
        id,
        { id, subject, type, owner },
      ]),
    ),
    relations: new Map(Object.entries(relations).map(([id, [from, to]]) => [id, { id, from, to }])),
  };
}

/** The question that would make a fact known. */
function statedAsk(fact: string, subject: Subject, owner: FactOwner): Ask {
  return { key: `${fact}@${subject.id}`, fact, subject, owner, path: `${subject.id}.${fact}` };
}

function answerOf(stated: StatedFact): FactAnswer {
  if (typeof stated === "object" && "known" in stated) return stated;
  return { known: true, value: stated };
}

/** Facts as stated; whatever is not stated is unknown and asked of its owner. */
export function statedFacts(world: StatedWorld, catalogue: FactCatalogue): FactSource {
  const answers = new Map<string, FactAnswer>();
  return {
    answer: (fact: string, subject: Subject, _args: FactArgs | undefined) => {
      const key = `${fact}@${subject.id}`;
      const known = answers.get(key);
      if (known) return known;
      const stated = Object.hasOwn(world.facts, key) ? world.facts[key] : undefined;
      const owner = catalogue.facts.get(fact)?.owner ?? "buyer";
      const answer: FactAnswer =
        stated === undefined
          ? { known: false, owner, ask: [statedAsk(fact, subject, owner)] }
          : answerOf(stated);
      answers.set(key, answer);
      return answer;
    },
    related: (relation, subject) =>
      world.relations?.[`${relation}@${subject.id}`] ?? { subjects: [], complete: true, ask: [] },
    subjects: (kind) => world.subjects.filter((subject) => subject.kind === kind),
  };
}
