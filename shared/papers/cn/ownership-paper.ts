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
import type { PaperVoice } from "../parts/paper-formatter.ts";

function edgeText(edge: PictureEdge, voice: PaperVoice): string {
  const { label } = edge;
  switch (label.kind) {
    case "exact":
      return `${label.percent}%`;
    case "range":
      return `${label.minOpen ? ">" : ""}${label.min}–${label.maxOpen ? "<" : ""}${label.max}%`;
    case "unknown":
      return "?";
    case "none":
      return voice.say(edge.by === "board" ? "drawing.board" : "drawing.agreement");
  }
}

function drawing(graph: Graph, subject: string, voice: PaperVoice): FlowBlock[] {
  const picture = pictureOf(graph, subject, { down: 0, most: 200 });
  if (picture.nodes.length < 2) return [voice.none("ownership.none")];
  const made = drawOwnership(picture, {
    name: (node) => voice.short(node.id) || voice.say("party.absent"),
    share: (edge) => edgeText(edge, voice),
    more: (count) => voice.say("drawing.more", { count: String(count) }),
  });
  const held = picture.edges.map((edge) =>
    `${voice.short(edge.owner)} → ${voice.short(edge.target)} ${edgeText(edge, voice)}`.trim(),
  );
  return [
    {
      kind: "figure",
      svg: made.svg,
      alt: voice.join(held).slice(0, 3900) || voice.say("caption.graph", { party: "" }),
      caption: voice.say("caption.graph", { party: voice.short(subject) }),
      widthMm: made.widthMm,
    },
    ...(made.left > 0 ? [voice.paragraph("drawing.left", { count: String(made.left) })] : []),
  ];
}

/** Who stands at the top of the chains, where the record shows it; a reader's hint, with its chain. */
function parents(graph: Graph, subject: string, voice: PaperVoice): FlowBlock[] {
  const found = ultimateParents(graph, subject, { over: "50", byAgreement: true });
  const rows = found.parents
    .filter(({ id }) => id !== subject)
    .map((parent) => [
      voice.named(parent.id),
      [...parent.via.steps.map((step) => voice.short(step.owner)), voice.short(subject)].join(
        " → ",
      ),
      voice.say(parent.contractual ? "parents.contract" : "parents.shares"),
    ]);
  if (rows.length === 0) return [voice.paragraph("parents.none")];
  return [
    voice.table(
      [
        ["parent", 5],
        ["chain", 7],
        ["by", 3],
      ],
      rows,
      { caption: voice.say("caption.parents", { party: voice.short(subject) }) },
    ),
  ];
}

function sourced(row: ClassRow, name: string, voice: PaperVoice): Inline {
  const [first, ...rest] = row.sources;
  if (first === undefined) return name;
  return [
    { text: name, cite: { id: first.id, text: voice.cited(first) } },
    ...rest.map((source) => ({
      text: "",
      cite: { id: source.id, text: voice.cited(source) },
    })),
  ];
}

/** What the shares recorded here give under each case, side by side and without a conclusion (DF-S-01 to DF-S-06). */
function cases(rows: readonly ClassRow[], voice: PaperVoice): FlowBlock {
  const shown = rows.filter((row) => row.case !== undefined);
  return voice.table(
    [
      ["caseOf", 7],
      ["onFacts", 4, "center"],
    ],
    shown.map((row) => [
      { content: sourced(row, row.case === undefined ? "" : voice.titled(row.case), voice) },
      voice.say(`class.${row.value}`),
    ]),
    { caption: voice.say("caption.cases"), note: voice.say("cases.note") },
  );
}

type Link = PaperVoice["dossier"]["links"][number];

function otherPower(link: Link, voice: PaperVoice): string {
  return [
    link.agreement === undefined ? "" : voice.word(`agreement.kind.${link.agreement.kind}`),
    link.agreement === undefined ? "" : voice.answer(link.agreement.controls),
    link.agreement?.text ?? "",
    link.boardMajority?.value === "yes" ? voice.say("drawing.board") : "",
    link.nomineeFor === undefined
      ? ""
      : voice.say("holdings.nominee", { party: voice.short(link.nomineeFor) }),
  ]
    .filter(Boolean)
    .join("\n");
}

/** Holdings under the unit they are held in, so that a name of eighty characters is printed once and not three hundred times. */
function holdings(voice: PaperVoice): FlowBlock {
  const groups = groupBy(voice.dossier.links, (link) => link.target);
  const rows = [...groups].flatMap(([target, links]): Cell[][] => [
    [
      {
        content: voice.say("holdings.of", {
          party: voice.full(target) || voice.say("party.absent"),
        }),
        colspan: 5,
        strong: true,
      },
    ],
    ...links.map((link) => [
      voice.named(link.owner) || voice.say("party.absent"),
      voice.share(link.equity),
      voice.share(link.voting),
      otherPower(link, voice),
      [link.asOf, link.source, voice.proofs(link.evidence)].filter(Boolean).join("\n"),
    ]),
  ]);
  return voice.table(
    [
      ["owner", 7],
      ["equity", 2.2, "right"],
      ["voting", 2.2, "right"],
      ["otherPower", 3.4],
      ["stated", 3.4],
    ],
    rows,
    {
      caption: voice.say("caption.holdings"),
      size: "tiny",
      groups: rows.flatMap((row, at) => (row.length === 1 ? [at] : [])),
    },
  );
}

/** Everybody the filing names, with code, seat and address. */
export function partiesTable(voice: PaperVoice): FlowBlock {
  return voice.table(
    [
      ["no", 1, "center"],
      ["name", 7],
      ["code", 3.6],
      ["seat", 2.2],
      ["address", 4.4],
    ],
    voice.dossier.parties.map((party, index) => [
      String(index + 1),
      voice.full(party.id),
      voice.code(party) || voice.word(`party.kind.${party.kind}`),
      voice.country(party.country),
      voice.address(party),
    ]),
    { caption: voice.say("caption.parties"), size: "tiny" },
  );
}

/** Ownership and control of the applicant and of each end user: drawn, listed, and set against each case of the class. */
export function ownershipPaper(
  voice: PaperVoice,
  classes: readonly ClassRow[],
  asOf: CivilDate,
): Paper {
  const { parties, links, order } = voice.dossier;
  const graph = buildGraph({ parties: [...parties], links: [...links], asOf });
  const subjects = applicantAndUsers(voice.dossier).filter((id) => voice.partyOf(id) !== undefined);
  return {
    name: "ownership",
    title: voice.say("title.ownership"),
    blocks: [
      ...subjects.flatMap((id) => {
        const rows = classes.filter((row) => row.party === id);
        return [
          voice.nameHeading(voice.party(id), 1),
          ...drawing(graph, id, voice),
          ...parents(graph, id, voice),
          ...(rows.some((row) => row.case !== undefined) ? [cases(rows, voice)] : []),
        ];
      }),
      voice.heading("holdings"),
      holdings(voice),
      voice.heading("people"),
      partiesTable(voice),
      ...closing(voice, "closing.ownership", order.buyer),
    ],
  };
}
