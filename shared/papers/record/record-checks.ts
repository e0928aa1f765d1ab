import { type MissingItem, outgoingSets } from "#shared/check";
import { parameterText, translateData } from "#shared/i18n";
import type { FlowBlock } from "#shared/packet";
import { readings, tracks } from "#shared/rules";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import type { RecordContent } from "../set-content.ts";
import { RecordWords, reportOf } from "./record-words.ts";

function items(list: readonly MissingItem[], formatter: PaperFormatter): FlowBlock {
  return formatter.table(
    [
      ["no", 1, "center"],
      ["need", 2, "center"],
      ["section", 2.6],
      ["why", 8],
    ],
    list.map((item, index) => [
      String(index + 1),
      formatter.say(`need.${item.need}`),
      formatter.word(`editor.section.${item.section}`),
      translateData(formatter.main, `completeness.why.${item.why}`, item.params),
    ]),
    { size: "tiny", empty: "record.none" },
  );
}

/** Readings side by side, and what each reader would miss or return. */
export function readingsPaper(content: RecordContent, formatter: PaperFormatter): Paper {
  const report = reportOf(content);
  const words = new RecordWords(content, formatter);
  return {
    name: "readings",
    title: formatter.say("title.readings"),
    blocks: [
      formatter.heading("readings"),
      formatter.table(
        [
          ["reading", 3],
          ["laneCn", 5, "center"],
          ["laneUs", 5, "center"],
        ],
        readings.map((reading) => [
          formatter.word(`reading.${reading}`),
          ...tracks.map((track) => words.lane(report.readings[reading][track])),
        ]),
      ),
      ...outgoingSets.flatMap((set): FlowBlock[] => [
        formatter.nameHeading(formatter.word(`set.${set}`), 1),
        formatter.heading("missing", 2),
        items(report.completeness[set].missing, formatter),
        formatter.heading("returns", 2),
        items(report.completeness[set].returns, formatter),
      ]),
    ],
  };
}

/** A party by its name; the vendor of a product by what the product's record calls it. */
function whom(dossier: RecordContent["dossier"], id: string, formatter: PaperFormatter): string {
  const product = dossier.products.find((one) => one.id === id);
  return product === undefined ? formatter.party(id) : `${product.vendor}\n${product.model}`;
}

/** Lists that were looked at, every possible match, and what a person decided about it. */
export function screeningPaper(content: RecordContent, formatter: PaperFormatter): Paper {
  const { report, dossier, screening } = content;
  const persons = new Map(dossier.persons.map(({ id, name }) => [id, name]));
  return {
    name: "screening",
    title: formatter.say("title.screening"),
    blocks: [
      formatter.heading("lists"),
      report.lists.length === 0
        ? formatter.none("record.noLists")
        : formatter.table(
            [
              ["list", 4],
              ["date", 2.4],
              ["hash", 8],
            ],
            report.lists.map(({ id, date, sha256 }) => [id, date, sha256]),
            { size: "tiny" },
          ),
      formatter.heading("hits"),
      formatter.table(
        [
          ["name", 4],
          ["list", 2.4],
          ["entry", 5],
          ["score", 1.6, "right"],
          ["status", 2],
        ],
        screening.map((hit) => [
          whom(dossier, hit.party, formatter),
          hit.list,
          `${hit.entryName}\n${hit.entry}`,
          String(hit.score),
          formatter.say(`hit.${hit.status}`),
        ]),
        { size: "tiny", empty: "record.none" },
      ),
      formatter.heading("decisions"),
      formatter.table(
        [
          ["name", 4],
          ["list", 2.4],
          ["entry", 3.4],
          ["decision", 2],
          ["reason", 5],
          ["person", 2.6],
        ],
        (dossier.order.screening ?? []).map((one) => [
          whom(dossier, one.party, formatter),
          one.list,
          one.entry,
          formatter.say(`decision.${one.decision}`),
          one.reason,
          [persons.get(one.person ?? ""), one.date].filter(Boolean).join("\n"),
        ]),
        { size: "tiny", empty: "record.none" },
      ),
    ],
  };
}

/** Reviews, what persons looked up and entered, and the journal's lines about the order. */
export function journalPaper(content: RecordContent, formatter: PaperFormatter): Paper {
  const { dossier, journal } = content;
  const persons = new Map(dossier.persons.map(({ id, name }) => [id, name]));
  return {
    name: "journal",
    title: formatter.say("title.journal"),
    blocks: [
      formatter.heading("overrides"),
      formatter.table(
        [
          ["track", 2.4],
          ["parameter", 3],
          ["state", 2],
          ["valid", 3],
          ["applies", 1.8, "center"],
          ["citation", 5],
          ["person", 2.6],
        ],
        (reportOf(content).lookups ?? []).map((one) => [
          formatter.word(`track.${one.track}`),
          one.parameter,
          [
            formatter.word(`parameter.state.${one.state}`),
            (one.value ?? one.instead) === undefined
              ? ""
              : parameterText(formatter.main, String(one.value ?? one.instead)),
          ]
            .filter(Boolean)
            .join("\n"),
          `${one.from} – ${one.to ?? ""}`,
          [
            formatter.say(one.applies ? "record.applies" : "record.appliesNot"),
            formatter.say(one.isConfirmed ? "record.confirmed" : "record.unconfirmed"),
          ].join("\n"),
          one.citation,
          [
            one.name ?? persons.get(one.person ?? ""),
            one.seenOn,
            one.recheckOn === undefined
              ? ""
              : formatter.say("record.recheck", { day: one.recheckOn }),
          ]
            .filter(Boolean)
            .join("\n"),
        ]),
        { size: "tiny", empty: "record.none" },
      ),
      formatter.heading("reviews"),
      formatter.table(
        [
          ["kind", 2.2],
          ["person", 3],
          ["decision", 2.6],
          ["date", 2.2],
          ["comment", 6],
        ],
        (dossier.order.reviews ?? []).map((one) => [
          formatter.say(`review.${one.kind}`),
          persons.get(one.person) ?? one.person,
          formatter.say(`review.${one.decision}`),
          one.date,
          [one.comment, ...(one.comments ?? []).map(({ path, text }) => `${path}: ${text}`)]
            .filter(Boolean)
            .join("\n"),
        ]),
        { size: "tiny", empty: "record.none" },
      ),
      formatter.heading("journal"),
      journal.length === 0
        ? formatter.none("record.noJournal")
        : formatter.table(
            [
              ["no", 1.2, "center"],
              ["time", 3.6],
              ["person", 3],
              ["verb", 3],
              ["subject", 5],
              ["hash", 2.6],
            ],
            journal.map((line) => [
              String(line.seq),
              line.at,
              line.who === "" ? formatter.say("record.nobody") : line.who,
              formatter.word(`journal.verb.${line.verb}`),
              line.subject,
              line.hash.slice(0, 16),
            ]),
            { size: "tiny", note: formatter.say("journal.note") },
          ),
    ],
  };
}
