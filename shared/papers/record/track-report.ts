import type { FlowBlock } from "#shared/packet";
import type { Finding, Track } from "#shared/rules";
import { groupBy } from "../parts/group-by.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import type { RecordContent } from "../set-content.ts";
import { FindingFacts } from "./finding-facts.ts";
import { RecordWords, reportOf } from "./record-words.ts";

function listed(items: readonly string[], most: number, formatter: PaperFormatter): string {
  const more = items.length - most;
  return [
    ...items.slice(0, most),
    ...(more > 0 ? [formatter.say("record.more", { count: String(more) })] : []),
  ].join("\n");
}

const MOST_SUBJECTS = 6;

function titleOf(group: readonly Finding[], formatter: PaperFormatter, words: RecordWords): string {
  const [first] = group;
  if (first === undefined) return "";
  const about = group.map((finding) => words.subject(finding.subject)).filter(Boolean);
  const notes = [...new Set(group.flatMap((finding) => finding.notes))];
  return [
    words.rule(first.rule),
    listed(about, MOST_SUBJECTS, formatter),
    ...notes.map((note) => formatter.word(`check.note.${note}`)),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** Every text that a finding of the report cites, once, with what kind of text it is and its day. */
function sources(
  list: readonly Finding[],
  formatter: PaperFormatter,
  words: RecordWords,
): FlowBlock {
  const cited = new Map(list.flatMap((one) => one.sources).map((source) => [source.id, source]));
  return formatter.table(
    [
      ["code", 2.4],
      ["text", 8],
      ["authority", 3],
      ["date", 2.4],
    ],
    [...cited.values()]
      .toSorted((a, b) => Number(a.id > b.id) - Number(a.id < b.id))
      .map((source) => [
        source.id,
        words.source(source.id),
        formatter.word(`authority.${source.authority}`),
        source.date ?? "",
      ]),
    { size: "tiny", empty: "record.none" },
  );
}

function effectOf(finding: Finding, formatter: PaperFormatter, words: RecordWords): string {
  const lane = words.lane(finding.effect);
  const shown = lane === finding.effect ? formatter.word(`cli.effect.${finding.effect}`) : lane;
  return finding.stop === true ? `${shown}\n${formatter.word("cli.check.stop")}` : shown;
}

/** One row for a rule, with everybody whom it says the same of: three hundred holders make one row and not three hundred. */
function findings(
  list: readonly Finding[],
  facts: FindingFacts,
  formatter: PaperFormatter,
  words: RecordWords,
): FlowBlock {
  const groups = groupBy(list, ({ rule, effect, stop }) => `${rule}|${effect}|${stop}`);
  return formatter.table(
    [
      ["rule", 5],
      ["effect", 3.4, "center"],
      ["reasons", 3.2],
      ["source", 4.6],
    ],
    [...groups.values()].map((group) => [
      titleOf(group, formatter, words),
      group[0] === undefined ? "" : effectOf(group[0], formatter, words),
      facts.of(group),
      facts.ownSources(group),
    ]),
    { size: "tiny", empty: "record.none" },
  );
}

/** The report of one track: lane, what holds, what is open, what others must state, what a person must look up; all cited. */
export function trackReport(
  content: RecordContent,
  track: Track,
  formatter: PaperFormatter,
): Paper {
  const report = reportOf(content);
  const words = new RecordWords(content, formatter);
  const own = report.tracks[track];
  const holding = own.findings.filter(({ value }) => value === "holds");
  const open = own.findings.filter(({ value }) => value === "unknown");
  const facts = new FindingFacts([...holding, ...open], formatter, words);
  const none = own.findings.filter(({ value }) => value === "fails");
  const items = (found: readonly string[]): FlowBlock =>
    found.length === 0 ? formatter.none("record.none") : { kind: "list", items: [...found] };
  return {
    name: `report-${track}`,
    title: formatter.say("title.report", { track: formatter.word(`track.${track}`) }),
    blocks: [
      formatter.form([
        ["asOf", report.asOf],
        ["reading", formatter.word(`reading.${report.reading}`)],
        ["lane", words.lane(own.lane)],
        ["atBest", words.lane(own.atBest)],
        ["atWorst", words.lane(own.atWorst)],
        [
          "packs",
          report.packs.map(({ id, version, sha256 }) => `${id} ${version}\n${sha256}`).join("\n"),
        ],
        ["dossierHash", report.dossier.sha256],
      ]),
      formatter.heading("holds"),
      findings(holding, facts, formatter, words),
      formatter.heading("open"),
      findings(open, facts, formatter, words),
      formatter.heading("facts"),
      facts.table(),
      formatter.heading("ask"),
      items(words.questions(track)),
      formatter.heading("conditions"),
      items([...new Set(own.conditions.map((one) => words.condition(one)))]),
      formatter.heading("verify"),
      items(
        own.verify.map((one) =>
          formatter.say("record.verify", {
            what: words.lookup(one.parameter),
            sources: one.sources.join(", "),
          }),
        ),
      ),
      formatter.heading("notReached"),
      formatter.paragraph("record.notReached", {
        count: String(none.length),
        rules: formatter.join([...new Set(none.map((finding) => words.rule(finding.rule)))]),
      }),
      formatter.heading("sources"),
      sources([...holding, ...open], formatter, words),
    ],
  };
}
