import {
  type CheckInput,
  comingDays,
  planOf,
  questionText,
  type Report,
  runCheck,
} from "#shared/check";
import { translate, translateData } from "#shared/i18n";
import { appError, err, isCivilDate, ok, type Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import { lanes, readings, type Track, tracks } from "#shared/rules";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "../command.ts";
import { listDay, readDay, readDossierFile, readPrograms, readReading } from "../inputs.ts";
import { readLists } from "../lists/list-files.ts";
import { table } from "../table.ts";
import { heading, type Page, writeDecision, writeFindings, writeWhy } from "./check-decision.ts";
import { writePlan } from "./check-plan.ts";

const HARMLESS = lanes.indexOf("case-by-case");

/** 1 when a track's lane is worse than `case-by-case`. */
function exitOf(report: Report): ExitCode {
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
  writeDecision(page);
  writeConditions(page);
  writeVerify(page);
  writeQuestions(page);
  writeCompleteness(page);
  io.out(`\n${translate(lang, "app.notice.material")}\n`);
}

/** `--plan`: the lane under each open state of the law, each reading and each day named, or each day on which the packs change. */
function writePlanOf(args: Arguments, io: Io, input: CheckInput): Result<ExitCode> {
  const named = args.all("on");
  const wrong = named.find((day) => !isCivilDate(day));
  if (wrong !== undefined) return err(appError("cli-day", { value: wrong.slice(0, 40) }));
  const days = named.length > 0 ? named : [input.asOf, ...comingDays(input.packs, input.asOf)];
  const rows = planOf(input, { days, readings });
  if (!rows.ok) return rows;
  if (args.has("json")) writeJson(io, { schema: "h200-desk/plan@1", rows: rows.value });
  else writePlan(io, rows.value, { lang: args.lang, packs: input.packs });
  return ok(0);
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
    why: { type: "string" },
    findings: { type: "boolean" },
    plan: { type: "boolean" },
    on: { type: "string", multiple: true },
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
    const input = {
      dossier: dossier.value,
      packs: packs.value,
      lists: lists.value,
      asOf: asOf.value,
      reading: reading.value,
    };
    if (args.has("plan")) return writePlanOf(args, io, input);
    const report = runCheck(input);
    if (!report.ok) return report;
    const page = {
      io,
      lang: args.lang,
      report: report.value,
      names: namesOf(dossier.value),
      packs: packs.value,
    };
    const why = args.text("why");
    if (why !== undefined) return ok(writeWhy(page, why) ? 0 : 1);
    if (args.has("json")) writeJson(io, report.value);
    else if (args.has("findings")) writeFindings(page);
    else writeReport(page, dossier.value);
    return ok(exitOf(report.value));
  },
};
