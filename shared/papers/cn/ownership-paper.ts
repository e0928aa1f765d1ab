import type { CivilDate } from "#shared/kernel";
import {
  buildGraph,
  type Graph,
  type PictureEdge,
  pictureOf,
  ultimateParents,
} from "#shared/ownership";
import type { Cell, FlowBlock, Inline } from "#shared/packet";
import { applicantAndUsers, type ClassRow } from "../parts/class-statement.ts";
import { groupBy } from "../parts/group-by.ts";
import { drawOwnership } from "../parts/ownership-drawing.ts";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

function edgeText(edge: PictureEdge, formatter: PaperFormatter): string {
  const { label } = edge;
  switch (label.kind) {
    case "exact":
      return `${label.percent}%`;
    case "range":
      return `${label.minOpen ? ">" : ""}${label.min}–${label.maxOpen ? "<" : ""}${label.max}%`;
    case "unknown":
      return "?";
    case "none":
      return formatter.say(edge.by === "board" ? "drawing.board" : "drawing.agreement");
  }
}

function drawing(graph: Graph, subject: string, formatter: PaperFormatter): FlowBlock[] {
  const picture = pictureOf(graph, subject, { down: 0, most: 200 });
  if (picture.nodes.length < 2) return [formatter.none("ownership.none")];
  const made = drawOwnership(picture, {
    name: (node) => formatter.short(node.id) || formatter.say("party.absent"),
    share: (edge) => edgeText(edge, formatter),
    more: (count) => formatter.say("drawing.more", { count: String(count) }),
  });
  const held = picture.edges.map((edge) =>
    `${formatter.short(edge.owner)} → ${formatter.short(edge.target)} ${edgeText(edge, formatter)}`.trim(),
  );
  return [
    {
      kind: "figure",
      svg: made.svg,
      alt: formatter.join(held).slice(0, 3900) || formatter.say("caption.graph", { party: "" }),
      caption: formatter.say("caption.graph", { party: formatter.short(subject) }),
      widthMm: made.widthMm,
    },
    ...(made.left > 0 ? [formatter.paragraph("drawing.left", { count: String(made.left) })] : []),
  ];
}

/** Who stands at the top of the chains, where the record shows it; a reader's hint, with its chain. */
function parents(graph: Graph, subject: string, formatter: PaperFormatter): FlowBlock[] {
  const found = ultimateParents(graph, subject, { over: "50", byAgreement: true });
  const rows = found.parents
    .filter(({ id }) => id !== subject)
    .map((parent) => [
      formatter.named(parent.id),
      [
        ...parent.via.steps.map((step) => formatter.short(step.owner)),
        formatter.short(subject),
      ].join(" → "),
      formatter.say(parent.contractual ? "parents.contract" : "parents.shares"),
    ]);
  if (rows.length === 0) return [formatter.paragraph("parents.none")];
  return [
    formatter.table(
      [
        ["parent", 5],
        ["chain", 7],
        ["by", 3],
      ],
      rows,
      { caption: formatter.say("caption.parents", { party: formatter.short(subject) }) },
    ),
  ];
}

function sourced(row: ClassRow, name: string, formatter: PaperFormatter): Inline {
  const [first, ...rest] = row.sources;
  if (first === undefined) return name;
  return [
    { text: name, cite: { id: first.id, text: formatter.cited(first) } },
    ...rest.map((source) => ({
      text: "",
      cite: { id: source.id, text: formatter.cited(source) },
    })),
  ];
}

/** What the shares recorded here give under each case, side by side and without a conclusion (DF-S-01 to DF-S-06). */
function cases(rows: readonly ClassRow[], formatter: PaperFormatter): FlowBlock {
  const shown = rows.filter((row) => row.case !== undefined);
  return formatter.table(
    [
      ["caseOf", 7],
      ["onFacts", 4, "center"],
    ],
    shown.map((row) => [
      {
        content: sourced(row, row.case === undefined ? "" : formatter.titled(row.case), formatter),
      },
      formatter.say(`class.${row.value}`),
    ]),
    { caption: formatter.say("caption.cases"), note: formatter.say("cases.note") },
  );
}

