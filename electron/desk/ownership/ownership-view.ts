import type { FactSourceInput, ListHit } from "#shared/facts";
import type { CivilDate } from "#shared/kernel";
import type { Link, Party } from "#shared/model";
import {
  buildGraph,
  type Graph,
  type Interest,
  interest,
  type Missing,
  type PictureEdge,
  type PictureNode,
  pictureOf,
  type UltimateParents,
} from "#shared/ownership";
import type { Program } from "#shared/rules";
import {
  type ClassView,
  chainView,
  classesOf,
  holderMarks,
  ownershipInput,
  parentWorkings,
  percentText,
} from "./classifications.ts";

/** One computed answer as data: what, how much, along which chains, and what is not known. */
type OwnershipAnswer = {
  readonly id: string;
  readonly value: string;
  readonly detail: string;
  readonly paths: readonly (readonly string[])[];
  readonly missing: readonly string[];
};

/** Everything the ownership page and `owners --json` show. */
export type OwnershipView = {
  readonly nodes: readonly {
    readonly id: string;
    readonly label: string;
    readonly labelEn?: string;
    readonly kind: string;
    readonly marks: readonly string[];
    readonly country?: string;
    /** The party's code, to be found by. */
    readonly uscc?: string;
    /** Steps above the subject. */
    readonly tier: number;
    /** Recorded holders, in a picture downwards recorded holdings, that are not in the picture. */
    readonly hidden: number;
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly style: "solid" | "dashed";
    readonly kind: string;
    readonly links: readonly string[];
    /** Votes where they differ from the capital. */
    readonly voting?: string;
    readonly certain: boolean;
    readonly loop: boolean;
    readonly problem: boolean;
    /** Who holds for the owner. */
    readonly nominee?: string;
  }[];
  readonly answers: readonly OwnershipAnswer[];
  readonly problems: readonly {
    readonly link: string;
    readonly code: string;
    readonly remedy: string;
    readonly links: readonly string[];
    readonly parties: readonly string[];
  }[];
  readonly classes: readonly ClassView[];
};

function edgeLabel({ label }: PictureEdge): string {
  switch (label.kind) {
    case "exact":
      return `${label.percent}%`;
    case "range":
      return `${label.minOpen ? ">" : ""}${label.min}–${label.maxOpen ? "<" : ""}${label.max}%`;
    case "unknown":
      return "?";
    case "none":
      return "";
  }
}

function nodeMarks(node: PictureNode): string[] {
  const sets = Object.entries(node.marks).flatMap(([name, value]) => {
    if (value === "fails") return [];
    return [value === "holds" ? name : `${name}?`];
  });
  return [
    ...(node.subject ? ["subject"] : []),
    ...sets,
    ...(node.inCycle ? ["loop"] : []),
    ...(node.problems > 0 ? ["problem"] : []),
  ];
}

const missingText = ({ kind, party, link, field }: Missing) =>
  `${kind}:${link === undefined ? `parties.${party}.${field}` : `links.${link}.${field}`}`;

function interestAnswer(id: string, found: Interest): OwnershipAnswer {
  return {
    id,
    value: percentText(found.min, found.maxWithUndisclosed),
    detail: found.known ? "exact" : "interval",
    paths: found.paths.map((path) => chainView(path).ids),
    missing: [...new Set(found.missing.map(missingText))],
  };
}

function parentsAnswer(found: UltimateParents): OwnershipAnswer {
  const seats = found.headquarters.map(
    ({ party, country, incorporated }) => `${party}=${country ?? `?${incorporated ?? ""}`}`,
  );
  return {
    id: "ultimate-parents",
    value: found.parents.map((parent) => parent.id).join(", ") || "?",
    detail: [found.complete === "holds" ? "complete" : "incomplete", ...seats].join("; "),
    paths: found.parents.map((parent) => chainView(parent.via).ids),
    missing: [...new Set(found.missing.map(missingText))],
  };
}

/** What a view is made from: the record, the packs whose classes are asked for, and what screening found. */
export type ViewInput = {
  readonly parties: readonly Party[];
  readonly links: readonly Link[];
  readonly subject: string;
  readonly asOf: CivilDate;
  readonly programs: readonly Program[];
  readonly hits?: readonly ListHit[];
  readonly screened?: readonly string[];
  /** An earlier graph of nearly the same record, to be edited instead of built anew. */
  readonly before?: Graph | undefined;
  /** Most parties in the picture; 500 unless said. */
  readonly most?: number;
};

