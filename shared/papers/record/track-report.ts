import { seenText, testText } from "#shared/i18n";
import type { FlowBlock } from "#shared/packet";
import type { Because, Finding, Track } from "#shared/rules";
import { groupBy } from "../parts/group-by.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import type { RecordContent } from "../set-content.ts";
import { RecordWords, reportOf } from "./record-words.ts";

/** The innermost facts and parameters that decided, each once. */
function leaves(because: readonly Because[]): readonly Because[] {
  return because.flatMap((one) =>
    one.children === undefined || one.children.length === 0 ? [one] : leaves(one.children),
  );
}

const MOST_REASONS = 5;

/** A long list of values is cut: the whole of it is in the pack and in the report as data. */
const cut = (text: string) => (text.length > 48 ? `${text.slice(0, 46)}…` : text);

function reasons(group: readonly Finding[], formatter: PaperFormatter, words: RecordWords): string {
  const said = leaves(group.flatMap((finding) => finding.because)).map((one) => {
    const about = one.subject === undefined || group.length > 1 ? "" : words.subject(one.subject);
    const name = one.kind === "param" ? words.parameter(one.id) : formatter.word(`fact.${one.id}`);
    const seen = seenText(formatter.main, one.id, one.seen);
    const text = about === "" ? name : formatter.say("record.about", { about, text: name });
    return one.test === undefined
      ? formatter.say("record.about", { about: text, text: seen })
      : formatter.say("record.reason", {
          about: text,
          seen,
          test: cut(testText(formatter.main, one.id, one.test)),
        });
  });
  return listed([...new Set(said)], MOST_REASONS, formatter);
}

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
  formatter: PaperFormatter,
  words: RecordWords,
): FlowBlock {
  const groups = groupBy(list, ({ rule, effect, stop }) => `${rule}|${effect}|${stop}`);
  return formatter.table(
    [
      ["rule", 4.4],
      ["effect", 2.2, "center"],
      ["reasons", 6],
      ["source", 3.6],
    ],
    [...groups.values()].map((group) => [
      titleOf(group, formatter, words),
      group[0] === undefined ? "" : effectOf(group[0], formatter, words),
      reasons(group, formatter, words),
      formatter.join([
        ...new Set(group.flatMap(({ sources: cited }) => cited.map(({ id }) => id))),
      ]),
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
      findings(holding, formatter, words),
      formatter.heading("open"),
      findings(open, formatter, words),
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
      formatter.paragraph("record.notReached", { count: String(none.length) }),
      items([...new Set(none.map((finding) => words.rule(finding.rule)))]),
      formatter.heading("sources"),
      sources([...holding, ...open], formatter, words),
    ],
  };
}
