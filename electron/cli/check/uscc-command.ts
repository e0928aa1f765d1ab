import { type Lang, translate, translateData } from "#shared/i18n";
import { readUscc, type UsccProblem, type UsccReading } from "#shared/identity";
import { appError, err, ok } from "#shared/kernel";
import { type Command, type Io, writeJson } from "../command.ts";
import { table } from "../table.ts";

/** What is wrong, a line each; of many characters that stand nowhere the first few are named. */
function problemTexts(lang: Lang, problems: readonly UsccProblem[]): string[] {
  const texts = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ kind, ...params }) => translateData(lang, `uscc.problem.${kind}`, params));
  const count = problems.length - texts.length;
  return count === 0 ? texts : [...texts, translate(lang, "uscc.problem.more", { count })];
}

/** Which place holds what and would hold what; `–` stands for nothing. */
function changeText(
  lang: Lang,
  { position, from, to }: UsccReading["repairs"][number]["changes"][number],
): string {
  return translate(lang, "uscc.change", { position, from: from || "–", to: to || "–" });
}

/** Codes are short: what is longer is shown by its beginning. */
const MOST_CHARACTERS = 40;
const MOST_PROBLEMS = 4;

const beginning = (code: string) =>
  code.length > MOST_CHARACTERS ? `${[...code].slice(0, MOST_CHARACTERS).join("")}…` : code;

const claims = (lang: Lang, list: readonly string[]) =>
  list.map((claim) => translateData(lang, `uscc.claim.${claim}`)).join(lang === "zh" ? "、" : ", ");

function repairText(lang: Lang, { code, kind, changes }: UsccReading["repairs"][number]): string {
  const places = changes.map((change) => changeText(lang, change)).join("; ");
  return `${code}  ${places}  ${translateData(lang, `uscc.repair.${kind}`)}`;
}

function writeReading(io: Io, lang: Lang, reading: UsccReading): void {
  const rows: string[][] = [
    [translate(lang, "cli.uscc.code"), beginning(reading.code)],
    [
      translate(lang, "cli.uscc.valid"),
      translate(lang, reading.valid ? "answer.yes" : "answer.no"),
    ],
  ];
  const { parts, meaning } = reading;
  if (parts !== undefined) {
    rows.push([translate(lang, "cli.uscc.kind"), translateData(lang, `uscc.kind.${parts.kind}`)]);
    rows.push([
      translate(lang, "cli.uscc.division"),
      `${parts.division.code} ${translateData(lang, `uscc.province.${parts.division.province}`)}`,
    ]);
    rows.push([translate(lang, "cli.uscc.body"), parts.body]);
  }
  if (meaning !== undefined) {
    rows.push([translate(lang, "cli.uscc.proves"), claims(lang, meaning.proves)]);
    rows.push([translate(lang, "cli.uscc.silent"), claims(lang, meaning.silent)]);
  }
  for (const text of problemTexts(lang, reading.problems))
    rows.push([translate(lang, "cli.uscc.problem"), text]);
  for (const repair of reading.repairs)
    rows.push([translate(lang, "cli.uscc.repair"), repairText(lang, repair)]);
  if (!reading.valid && reading.repairs.length === 0)
    rows.push(["", translate(lang, "uscc.repair.none")]);
  io.out(table(rows));
}

/** `uscc CODE`: check digits, registrar, category, and what the code does and does not tell. */
export const usccCommand: Command = {
  name: "uscc",
  help: "cli.help.uscc",
  options: { json: { type: "boolean" } },
  run: (args, io) => {
    const words = args.words(1);
    if (!words.ok) return Promise.resolve(words);
    const [said = ""] = words.value;
    if (said.trim() === "")
      return Promise.resolve(err(appError("cli-argument-missing", { count: 1 })));
    const reading = readUscc(said);
    if (args.has("json")) writeJson(io, reading);
    else writeReading(io, args.lang, reading);
    return Promise.resolve(ok(reading.valid ? 0 : 1));
  },
};
