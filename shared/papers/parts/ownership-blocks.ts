import { type Graph, type PictureEdge, pictureOf, ultimateParents } from "#shared/ownership";
import type { Cell, FlowBlock } from "#shared/packet";
import { groupBy } from "./group-by.ts";
import { drawOwnership } from "./ownership-drawing.ts";
import type { ColumnPlan, PaperFormatter } from "./paper-formatter.ts";

/** What stands on a line: the share, and beside it that an agreement or the board gives control as well. */
function edgeText(edge: PictureEdge, formatter: PaperFormatter): string {
  const links = formatter.dossier.links.filter(({ id }) => edge.links.includes(id));
  const agreed = links.some(({ agreement }) => (agreement?.controls.value ?? "no") !== "no");
  const board = links.some(({ boardMajority }) => boardMajority?.value === "yes");
  return formatter.join([
    shareText(edge, formatter),
    agreed && edge.label.kind !== "none" ? formatter.say("drawing.agreement") : undefined,
    board && edge.label.kind !== "none" ? formatter.say("drawing.board") : undefined,
  ]);
}

function shareText(edge: PictureEdge, formatter: PaperFormatter): string {
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

/** The chains above a unit, drawn; in words where there is nothing to draw. */
export function ownershipDrawing(
  graph: Graph,
  subject: string,
  formatter: PaperFormatter,
): FlowBlock[] {
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
export function ultimateHolders(
  graph: Graph,
  subject: string,
  formatter: PaperFormatter,
): FlowBlock[] {
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
export function holdingsTable(formatter: PaperFormatter): FlowBlock {
  const { links } = formatter.dossier;
  const groups = groupBy(links, (link) => link.target);
  const voted = links.some((link) => link.voting !== undefined);
  const other = links.some((link) => otherPower(link, formatter) !== "");
  const columns: readonly ColumnPlan[] = [
    ["owner", 7],
    ["equity", 2.2, "right"],
    ...(voted ? ([["voting", 2.2, "right"]] as const) : []),
    ...(other ? ([["otherPower", 3.4]] as const) : []),
    ["stated", 4.6],
  ];
  const rows = [...groups].flatMap(([target, held]): Cell[][] => [
    [
      {
        content: formatter.say("holdings.of", {
          party: formatter.full(target) || formatter.say("party.absent"),
        }),
        colspan: columns.length,
        strong: true,
      },
    ],
    ...held.map((link) => [
      formatter.named(link.owner) || formatter.say("party.absent"),
      formatter.share(link.equity),
      ...(voted ? [formatter.share(link.voting)] : []),
      ...(other ? [otherPower(link, formatter)] : []),
      formatter.join([link.asOf, link.source, formatter.proofs(link.evidence)]),
    ]),
  ]);
  return formatter.table(columns, rows, {
    caption: formatter.say("caption.holdings"),
    size: "tiny",
    groups: rows.flatMap((row, at) => (row.length === 1 ? [at] : [])),
  });
}
