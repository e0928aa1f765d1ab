import type { CivilDate } from "#shared/kernel";
import { buildGraph } from "#shared/ownership";
import type { FlowBlock, Inline } from "#shared/packet";
import { applicantAndUsers, type ClassRow } from "../parts/class-statement.ts";
import { holdingsTable, ownershipDrawing, ultimateHolders } from "../parts/ownership-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

function sourced(row: ClassRow, name: string, formatter: PaperFormatter): Inline {
  // Nothing whose wording is still to be checked is cited above a signature.
  const [first, ...rest] = row.sources.filter(({ unverified }) => unverified !== true);
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

/** Everybody the filing names, with code, seat and address. */
function partiesTable(formatter: PaperFormatter): FlowBlock {
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
  const { parties, links } = formatter.dossier;
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
          ...ownershipDrawing(graph, id, formatter),
          ...ultimateHolders(graph, id, formatter),
          ...(rows.some((row) => row.case !== undefined) ? [cases(rows, formatter)] : []),
        ];
      }),
      formatter.heading("holdings"),
      holdingsTable(formatter),
      formatter.heading("people"),
      partiesTable(formatter),
      formatter.paragraph("closing.ownership"),
    ],
  };
}
