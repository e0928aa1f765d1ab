import type { CivilDate } from "#shared/kernel";
import type { Party } from "#shared/model";
import { buildGraph, type Graph, ultimateParents } from "#shared/ownership";
import type { FlowBlock } from "#shared/packet";
import { holdingsTable, ownershipDrawing, ultimateHolders } from "../parts/ownership-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

function roles(id: string, formatter: PaperFormatter): string {
  const { buyer, route } = formatter.dossier.order;
  const all: readonly (readonly [string, boolean])[] = [
    ["buyer", buyer === id],
    ["importer", route?.importerOfRecord === id],
    ["consignee", route?.consignee === id],
    ["consumingUnit", route?.consumingUnit === id],
    ["endUser", (route?.endUsers ?? []).includes(id)],
  ];
  return formatter.join(
    all.filter(([, held]) => held).map(([key]) => formatter.say(`field.${key}`)),
  );
}

function partyForm(party: Party, formatter: PaperFormatter): FlowBlock[] {
  return [
    formatter.nameHeading(formatter.party(party.id)),
    formatter.form([
      ["roles", roles(party.id, formatter)],
      ["code", formatter.code(party)],
      ["country", formatter.country(party.country)],
      ["headquarters", formatter.country(party.headquarters)],
      ["address", formatter.address(party)],
      ["website", party.website],
      ["business", formatter.text(party.business)],
      ["infrastructureService", formatter.answer(party.infrastructureService)],
      ["signatory", formatter.person(party.signatory)],
      ["directors", (party.directors ?? []).map((one) => formatter.person(one)).join("\n")],
      ["proofs", formatter.proofs(party.evidence)],
    ]),
  ];
}

/** Who holds a state interest among those above a unit, by the register's own word or because it is a public body. */
function stateInterests(formatter: PaperFormatter): FlowBlock[] {
  const rows = formatter.dossier.links.flatMap((link) => {
    const owner = formatter.partyOf(link.owner);
    const own = owner?.stateCapital !== undefined && owner.stateCapital !== "none";
    if (owner?.kind !== "public-body" && !own) return [];
    return [
      [
        formatter.named(link.owner),
        owner?.stateCapital === undefined
          ? formatter.word(`party.kind.${owner?.kind ?? "other"}`)
          : formatter.word(`state.capital.${owner.stateCapital}`),
        formatter.short(link.target),
        formatter.share(link.equity ?? link.voting),
      ],
    ];
  });
  return [
    formatter.heading("stateInterests"),
    formatter.table(
      [
        ["owner", 6],
        ["kind", 4],
        ["heldUnit", 5],
        ["share", 2.4, "right"],
      ],
      rows,
      { empty: "stateInterests.none" },
    ),
  ];
}

/** The seat of whoever stands at the top, which is what the licence requirement asks of a firm wherever it is (US-G-01). */
function topSeats(graph: Graph, ids: readonly string[], formatter: PaperFormatter): FlowBlock {
  const rows = ids.map((id) => {
    const tops = ultimateParents(graph, id, { over: "50", byAgreement: true }).parents.filter(
      (parent) => parent.id !== id,
    );
    const seats = tops.map((parent) => formatter.partyOf(parent.id));
    const own = formatter.partyOf(id);
    return [
      formatter.short(id),
      formatter.country(own?.headquarters ?? own?.country),
      tops.length === 0
        ? formatter.say("parents.none.short")
        : tops.map((parent) => formatter.short(parent.id)).join("\n"),
      seats
        .map(
          (seat) =>
            formatter.country(seat?.headquarters ?? seat?.country) || formatter.say("seat.open"),
        )
        .join("\n"),
    ];
  });
  return formatter.table(
    [
      ["name", 5],
      ["headquarters", 3.4],
      ["parent", 5],
      ["parentSeat", 3.4],
    ],
    rows,
  );
}

/** Who buys, receives and uses, who owns them up to the top, and with what state interest. */
export function companyProfile(formatter: PaperFormatter, asOf: CivilDate): Paper {
  const { order, parties: all, links } = formatter.dossier;
  const { route } = order;
  const ids = [
    ...new Set([
      order.buyer,
      route?.importerOfRecord,
      route?.consignee,
      route?.consumingUnit,
      ...(route?.endUsers ?? []),
    ]),
  ].filter((id) => id !== undefined);
  const parties = ids.flatMap((id) => formatter.partyOf(id) ?? []);
  const graph = buildGraph({ parties: [...all], links: [...links], asOf });
  const known = parties.map(({ id }) => id);
  return {
    name: "company",
    title: formatter.say("title.company"),
    blocks: [
      formatter.heading("companies"),
      ...(parties.length === 0
        ? [formatter.none()]
        : parties.flatMap((one) => partyForm(one, formatter))),
      formatter.heading("ownership"),
      topSeats(graph, known, formatter),
      ...known.flatMap((id) => [
        ...ownershipDrawing(graph, id, formatter),
        ...ultimateHolders(graph, id, formatter),
      ]),
      holdingsTable(formatter),
      ...stateInterests(formatter),
    ],
  };
}
