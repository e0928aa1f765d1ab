import { type Report, runCheck } from "#shared/check";
import { hasMessage, type Lang, translate, translateData } from "#shared/i18n";
import { ok } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import { type Finding, lanes, type Program, readings, type Track, tracks } from "#shared/rules";
import { type Command, type ExitCode, type Io, writeJson } from "./command.ts";
import { listDay, readDay, readDossierFile, readPrograms, readReading } from "./inputs.ts";
import { readLists } from "./list-files.ts";
import { table } from "./table.ts";

const HARMLESS = lanes.indexOf("case-by-case");

/** 1 when a track's lane is worse than `case-by-case`. */
export function exitOf(report: Report): ExitCode {
  return tracks.some((track) => lanes.indexOf(report.tracks[track].lane) < HARMLESS) ? 1 : 0;
}

function namesOf(dossier: Dossier): ReadonlyMap<string, string> {
  return new Map([
    ...dossier.parties.map(
      (party) => [party.id, party.names.zh ?? party.names.en ?? party.id] as const,
    ),
    ...dossier.sites.map((site) => [site.id, site.names.zh ?? site.names.en ?? site.id] as const),
  ]);
}

type Page = {
  readonly io: Io;
  readonly lang: Lang;
  readonly report: Report;
  readonly names: ReadonlyMap<string, string>;
  readonly packs: readonly Program[];
};

function heading({ io, lang }: Page, text: string): void {
  io.out(`\n${text}\n${"-".repeat(lang === "zh" ? 30 : 40)}\n`);
}

function writeLanes({ io, lang, report }: Page): void {
  const lane = (track: Track, which: "lane" | "atBest" | "atWorst") =>
    translate(lang, `lane.${report.tracks[track][which]}`);
  io.out(
    table([
      ["", ...["lane", "best", "worst"].map((name) => translateData(lang, `cli.check.${name}`))],
      ...tracks.map((track) => [
        translate(lang, `track.${track}`),
        lane(track, "lane"),
        lane(track, "atBest"),
        lane(track, "atWorst"),
      ]),
    ]),
  );
  io.out("\n");
  io.out(
    table([
      ["", ...readings.map((reading) => translate(lang, `reading.${reading}`))],
      ...tracks.map((track) => [
        translate(lang, `track.${track}`),
        ...readings.map((reading) => translate(lang, `lane.${report.readings[reading][track]}`)),
      ]),
    ]),
  );
}

function titleOf({ lang, packs }: Page, rule: string): string {
  for (const { pack } of packs) {
    const found = pack.rules.find((one) => one.id === rule);
    if (found !== undefined) return found.title[lang];
  }
  return translateData(lang, `rule.${rule}`);
}

function effectText({ lang }: Page, finding: Finding): string {
  const key = `lane.${finding.effect}`;
  const lane = translateData(lang, key);
  return lane === key ? translateData(lang, `cli.effect.${finding.effect}`) : lane;
}

function writeFindings(page: Page, track: Track): void {
  const { io, lang, names, report } = page;
  const order = (finding: Finding) => {
    const at = (lanes as readonly string[]).indexOf(finding.effect);
    return (finding.value === "holds" ? 0 : 20) + (at < 0 ? 10 : at);
  };
  const shown = report.tracks[track].findings
    .filter((finding) => finding.value !== "fails")
    .toSorted((a, b) => order(a) - order(b));
  if (shown.length === 0) return;
  heading(page, translate(lang, `track.${track}`));
  for (const finding of shown) {
    const about = names.get(finding.subject.id);
    const sources = finding.sources.map(
      ({ id, authority, date }) =>
        `${id} ${translate(lang, `authority.${authority}`)}${date === null ? "" : ` ${date}`}`,
    );
    const stop = finding.stop === true ? ` ${translate(lang, "cli.check.stop")}` : "";
    const mark = translateData(lang, `cli.value.${finding.value}`);
    io.out(`${mark} [${effectText(page, finding)}]${stop} ${titleOf(page, finding.rule)}`);
    io.out(`${about === undefined ? "" : ` (${about})`}\n`);
    const limit = 6;
    const listed = sources.slice(0, limit).join("; ");
    if (listed !== "")
      io.out(`    ${finding.rule}: ${listed}${sources.length > limit ? " …" : ""}\n`);
  }
}

/** The question behind a fact. */
function questionText(lang: Lang, fact: string): string {
  const key = `fact.${fact}`;
  return hasMessage(key) ? translateData(lang, key) : fact;
}

function writeQuestions(page: Page): void {
  const { io, lang, report, names } = page;
  const rows = tracks.flatMap((track) => {
    const first = report.tracks[track].ask[0] ?? [];
    return report.tracks[track].questions
      .filter((question) => first.includes(question.key))
      .map((question) => [
        translate(lang, `track.${track}`),
        translateData(lang, `cli.owner.${question.owner}`),
        names.get(question.subject.id) ?? "",
        questionText(lang, question.fact),
        question.path,
      ]);
  });
  if (rows.length === 0) return;
  heading(page, translate(lang, "cli.check.ask"));
  io.out(table(rows));
}

