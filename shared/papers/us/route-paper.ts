import { deliveryTable, linesTable, termRows } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

/** The goods' way from where they lie to the rack, and everybody on it (US-R-07). */
export function routePaper(voice: PaperVoice): Paper {
  const { route, lines } = voice.dossier.order;
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
    title: voice.say("title.route"),
    blocks: [
      voice.heading("route"),
      voice.form([
        ["routeKind", route?.kind === undefined ? "" : voice.word(`route.kind.${route.kind}`)],
        ["countryOfExport", voice.country(route?.countryOfExport)],
        ["transit", voice.join((route?.transit ?? []).map((code) => voice.country(code)))],
        ["testingPlace", voice.country(route?.testingPlace)],
        ...termRows(voice),
      ]),
      voice.table(
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
            const party = voice.partyOf(id);
            return [
              voice.say(`field.${key}`),
              voice.full(id),
              voice.code(party),
              [
                voice.country(party?.country),
                party?.headquarters === undefined || party.headquarters === party.country
                  ? ""
                  : voice.say("route.headquarters", { country: voice.country(party.headquarters) }),
              ]
                .filter(Boolean)
                .join("\n"),
              voice.address(party),
            ];
          }),
        { caption: voice.say("caption.route"), size: "tiny" },
      ),
      voice.heading("goods"),
      linesTable(voice, "us"),
      voice.heading("deliveries"),
      deliveryTable(voice),
    ],
  };
}
