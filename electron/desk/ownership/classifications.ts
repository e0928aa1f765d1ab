import {
  createFactSource,
  createWorkings,
  type FactSource,
  type FactSourceInput,
  type OwnershipWorking,
  type Workings,
} from "#shared/facts";
import type { CivilDate, Decimal, Tri } from "#shared/kernel";
import type { HolderSet, Holders, Missing, Path } from "#shared/ownership";
import type { Reading, Track } from "#shared/rules";
import {
  type Classification,
  classificationsOf,
  type FactAsked,
  factsAsked,
  type Program,
} from "#shared/rules";

/** A chain of holders down to the party asked about, with what it comes to. */
export type ChainView = {
  readonly ids: readonly string[];
  /** The interest that runs through it; absent where control runs by agreement or the board. */
  readonly share?: string;
  readonly contractual: boolean;
  /** Somebody who holds for another stands in the chain. */
  readonly nominee: boolean;
};

/** Something the record lacks; `alone` when some answer to it settles the question by itself. */
type GapView = {
  readonly kind: Missing["kind"];
  readonly party: string;
  readonly link?: string;
  readonly field: string;
  readonly range?: string;
  readonly alone: boolean;
};

/** One figure behind a class, with the chains that make it up. */
type FigureView = {
  readonly fact: string;
  /** A percentage or an interval, `holds`, `fails` or `unknown`, or ids of parents. */
  readonly value: string;
  /** A tie for the largest holder was taken as being the largest. */
  readonly tied?: true;
  readonly chains: readonly ChainView[];
  readonly gaps: readonly GapView[];
};

/** What a pack's definition says of a party under each reading. */
export type ClassView = {
  readonly id: string;
  readonly track: Track;
  readonly title: { readonly zh: string; readonly en: string };
  readonly values: Readonly<Record<Reading, Tri>>;
  readonly sources: readonly string[];
  /** Other classes that it joins. */
  readonly names: readonly string[];
  readonly figures: readonly FigureView[];
};

const MOST_CHAINS = 8;
const MOST_GAPS = 6;

/** `36%`, or `0–36%` where it is not one figure. */
export function percentText(min: Decimal, max: Decimal): string {
  return min === max ? `${min}%` : `${min}–${max}%`;
}

/** A chain as ids, holders first. */
export function chainView({ steps, min, max }: Path): ChainView {
  const ids = [...steps.map((step) => step.owner), ...steps.slice(-1).map((step) => step.target)];
  const contractual = steps.some((step) => step.by !== "share");
  return {
    ids,
    ...(contractual ? {} : { share: percentText(min, max) }),
    contractual,
    nominee: steps.some((step) => step.nominee !== undefined),
  };
}

function gapView(gap: Missing & { readonly alone?: boolean }): GapView {
  const { kind, party, link, field, min, max, alone } = gap;
  return {
    kind,
    party,
    ...(link === undefined ? {} : { link }),
    field,
    ...(min === undefined || max === undefined ? {} : { range: percentText(min, max) }),
    alone: alone === true,
  };
}

function valueText(working: OwnershipWorking): string {
  switch (working.kind) {
    case "interest":
      return percentText(working.min, working.max);
    case "control":
      return working.value;
    case "largest":
      return working.largest;
    case "parents":
      return working.parents.parents.map(({ id }) => id).join(", ");
  }
}

/** A fact about agreements or certificates: what was answered, and which links still have to be asked about. */
function statedFigure(facts: FactSource, asked: FactAsked, party: string): FigureView | undefined {
  const { fact, args } = asked;
  const answer = facts.answer(fact, { kind: "party", id: party }, args);
  if (answer.known) {
    const value = answer.value === true ? "holds" : "fails";
    return { fact, value, chains: [], gaps: [] };
  }
  const gaps = answer.ask.flatMap(({ path }): GapView[] => {
    const [, link = ""] = /^links\.([^.]+)\.agreement/.exec(path) ?? [];
    if (link === "") return [];
    return [{ kind: "agreement", party, link, field: "agreement.controls", alone: false }];
  });
  return { fact, value: "unknown", chains: [], gaps: gaps.slice(0, MOST_GAPS) };
}

