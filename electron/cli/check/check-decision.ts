import { briefOf, decidingFindings, type Report, traceLines, valueText } from "#shared/check";
import { hasMessage, type Lang, translate, translateData } from "#shared/i18n";
import {
  type Citation,
  type Finding,
  lanes,
  type Program,
  type Track,
  tracks,
} from "#shared/rules";
import type { Io } from "../command.ts";

/** What is written about one report, and where to. */
export type Page = {
  readonly io: Io;
  readonly lang: Lang;
  readonly report: Report;
  /** Names of parties and sites by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly packs: readonly Program[];
};

/** A heading with a line below it. */
export function heading({ io, lang }: Page, text: string): void {
  io.out(`\n${text}\n${"-".repeat(lang === "zh" ? 30 : 40)}\n`);
}

/** A rule's title in the language of the page. */
function titleOf({ lang, packs }: Page, rule: string): string {
  const found = packs.flatMap(({ pack }) => pack.rules).find(({ id }) => id === rule);
  return found?.title[lang] ?? translateData(lang, `rule.${rule}`);
}

function isLane(finding: Finding): boolean {
  return lanes.some((lane) => lane === finding.effect);
}

/** What the reader must know of the texts behind the finding that the brief tells. */
function writeNotes(page: Page, track: Track): void {
  const { io, lang, report } = page;
  const [first] = decidingFindings(report.tracks[track]);
  for (const note of first?.notes ?? [])
    if (hasMessage(`check.note.${note}`))
      io.out(`  ${translateData(lang, `check.note.${note}`)}\n`);
  const due = report.tracks[track].findings.filter(
    ({ notes, value }) => value !== "fails" && notes.includes("recheck"),
  );
  if (due.length === 0) return;
  const texts = [...new Set(due.map(({ rule }) => titleOf(page, rule)))];
  io.out(`  ${translate(lang, "brief.recheck", { texts })}\n`);
}

/** Stops, disclosures and flags that hold; nothing that stops is ever left out. */
function writeMarks(page: Page, track: Track): void {
  const { io, lang, report } = page;
  const holding = report.tracks[track].findings.filter(({ value }) => value === "holds");
  const stops = new Set(holding.filter(({ stop }) => stop === true).map(({ rule }) => rule));
  for (const rule of stops)
    io.out(`  ${translate(lang, "brief.stop", { title: titleOf(page, rule) })}\n`);
  const told = holding.filter(
    (one) => !stops.has(one.rule) && !isLane(one) && one.effect !== "information",
  );
  for (const rule of new Set(told.map((one) => one.rule))) {
    const effect = told.find((one) => one.rule === rule)?.effect ?? "warning";
    io.out(`  [${translateData(lang, `cli.effect.${effect}`)}] ${titleOf(page, rule)}\n`);
  }
  const information = holding.filter(({ effect }) => effect === "information");
  const count = new Set(information.map(({ rule }) => rule)).size;
  if (count > 0) io.out(`  ${translate(lang, "brief.information", { count })}\n`);
}

/** Other findings that decide the lane beside the one that the brief tells. */
function writeDeciding(page: Page, track: Track): void {
  const { io, lang, names, report } = page;
  const deciding = decidingFindings(report.tracks[track]).slice(1);
  for (const finding of deciding) {
    const about = names.get(finding.subject.id);
    const mark = translateData(lang, `cli.value.${finding.value}`);
    const lane = translateData(lang, `lane.${finding.effect}`);
    const title = titleOf(page, finding.rule);
    io.out(`  ${mark} [${lane}] ${title}${about === undefined ? "" : ` (${about})`}\n`);
  }
}

function writeSources(page: Page, sources: ReadonlyMap<string, Citation>): void {
  const { io, lang, packs, report } = page;
  if (sources.size === 0) return;
  heading(page, translate(lang, "brief.sources"));
  for (const [id, { authority, date }] of sources) {
    const found = packs.map((one) => one.sources.get(id)).find((one) => one);
    const entry = report.lookups?.find((one) => one.id === id);
    const title = found?.title[lang] ?? entry?.citation ?? id;
    const kind = translate(lang, `authority.${authority}`);
    const address = found?.address === undefined ? "" : ` ${found.address}`;
    io.out(`  ${id}  ${kind}${date === null ? "" : ` ${date}`}  ${title}${address}\n`);
  }
}

/** Look-ups that speak of the day, with who still has to confirm them. */
function writeLookups({ io, lang, report }: Page): void {
  for (const entry of report.lookups ?? []) {
    if (!entry.applies) continue;
    const said = entry.value ?? entry.instead;
    const value =
      said === undefined
        ? translateData(lang, `parameter.state.${entry.state}`)
        : valueText(lang, said);
    const state = translate(lang, entry.isConfirmed ? "brief.confirmed" : "brief.unconfirmed");
    const { id, parameter, citation, seenOn } = entry;
    const words = { id, parameter, value, citation, seenOn, state };
    io.out(`${translate(lang, "brief.looked.up", words)}\n`);
  }
}

/** The decision of each track in a few sentences, what stops, and each source once. */
export function writeDecision(page: Page): void {
  const { io, lang, report, packs } = page;
  const sources = new Map<string, Citation>();
  for (const track of tracks) {
    heading(page, translate(lang, `track.${track}`));
    const brief = briefOf({ report, track, packs, lang });
    for (const sentence of brief.sentences) io.out(`${sentence}\n`);
    for (const one of brief.sources) sources.set(one.id, one);
    writeDeciding(page, track);
    writeNotes(page, track);
    writeMarks(page, track);
  }
  writeLookups(page);
  writeSources(page, sources);
}

/** How one rule was judged of each of its subjects, as sentences. False where no such rule operates on the day. */
export function writeWhy(page: Page, rule: string): boolean {
  const { io, lang, names, packs, report } = page;
  const findings = tracks.flatMap((track) =>
    report.tracks[track].findings.filter((finding) => finding.rule === rule),
  );
  if (findings.length === 0) {
    io.out(`${translate(lang, "why.none", { rule })}\n`);
    return false;
  }
  for (const finding of findings) {
    const value = translateData(lang, `check.finding.${finding.value}`);
    const title = titleOf(page, rule);
    io.out(`${translate(lang, "why.title", { rule, title, value })}\n`);
    const subject = names.get(finding.subject.id);
    if (subject !== undefined) io.out(`${translate(lang, "why.about", { subject })}\n`);
    for (const { depth, text } of traceLines(finding.because, { packs, lang }))
      io.out(`${"  ".repeat(depth + 1)}${text}\n`);
    for (const { id, authority, date } of finding.sources) {
      const kind = translate(lang, `authority.${authority}`);
      io.out(`  ${id} ${kind}${date === null ? "" : ` ${date}`}\n`);
    }
    io.out("\n");
  }
  return true;
}

/** `--findings`: everything that holds or is open, most severe first, by track; what the screen keeps behind its counts too. */
export function writeFindings(page: Page): void {
  const { io, lang, names, report } = page;
  for (const track of tracks) {
    heading(page, translate(lang, `track.${track}`));
    const place = ({ effect }: Finding) => {
      const found = (lanes as readonly string[]).indexOf(effect);
      return found < 0 ? lanes.length : found;
    };
    const told = report.tracks[track].findings
      .filter(({ value }) => value !== "fails")
      .toSorted((a, b) => place(a) - place(b));
    for (const finding of told) {
      const effect = isLane(finding)
        ? translateData(lang, `lane.${finding.effect}`)
        : translateData(lang, `cli.effect.${finding.effect}`);
      const about = names.get(finding.subject.id);
      const mark = translateData(lang, `check.finding.${finding.value}`);
      const stop = finding.stop === true ? ` · ${translate(lang, "check.stop")}` : "";
      const subject = about === undefined ? "" : ` (${about})`;
      io.out(`${mark} [${effect}] ${titleOf(page, finding.rule)}${subject}${stop}\n`);
      io.out(`    ${finding.rule}  ${finding.sources.map(({ id }) => id).join(", ")}\n`);
    }
  }
}
