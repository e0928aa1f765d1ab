import type { CivilDate, Decimal } from "#shared/kernel";
import type { Link, Party } from "#shared/model";
import {
  buildGraph,
  type Holders,
  type Interest,
  interest,
  type Missing,
  type Path,
  type PictureEdge,
  type PictureNode,
  pictureOf,
  type UltimateParents,
  ultimateParents,
} from "#shared/ownership";

/** Marks on the picture only: which bodies are public by kind, code or certificate. What follows from it, the packs say. */
const publicHolders: Holders = {
  any: [
    { kinds: ["public-body", "military-unit"] },
    { usccPrefixes: ["11", "12", "13", "A1", "A9"] },
    { stateCapital: ["state-owned", "state-absolute-control", "state-actual-control"] },
  ],
};

/** One computed answer as data: what, how much, along which chains, and what is not known. */
export type OwnershipAnswer = {
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
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly style: "solid" | "dashed";
    readonly kind: string;
  }[];
  readonly answers: readonly OwnershipAnswer[];
  readonly problems: readonly {
    readonly link: string;
    readonly code: string;
    readonly remedy: string;
  }[];
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

const pathIds = (path: Path) => [
  ...path.steps.map((step) => step.owner),
  ...path.steps.slice(-1).map((step) => step.target),
];

const missingText = ({ kind, party, link, field }: Missing) =>
  `${kind}:${link === undefined ? `parties.${party}.${field}` : `links.${link}.${field}`}`;

function percentText(min: Decimal, max: Decimal): string {
  return min === max ? `${min}%` : `${min}–${max}%`;
}

function interestAnswer(id: string, found: Interest): OwnershipAnswer {
  return {
    id,
    value: percentText(found.min, found.maxWithUndisclosed),
    detail: found.known ? "exact" : "interval",
    paths: found.paths.map(pathIds),
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
    paths: found.parents.map((parent) => pathIds(parent.via)),
    missing: [...new Set(found.missing.map(missingText))],
  };
}

/** The picture of who stands behind a party on a day, with the answers that need no rule pack. */
export function ownershipView(input: {
  readonly parties: readonly Party[];
  readonly links: readonly Link[];
  readonly subject: string;
  readonly asOf: CivilDate;
}): OwnershipView {
  const { parties, links, subject, asOf } = input;
  const graph = buildGraph({ parties, links, asOf });
  const picture = pictureOf(graph, subject, { marks: { public: publicHolders } });
  const countries = new Map(parties.map((party) => [party.id, party.country]));
  return {
    nodes: picture.nodes.map((node) => {
      const country = countries.get(node.id);
      return {
        id: node.id,
        label: node.names.zh ?? node.names.en ?? node.id,
        ...(node.names.en === undefined ? {} : { labelEn: node.names.en }),
        kind: node.kind,
        marks: nodeMarks(node),
        ...(country === undefined ? {} : { country }),
      };
    }),
    edges: picture.edges.map((edge) => ({
      id: edge.id,
      from: edge.owner,
      to: edge.target,
      label: edgeLabel(edge),
      style: edge.style,
      kind: edge.by,
    })),
    answers: [
      parentsAnswer(ultimateParents(graph, subject, { over: "50", byAgreement: true })),
      interestAnswer(
        "public-interest-direct",
        interest(graph, {
          holders: publicHolders,
          target: subject,
          measure: "equity",
          method: "direct",
        }),
      ),
      interestAnswer(
        "public-interest",
        interest(graph, {
          holders: publicHolders,
          target: subject,
          measure: "equity",
          method: "integrated",
        }),
      ),
    ],
    problems: graph.problems.map(({ kind, links: about, parties: whose, remedy }) => ({
      link: [...about, ...whose].join(", "),
      code: kind,
      remedy,
    })),
  };
}