type Link = PaperFormatter["dossier"]["links"][number];

function otherPower(link: Link, formatter: PaperFormatter): string {
  return [
    link.agreement === undefined ? "" : formatter.word(`agreement.kind.${link.agreement.kind}`),
    link.agreement === undefined ? "" : formatter.answer(link.agreement.controls),
    link.agreement?.text ?? "",
    link.boardMajority?.value === "yes" ? formatter.say("drawing.board") : "",
    link.nomineeFor === undefined
      ? ""
      : formatter.say("holdings.nominee", { party: formatter.short(link.nomineeFor) }),
  ]
    .filter(Boolean)
    .join("\n");
}

/** Holdings under the unit they are held in, so that a name of eighty characters is printed once and not three hundred times. */
function holdings(formatter: PaperFormatter): FlowBlock {
  const groups = groupBy(formatter.dossier.links, (link) => link.target);
  const rows = [...groups].flatMap(([target, links]): Cell[][] => [
    [
      {
        content: formatter.say("holdings.of", {
          party: formatter.full(target) || formatter.say("party.absent"),
        }),
        colspan: 5,
        strong: true,
      },
    ],
    ...links.map((link) => [
      formatter.named(link.owner) || formatter.say("party.absent"),
      formatter.share(link.equity),
      formatter.share(link.voting),
      otherPower(link, formatter),
      [link.asOf, link.source, formatter.proofs(link.evidence)].filter(Boolean).join("\n"),
    ]),
  ]);
  return formatter.table(
    [
      ["owner", 7],
      ["equity", 2.2, "right"],
      ["voting", 2.2, "right"],
      ["otherPower", 3.4],
      ["stated", 3.4],
    ],
    rows,
    {
      caption: formatter.say("caption.holdings"),
      size: "tiny",
      groups: rows.flatMap((row, at) => (row.length === 1 ? [at] : [])),
    },
  );
}

/** Everybody the filing names, with code, seat and address. */
export function partiesTable(formatter: PaperFormatter): FlowBlock {
  return formatter.table(
    [
      ["no", 1, "center"],
      ["name", 7],
      ["code", 3.6],
      ["seat", 2.2],
      ["address", 4.4],
    ],
    formatter.dossier.parties.map((party, index) => [
      String(index + 1),
      formatter.full(party.id),
      formatter.code(party) || formatter.word(`party.kind.${party.kind}`),
      formatter.country(party.country),
      formatter.address(party),
    ]),
    { caption: formatter.say("caption.parties"), size: "tiny" },
  );
}

/** Ownership and control of the applicant and of each end user: drawn, listed, and set against each case of the class. */
export function ownershipPaper(
  formatter: PaperFormatter,
  classes: readonly ClassRow[],
  asOf: CivilDate,
): Paper {
  const { parties, links, order } = formatter.dossier;
  const graph = buildGraph({ parties: [...parties], links: [...links], asOf });
  const subjects = applicantAndUsers(formatter.dossier).filter(
    (id) => formatter.partyOf(id) !== undefined,
  );
  return {
    name: "ownership",
    title: formatter.say("title.ownership"),
    blocks: [
      ...subjects.flatMap((id) => {
        const rows = classes.filter((row) => row.party === id);
        return [
          formatter.nameHeading(formatter.party(id), 1),
          ...drawing(graph, id, formatter),
          ...parents(graph, id, formatter),
          ...(rows.some((row) => row.case !== undefined) ? [cases(rows, formatter)] : []),
        ];
      }),
      formatter.heading("holdings"),
      holdings(formatter),
      formatter.heading("people"),
      partiesTable(formatter),
      ...closing(formatter, "closing.ownership", order.buyer),
    ],
  };
}