function writeConditions(page: Page): void {
  const { io, lang, report, packs } = page;
  const texts = new Map(
    packs.flatMap(({ pack }) =>
      pack.rules.flatMap((rule) =>
        (rule.conditions ?? []).map((one) => [one.id, one.text[lang]] as const),
      ),
    ),
  );
  const rows = tracks.flatMap((track) =>
    report.tracks[track].conditions.map((condition) => [
      translate(lang, `track.${track}`),
      translateData(lang, `cli.owner.${condition.owner}`),
      texts.get(condition.id) ?? questionText(lang, condition.id),
    ]),
  );
  if (rows.length === 0) return;
  heading(page, translate(lang, "cli.check.conditions"));
  io.out(table(rows));
}

function writeVerify(page: Page): void {
  const { io, lang, report, packs } = page;
  const parameters = new Map(
    packs.flatMap(({ pack }) => pack.parameters.map((one) => [one.id, one] as const)),
  );
  const rows = tracks.flatMap((track) =>
    report.tracks[track].verify.map(({ parameter, sources }) => {
      const found = parameters.get(parameter);
      return [
        translate(lang, `track.${track}`),
        found?.lookup?.[lang] ?? found?.title[lang] ?? parameter,
        sources.join(", "),
      ];
    }),
  );
  if (rows.length === 0) return;
  heading(page, translate(lang, "cli.check.verify"));
  io.out(table(rows));
}

function writeCompleteness(page: Page): void {
  const { io, lang, report } = page;
  for (const set of ["cn-filing", "us-exporter"] as const) {
    const { missing, returns } = report.completeness[set];
    const needed = missing.filter((item) => item.need !== "optional");
    heading(
      page,
      translate(lang, "cli.check.missing", {
        set: translate(lang, `set.${set}`),
        count: needed.length,
      }),
    );
    io.out(
      table(
        needed.map((item) => [
          translateData(lang, `completeness.why.${item.why}`, item.params),
          item.path,
        ]),
      ),
    );
    if (returns.length === 0) continue;
    io.out(`${translate(lang, "cli.check.returns", { count: returns.length })}\n`);
    io.out(
      table(
        returns.map((item) => [
          translateData(lang, `completeness.why.${item.why}`, item.params),
          item.path,
        ]),
        "  ",
      ),
    );
  }
}

function writeReport(page: Page, dossier: Dossier): void {
  const { io, lang, report } = page;
  const packs = report.packs.map(
    (pack) => `${pack.id} ${pack.version} ${pack.sha256.slice(0, 12)}`,
  );
  const lists = report.lists.map((list) => `${list.id} (${listDay(lang, list.date)})`);
  io.out(
    table([
      [translate(lang, "cli.check.order"), dossier.order.title],
      [translate(lang, "cli.check.asOf"), report.asOf],
      [translate(lang, "cli.check.dossier"), report.dossier.sha256],
      [translate(lang, "cli.check.packs"), packs.join(" · ")],
      [
        translate(lang, "cli.check.lists"),
        lists.join(" · ") || translate(lang, "cli.check.noLists"),
      ],
    ]),
  );
  io.out("\n");
  writeLanes(page);
  for (const track of tracks) writeFindings(page, track);
  writeConditions(page);
  writeVerify(page);
  writeQuestions(page);
  writeCompleteness(page);
  io.out(`\n${translate(lang, "app.notice.material")}\n`);
}

/** `check DOSSIER.json`: the report of one dossier on one day. */
export const checkCommand: Command = {
  name: "check",
  help: "cli.help.check",
  options: {
    "as-of": { type: "string" },
    reading: { type: "string" },
    list: { type: "string", multiple: true },
    pack: { type: "string", multiple: true },
    json: { type: "boolean" },
  },
  run: async (args, io) => {
    const words = args.words(1);
    if (!words.ok) return words;
    const asOf = readDay(args, io);
    if (!asOf.ok) return asOf;
    const reading = readReading(args);
    if (!reading.ok) return reading;
    const dossier = await readDossierFile(io, words.value[0] ?? "");
    if (!dossier.ok) return dossier;
    const packs = await readPrograms(io, args.all("pack"));
    if (!packs.ok) return packs;
    const lists = await readLists(io, args.all("list"));
    if (!lists.ok) return lists;
    const report = runCheck({
      dossier: dossier.value,
      packs: packs.value,
      lists: lists.value,
      asOf: asOf.value,
      reading: reading.value,
    });
    if (!report.ok) return report;
    const page = {
      io,
      lang: args.lang,
      report: report.value,
      names: namesOf(dossier.value),
      packs: packs.value,
    };
    if (args.has("json")) writeJson(io, report.value);
    else writeReport(page, dossier.value);
    return ok(exitOf(report.value));
  },
};
