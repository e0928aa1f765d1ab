import type { Report } from "#shared/check";
import { translateData } from "#shared/i18n";
import type { FlowBlock } from "#shared/packet";
import { type Finding, readings, tracks } from "#shared/rules";
import type { CitedWords } from "./cited-words.ts";
import type { Paper } from "./old-papers.ts";
import type { PaperVoice } from "./voice.ts";

/** What the internal record says of a rule: its own title and, for sources, theirs. */
export type RuleWords = {
  readonly title: (rule: string) => string;
  readonly source: (id: string) => string;
};

/** The words that the record keeps, in one language. */
export function ruleWords({ rules, sources }: CitedWords, lang: "zh" | "en"): RuleWords {
  return {
    title: (rule) => rules[rule]?.[lang] ?? translateData(lang, `rule.${rule}`),
    source: (id) => sources[id]?.[lang] ?? id,
  };
}

function findingRow(finding: Finding, voice: PaperVoice, words: RuleWords): readonly string[] {
  const effect = voice.word(`lane.${finding.effect}`);
  const shown = effect === finding.effect ? voice.word(`cli.effect.${finding.effect}`) : effect;
  const about = voice.party(finding.subject.id) || voice.site(finding.subject.id);
  return [
    [words.title(finding.rule), about].filter(Boolean).join("\n"),
    voice.word(`cli.value.${finding.value}`),
    finding.stop === true ? `${shown}\n${voice.word("cli.check.stop")}` : shown,
    finding.sources
      .map((source) => `${source.id}${source.date === null ? "" : ` (${source.date})`}`)
      .join("\n"),
  ];
}

function citations(report: Report, voice: PaperVoice, words: RuleWords): FlowBlock {
  const cited = new Map(
    tracks
      .flatMap((track) => report.tracks[track].findings)
      .filter((finding) => finding.value !== "fails")
      .flatMap((finding) => finding.sources)
      .map((source) => [source.id, source] as const),
  );
  const rows = [...cited.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((source) => [
      source.id,
      words.source(source.id),
      voice.word(`authority.${source.authority}`),
      source.date ?? "",
    ]);
  return voice.table(
    [
      ["code", 2],
      ["name", 6],
      ["source", 2],
      ["date", 2],
    ],
    rows,
  );
}

function completeness(report: Report, voice: PaperVoice): FlowBlock[] {
  return (["cn-filing", "us-exporter"] as const).flatMap((set) => {
    const { missing, returns } = report.completeness[set];
    const items = [...missing.filter((item) => item.need !== "optional"), ...returns];
    if (items.length === 0) return [];
    return [
      { kind: "heading" as const, level: 2 as const, text: voice.word(`set.${set}`) },
      {
        kind: "list" as const,
        items: items.map((item) =>
          translateData(voice.main, `completeness.why.${item.why}`, item.params),
        ),
      },
    ];
  });
}

/** The check report for the internal record: lanes, readings, findings with their sources, what is missing. */
export function reportPaper(report: Report, voice: PaperVoice, words: RuleWords): Paper {
  const lane = (name: string) => voice.word(`lane.${name}`);
  return {
    name: "08-report",
    title: voice.say("report"),
    blocks: [
      voice.form([["asOf", report.asOf]]),
      voice.heading("lanes"),
      voice.table(
        [
          ["track", 3],
          ["lane", 3],
          ["best", 3],
          ["worst", 3],
        ],
        tracks.map((track) => {
          const { lane: shown, atBest, atWorst } = report.tracks[track];
          return [voice.word(`track.${track}`), lane(shown), lane(atBest), lane(atWorst)];
        }),
      ),
      voice.heading("readings"),
      voice.table(
        [
          ["track", 3],
          ["reading", 3],
          ["lane", 5],
        ],
        readings.flatMap((reading) =>
          tracks.map((track) => [
            voice.word(`track.${track}`),
            voice.word(`reading.${reading}`),
            lane(report.readings[reading][track]),
          ]),
        ),
      ),
      voice.heading("findings"),
      ...tracks.flatMap((track): FlowBlock[] => [
        { kind: "heading", level: 2, text: voice.word(`track.${track}`) },
        voice.table(
          [
            ["rule", 5],
            ["outcome", 2],
            ["effect", 3],
            ["source", 3],
          ],
          report.tracks[track].findings
            .filter((finding) => finding.value !== "fails")
            .map((finding) => findingRow(finding, voice, words)),
        ),
      ]),
      voice.heading("sources"),
      citations(report, voice, words),
      voice.heading("missing"),
      ...completeness(report, voice),
    ],
  };
}
