import { type Lang, translate, translateData } from "#shared/i18n";
import { readUscc, type UsccProblem, type UsccReading } from "#shared/identity";
import { ok } from "#shared/kernel";
import { type Command, type Io, writeJson } from "./command.ts";
import { table } from "./table.ts";

function problemText(lang: Lang, problem: UsccProblem): string {
  const { kind, ...params } = problem;
  return translateData(lang, `cli.uscc.problem.${kind}`, params);
}

/** Which place holds what and would hold what; `–` stands for nothing. */
function changeText(
  lang: Lang,
  { position, from, to }: UsccReading["repairs"][number]["changes"][number],
): string {
  return translate(lang, "uscc.change", { position, from: from || "–", to: to || "–" });
}

const claims = (lang: Lang, list: readonly string[]) =>
  list
    .map((claim) => translateData(lang, `cli.uscc.claim.${claim}`))
    .join(lang === "zh" ? "、" : ", ");

function writeReading(io: Io, lang: Lang, reading: UsccReading): void {
  const rows: string[][] = [
    [translate(lang, "cli.uscc.code"), reading.code],
    [
      translate(lang, "cli.uscc.valid"),
      translate(lang, reading.valid ? "answer.yes" : "answer.no"),
    ],
  ];
  const { parts, meaning } = reading;
  if (parts !== undefined) {
    rows.push([
      translate(lang, "cli.uscc.kind"),
      translateData(lang, `cli.uscc.kind.${parts.kind}`),
    ]);
    rows.push([translate(lang, "cli.uscc.division"), parts.division.code]);
    rows.push([translate(lang, "cli.uscc.body"), parts.body]);
  }
  if (meaning !== undefined) {
    rows.push([translate(lang, "cli.uscc.proves"), claims(lang, meaning.proves)]);
    rows.push([translate(lang, "cli.uscc.silent"), claims(lang, meaning.silent)]);
  }
  for (const problem of reading.problems)
    rows.push([translate(lang, "cli.uscc.problem"), problemText(lang, problem)]);
  for (const repair of reading.repairs.slice(0, 3))
    rows.push([
      translate(lang, "cli.uscc.repair"),
      `${repair.code}  ${repair.changes.map((change) => changeText(lang, change)).join("; ")}`,
    ]);
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
    const reading = readUscc((words.value[0] ?? "").slice(0, 200));
    if (args.has("json")) writeJson(io, reading);
    else writeReading(io, args.lang, reading);
    return Promise.resolve(ok(reading.valid ? 0 : 1));
  },
};
