import { orderTotal } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { type Track, tracks } from "#shared/rules";
import { money, productTotals } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";
import type { RecordContent } from "../set-content.ts";
import { RecordWords, reportOf } from "./record-words.ts";

/** A memo is read standing: what does not fit on its page is in the report behind it. */
const MOST = 3;

function shortened(items: readonly string[], voice: PaperVoice): string {
  if (items.length === 0) return voice.say("memo.nothing");
  const more = items.length - MOST;
  return [
    ...items.slice(0, MOST).map((item) => `· ${item}`),
    ...(more > 0 ? [voice.say("memo.more", { count: String(more) })] : []),
  ].join("\n");
}

function openOf(track: Track, content: RecordContent, voice: PaperVoice): string {
  const words = new RecordWords(content, voice);
  const { findings, verify } = reportOf(content).tracks[track];
  const stops = findings.filter((one) => one.stop === true && one.value !== "fails");
  return shortened(
    [
      ...stops.map((one) => voice.say("memo.stop", { rule: words.rule(one.rule) })),
      ...verify.map((one) => voice.say("memo.verify", { what: words.lookup(one.parameter) })),
      ...words.questions(track),
    ],
    voice,
  );
}

function lanes(content: RecordContent, voice: PaperVoice): FlowBlock {
  const report = reportOf(content);
  const words = new RecordWords(content, voice);
  return voice.table(
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
          `${voice.word(`reading.${reading}`)} ${words.lane(report.readings[reading][track])}`,
      );
      return [
        voice.word(`track.${track}`),
        { content: words.lane(lane), strong: true },
        words.lane(atBest),
        words.lane(atWorst),
        readings.join("\n"),
      ];
    }),
  );
}

function users(voice: PaperVoice): string {
  const { buyer, route } = voice.dossier.order;
  const ids = route?.endUsers ?? [];
  if (ids.length === 1 && ids[0] === buyer) return voice.say("memo.sameAsBuyer");
  return shortened(
    ids.map((id) => voice.short(id)),
    voice,
  );
}

/** One page for whoever decides: what is ordered, both lanes, what is open, who decides, what a person entered. */
export function memoPaper(content: RecordContent, voice: PaperVoice): Paper {
  const { order } = content.dossier;
  const report = reportOf(content);
  const goods = productTotals(voice).map(({ name, quantity }) => `${name} ${quantity}`.trim());
  const missing = (set: "cn-filing" | "us-exporter") =>
    voice.say("memo.missing", {
      set: voice.word(`set.${set}`),
      count: String(
        report.completeness[set].missing.filter(({ need }) => need === "required").length,
      ),
      returns: String(report.completeness[set].returns.length),
    });
  const overrides = (order.lookups ?? []).map((one) =>
    voice.say("memo.override", {
      parameter: one.parameter,
      state: voice.word(`parameter.state.${one.state}`),
      citation: one.citation,
    }),
  );
  return {
    name: "memo",
    title: voice.say("title.memo"),
    blocks: [
      voice.form([
        ["memoOrder", voice.join([order.title, order.reference])],
        ["buyer", voice.short(order.buyer)],
        ["endUsers", users(voice)],
        ["goods", shortened(goods, voice)],
        ["total", money(orderTotal(order), order.terms?.currency)],
        ["asOf", report.asOf],
      ]),
      lanes(content, voice),
      voice.table(
        [
          ["memoMatter", 3],
          ["memoState", 12],
        ],
        (
          [
            ["memoOpenCn", openOf("cn-import", content, voice)],
            ["memoOpenUs", openOf("us-export", content, voice)],
            ["memoPapers", [missing("cn-filing"), missing("us-exporter")].join("\n")],
            ["memoOverrides", shortened(overrides, voice)],
            ["memoDecides", voice.say("memo.decides")],
          ] as const
        ).map(([key, text]) => [voice.say(`field.${key}`), text]),
      ),
    ],
  };
}
