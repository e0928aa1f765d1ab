import { orderTotal } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { type Track, tracks } from "#shared/rules";
import { money, productTotals } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import type { RecordContent } from "../set-content.ts";
import { RecordWords, reportOf } from "./record-words.ts";

/** A memo is read standing: what does not fit on its page is in the report behind it. */
const MOST = 1;

function shortened(items: readonly string[], formatter: PaperFormatter): string {
  if (items.length === 0) return formatter.say("memo.nothing");
  const more = items.length - MOST;
  return [
    ...items.slice(0, MOST).map((item) => `· ${item}`),
    ...(more > 0 ? [formatter.say("memo.more", { count: String(more) })] : []),
  ].join("\n");
}

function openOf(track: Track, content: RecordContent, formatter: PaperFormatter): string {
  const words = new RecordWords(content, formatter);
  const { findings, verify } = reportOf(content).tracks[track];
  const stops = findings.filter((one) => one.stop === true && one.value !== "fails");
  return shortened(
    [
      ...stops.map((one) => formatter.say("memo.stop", { rule: words.rule(one.rule) })),
      ...verify.map((one) => formatter.say("memo.verify", { what: words.lookup(one.parameter) })),
      ...words.questions(track),
    ],
    formatter,
  );
}

/** The rules that gave a track its lane; where none did, nothing reached the order. */
function decidedBy(content: RecordContent, formatter: PaperFormatter): string {
  const words = new RecordWords(content, formatter);
  const report = reportOf(content);
  return tracks
    .map((track) => {
      const { lane, findings, verify } = report.tracks[track];
      const own = findings.filter((one) => one.effect === lane && one.value !== "fails");
      const rules = [...new Set(own.map((one) => words.rule(one.rule)))];
      const [open] = verify;
      const lookedUp =
        open === undefined
          ? undefined
          : formatter.say("memo.verify", { what: words.lookup(open.parameter) });
      const shown = rules[0] ?? lookedUp ?? formatter.say("memo.undecided");
      const more =
        rules.length > 1 ? formatter.say("memo.andMore", { count: String(rules.length - 1) }) : "";
      return formatter.say("record.about", {
        about: formatter.word(`track.${track}`),
        text: `${shown}${more}`,
      });
    })
    .join("\n");
}

function lanes(content: RecordContent, formatter: PaperFormatter): FlowBlock {
  const report = reportOf(content);
  const words = new RecordWords(content, formatter);
  return formatter.table(
    [
      ["track", 2.4],
      ["lane", 2.6, "center"],
      ["best", 2.4, "center"],
      ["worst", 2.4, "center"],
      ["readingsShort", 5],
    ],
    tracks.map((track) => {
      const { lane, atBest, atWorst } = report.tracks[track];
      const readings = (["narrow", "working", "broad"] as const).map(
        (reading) =>
          `${formatter.word(`reading.${reading}`)} ${words.lane(report.readings[reading][track])}`,
      );
      return [
        formatter.word(`track.${track}`),
        { content: words.lane(lane), strong: true },
        words.lane(atBest),
        words.lane(atWorst),
        formatter.join(readings),
      ];
    }),
  );
}

function users(formatter: PaperFormatter): string {
  const { buyer, route } = formatter.dossier.order;
  const ids = route?.endUsers ?? [];
  if (ids.length === 1 && ids[0] === buyer) return formatter.say("memo.sameAsBuyer");
  return shortened(
    ids.map((id) => formatter.short(id)),
    formatter,
  );
}

/** One page for whoever decides: what is ordered, both lanes, what is open, who decides, what a person entered. */
export function memoPaper(content: RecordContent, formatter: PaperFormatter): Paper {
  const { order } = content.dossier;
  const report = reportOf(content);
  const goods = productTotals(formatter).map(({ name, quantity }) => `${name} ${quantity}`.trim());
  const missing = (set: "cn-filing" | "us-exporter") =>
    formatter.say("memo.missing", {
      set: formatter.word(`set.${set}`),
      count: String(
        report.completeness[set].missing.filter(({ need }) => need === "required").length,
      ),
      returns: String(report.completeness[set].returns.length),
    });
  const overrides = (report.lookups ?? []).map((one) =>
    formatter.say("memo.override", {
      parameter: one.parameter,
      state: formatter.word(`parameter.state.${one.state}`),
      citation: one.citation,
      confirmed: formatter.say(one.isConfirmed ? "record.confirmed" : "record.unconfirmed"),
    }),
  );
  return {
    name: "memo",
    title: formatter.say("title.memo"),
    blocks: [
      formatter.form(
        [
          ["memoOrder", formatter.join([order.title, order.reference])],
          ["buyer", formatter.short(order.buyer)],
          ["endUsers", users(formatter)],
          ["goods", shortened(goods, formatter)],
          ["total", money(orderTotal(order), order.terms?.currency)],
          ["asOf", report.asOf],
        ],
        { columns: 2 },
      ),
      lanes(content, formatter),
      formatter.table(
        [
          ["memoMatter", 3],
          ["memoState", 12],
        ],
        (
          [
            ["memoDecided", decidedBy(content, formatter)],
            ["memoOpenCn", openOf("cn-import", content, formatter)],
            ["memoOpenUs", openOf("us-export", content, formatter)],
            ["memoPapers", [missing("cn-filing"), missing("us-exporter")].join("\n")],
            ["memoOverrides", shortened(overrides, formatter)],
            ["memoDecides", formatter.say("memo.decides")],
          ] as const
        ).map(([key, text]) => [formatter.say(`field.${key}`), text]),
      ),
    ],
  };
}
