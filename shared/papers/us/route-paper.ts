import { deliveryTable, linesTable, termRows } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** The goods' way from where they lie to the rack, and everybody on it (US-R-07). */
export function routePaper(formatter: PaperFormatter): Paper {
  const { route, lines } = formatter.dossier.order;
  const seats: readonly (readonly [string, string | undefined])[] = [
    ["manufacturer", route?.manufacturer],
    ["seller", route?.seller],
    ["exporter", route?.exporterOfRecord],
    ["distributor", route?.distributor],
    ...(route?.intermediaries ?? []).map((id) => ["intermediary", id] as const),
    ...[...new Set(lines.map((line) => line.integrator))].map((id) => ["integrator", id] as const),
    ["forwarder", route?.forwarder],
    ["importer", route?.importerOfRecord],
    ["consignee", route?.consignee],
    ...(route?.endUsers ?? []).map((id) => ["endUser", id] as const),
  ];
  return {
    name: "route",
    title: formatter.say("title.route"),
    blocks: [
      formatter.heading("route"),
      formatter.form([
        ["routeKind", route?.kind === undefined ? "" : formatter.word(`route.kind.${route.kind}`)],
        ["countryOfExport", formatter.country(route?.countryOfExport)],
        ["transit", formatter.join((route?.transit ?? []).map((code) => formatter.country(code)))],
        ["testingPlace", formatter.country(route?.testingPlace)],
        ...termRows(formatter),
      ]),
      formatter.table(
        [
          ["seat", 3],
          ["name", 5],
          ["code", 3.6],
          ["seatCountry", 2.6],
          ["address", 5],
        ],
        seats
          .filter(([, id]) => id !== undefined)
          .map(([key, id]) => {
            const party = formatter.partyOf(id);
            return [
              formatter.say(`field.${key}`),
              formatter.full(id),
              formatter.code(party),
              [
                formatter.country(party?.country),
                party?.headquarters === undefined || party.headquarters === party.country
                  ? ""
                  : formatter.say("route.headquarters", {
                      country: formatter.country(party.headquarters),
                    }),
              ]
                .filter(Boolean)
                .join("\n"),
              formatter.address(party),
            ];
          }),
        { caption: formatter.say("caption.route"), size: "tiny" },
      ),
      formatter.heading("goods"),
      linesTable(formatter, "us"),
      formatter.heading("deliveries"),
      deliveryTable(formatter),
    ],
  };
}