function figuresOf(
  classification: Classification,
  sources: { readonly facts: FactSource; readonly workings: Workings },
  party: string,
): FigureView[] {
  const { facts, workings } = sources;
  const settled = Object.values(classification.values).every((value) => value !== "unknown");
  return classification.asked.flatMap((asked): FigureView[] => {
    const { fact, args } = asked;
    const stated = ABOUT.has(fact) ? statedFigure(facts, asked, party) : undefined;
    // What a certificate does not say needs no line of its own: the links are traced all the same.
    if (stated !== undefined)
      return fact === "party.state-capital-in" && stated.value !== "holds" ? [] : [stated];
    const working = workings.of(fact, args, party);
    if (working === undefined) return [];
    const tied = (args as { readonly ties?: unknown } | undefined)?.ties === "holds";
    return [
      {
        fact,
        value: valueText(working),
        ...(tied ? { tied } : {}),
        // A party at its own top has no chain.
        chains: working.paths
          .filter(({ steps }) => steps.length > 0)
          .slice(0, MOST_CHAINS)
          .map(chainView),
        gaps: settled ? [] : working.missing.slice(0, MOST_GAPS).map(gapView),
      },
    ];
  });
}

/** Facts that say who stands behind a party, beside those whose workings can be shown. */
const ABOUT = new Set(["party.agreement-with", "party.state-capital-in"]);

/** Which of the packs' classes of ownership a party is in on a day, under each reading, with figures and chains. */
export function classesOf(
  input: FactSourceInput,
  programs: readonly Program[],
  party: string,
): ClassView[] {
  const facts = createFactSource(input);
  const workings = createWorkings(input);
  const about = (fact: string) => workings.knows(fact) || ABOUT.has(fact);
  return programs.flatMap((program) =>
    classificationsOf(
      program,
      facts,
      { kind: "party", id: party },
      { asOf: input.asOf, about },
    ).map((classification) => ({
      id: classification.id,
      track: program.pack.track,
      title: classification.title,
      values: classification.values,
      sources: classification.sources,
      names: classification.names,
      figures: figuresOf(classification, { facts, workings }, party),
    })),
  );
}

/** The sets of holders that the packs speak of: public ones by kind, code or certificate, and those on lists. */
export type HolderMarks = { readonly public: HolderSet; readonly listed: Holders };

function mentions(args: unknown, name: string): boolean {
  if (Array.isArray(args)) return args.some((item) => mentions(item, name));
  if (typeof args !== "object" || args === null) return false;
  return Object.hasOwn(args, name) || Object.values(args).some((item) => mentions(item, name));
}

/** Collects the holders whom the packs' classes name on a day; a set by country is no class of holder. */
export function holderMarks(input: FactSourceInput, programs: readonly Program[]): HolderMarks {
  const workings = createWorkings(input);
  const any: HolderSet[] = [];
  const listed = new Map<string, Tri>();
  for (const program of programs)
    for (const { fact, args } of factsAsked(program, input.asOf)) {
      const holders = workings.holders(fact, args);
      if (holders === undefined) continue;
      if (mentions(args, "countries")) continue;
      if (holders instanceof Map) {
        for (const [id, value] of holders) if (listed.get(id) !== "holds") listed.set(id, value);
      } else if (!(holders instanceof Set)) any.push(holders as HolderSet);
    }
  return { public: { any }, listed };
}

/** The lines over which the packs follow control to an ultimate parent, each once. */
export function parentWorkings(
  input: FactSourceInput,
  programs: readonly Program[],
  party: string,
): Extract<OwnershipWorking, { kind: "parents" }>[] {
  const workings = createWorkings(input);
  const seen = new Set<string>();
  return programs.flatMap((program) =>
    factsAsked(program, input.asOf).flatMap(({ fact, args }) => {
      const key = JSON.stringify(args);
      if (fact !== "party.parent-headquarters" || seen.has(key)) return [];
      seen.add(key);
      const working = workings.of(fact, args, party);
      return working?.kind === "parents" ? [working] : [];
    }),
  );
}

/** A day and the parties and links that hold on it, without any order: all that ownership rests on. */
export function ownershipInput(
  record: Pick<FactSourceInput["dossier"], "parties" | "links">,
  asOf: CivilDate,
  more: Pick<FactSourceInput, "hits" | "screened" | "graph">,
): FactSourceInput {
  return {
    dossier: {
      schema: "h200-desk/dossier@1",
      order: { id: "ord_none", title: "-", lines: [] },
      sites: [],
      products: [],
      evidence: [],
      persons: [],
      ...record,
    },
    asOf,
    ...more,
  };
}