/** The graph of a record on a day with everything that the packs' questions of ownership need. */
export function viewFacts(input: ViewInput): FactSourceInput & { readonly graph: Graph } {
  const { parties, links, asOf, before, hits = [], screened } = input;
  const graph = buildGraph({ parties, links, asOf }, before);
  const record = { parties: [...parties], links: [...links] };
  return { ...ownershipInput(record, asOf, { hits, screened, graph }), graph };
}

/** What was computed of one party: who is above it, what public holders have in it, which classes it is in. */
export function standingView(
  facts: FactSourceInput & { readonly graph: Graph },
  programs: readonly Program[],
  subject: string,
): Pick<OwnershipView, "answers" | "classes"> {
  const marks = holderMarks(facts, programs);
  const publicInterest = (method: "direct" | "integrated") =>
    interest(facts.graph, { holders: marks.public, target: subject, measure: "equity", method });
  return {
    answers: [
      ...parentWorkings(facts, programs, subject).map(({ parents }) => parentsAnswer(parents)),
      interestAnswer("public-interest-direct", publicInterest("direct")),
      interestAnswer("public-interest", publicInterest("integrated")),
    ],
    classes: classesOf(facts, programs, subject),
  };
}

function nodeView(
  node: PictureNode,
  party: Party | undefined,
  hidden: number,
): OwnershipView["nodes"][number] {
  const { country, uscc } = party ?? {};
  return {
    id: node.id,
    label: node.names.zh ?? node.names.en ?? node.id,
    ...(node.names.en === undefined ? {} : { labelEn: node.names.en }),
    kind: node.kind,
    marks: nodeMarks(node),
    ...(country === undefined ? {} : { country }),
    ...(uscc === undefined ? {} : { uscc }),
    tier: node.tier,
    hidden,
  };
}

function edgeView(edge: PictureEdge): OwnershipView["edges"][number] {
  const { id, owner, target, style, by, links, voting, certain, inCycle, problem, nominee } = edge;
  return {
    id,
    from: owner,
    to: target,
    label: edgeLabel(edge),
    style,
    kind: by,
    links,
    ...(voting === undefined ? {} : { voting: percentText(voting.min, voting.max) }),
    certain,
    loop: inCycle,
    problem,
    ...(nominee === undefined ? {} : { nominee }),
  };
}

/** The picture of who stands behind a party on a day, with everything that was computed of the party. */
export function ownershipView(input: ViewInput): OwnershipView {
  const { subject, programs, parties } = input;
  const facts = viewFacts(input);
  return pictureView(facts, programs, { subject, parties, most: input.most ?? 500 });
}

/** What a party holds on a day, tier by tier. */
export function ownershipHoldings(input: ViewInput): Pick<OwnershipView, "nodes" | "edges"> {
  const { subject, programs, parties } = input;
  return holdingsView(viewFacts(input), programs, { subject, parties, most: input.most ?? 500 });
}

/** Whose picture it is, from which parties, and how many of them it holds at most. */
type About = {
  readonly subject: string;
  readonly parties: readonly Party[];
  readonly most: number;
};

/** The picture downwards: what a party holds, tier by tier. */
export function holdingsView(
  facts: FactSourceInput & { readonly graph: Graph },
  programs: readonly Program[],
  about: About,
): Pick<OwnershipView, "nodes" | "edges"> {
  const marks = { ...holderMarks(facts, programs) };
  const { subject, most } = about;
  const down = Number.POSITIVE_INFINITY;
  const picture = pictureOf(facts.graph, subject, { marks, most, up: 0, down });
  const parties = new Map(about.parties.map((party) => [party.id, party]));
  return {
    nodes: picture.nodes.map((node) => nodeView(node, parties.get(node.id), node.hiddenHoldings)),
    edges: picture.edges.map(edgeView),
  };
}

/** The picture of `ownershipView` from a graph that is there already. */
export function pictureView(
  facts: FactSourceInput & { readonly graph: Graph },
  programs: readonly Program[],
  about: About,
): OwnershipView {
  const { subject, most } = about;
  const marks = { ...holderMarks(facts, programs) };
  const picture = pictureOf(facts.graph, subject, { marks, most });
  const parties = new Map(about.parties.map((party) => [party.id, party]));
  return {
    nodes: picture.nodes.map((node) => nodeView(node, parties.get(node.id), node.hiddenOwners)),
    edges: picture.edges.map(edgeView),
    ...standingView(facts, programs, subject),
    problems: facts.graph.problems.map(({ kind, links, parties: whose, remedy }) => ({
      link: [...links, ...whose].join(", "),
      code: kind,
      remedy,
      links,
      parties: whose,
    })),
  };
}
