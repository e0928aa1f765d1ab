import { hitRow, screenNames } from "#desk";
import { LARGEST_JSON, readInput } from "#node/input";
import { readNameFile } from "#node/lists";
import { type Lang, translate, translateData } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import { ENGINE, knownAccuracy, knownFigures, thresholds } from "#shared/screening";
import { type Arguments, type Command, type Io, writeJson } from "../command.ts";
import { listDay, placeOf, renamed } from "../inputs.ts";
import { table } from "../table.ts";
import { listOptions, readListOptions, readLists } from "./list-files.ts";

async function readNames(io: Io, file: string): Promise<Result<readonly string[]>> {
  const bytes = await readInput(placeOf(io, file), LARGEST_JSON);
  return bytes.ok ? await readNameFile(bytes.value, file) : renamed(bytes.error, file);
}

async function namesOf(args: Arguments, io: Io): Promise<Result<readonly string[]>> {
  const file = args.text("file");
  if (file === undefined) return args.words(1);
  const none = args.words(0);
  return none.ok ? await readNames(io, file) : none;
}

/** One reason of a hit as a sentence: `code|what was asked|what the list says`. */
function explainText(lang: Lang, explanation: string): string {
  const [code = "", asked = "", found = ""] = explanation.split("|");
  return translateData(lang, `screening.explain.${code}`, { asked, found });
}

/** `screen NAME --list FILE`: possible matches, each with its reasons. */
export const screenCommand: Command = {
  name: "screen",
  help: "cli.help.screen",
  options: {
    file: { type: "string" },
    list: { type: "string", multiple: true },
    ...listOptions,
    json: { type: "boolean" },
  },
  run: async (args, io) => {
    const names = await namesOf(args, io);
    if (!names.ok) return names;
    const files = args.all("list");
    if (files.length === 0) return err(appError("cli-option-missing", { option: "list" }));
    const options = readListOptions(args);
    if (!options.ok) return options;
    const lists = await readLists(io, files, options.value);
    if (!lists.ok) return lists;
    const hits = screenNames(lists.value, names.value);
    const about = lists.value.map(({ id, date, sha256, size }) => ({
      id,
      date,
      sha256,
      entries: size,
    }));
    if (args.has("json"))
      writeJson(io, {
        names: names.value.length,
        lists: about,
        hits: hits.map(hitRow),
        engine: ENGINE,
        thresholds,
        accuracy: knownAccuracy.kinds,
      });
    else {
      for (const list of about)
        io.out(
          `${translate(args.lang, "cli.screen.list", { ...list, date: listDay(args.lang, list.date) })}\n`,
        );
      io.out(
        table(
          hits.flatMap((hit) => [
            [
              hit.query,
              hit.list,
              hit.entry.name,
              `${translate(args.lang, `screening.strength.${hit.strength}`)} ${hit.score.toFixed(2)}`,
            ],
            ...hit.explanation.map((line) => ["", "", explainText(args.lang, line)]),
          ]),
        ),
      );
      io.out(`${translate(args.lang, "cli.screen.hits", { count: hits.length })}\n`);
      io.out(`${translate(args.lang, "cli.screen.known", knownFigures())}\n`);
    }
    return ok(hits.length > 0 ? 1 : 0);
  },
};
