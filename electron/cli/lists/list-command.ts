import { type Lang, translate, translateData } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import { compareLists, type ListEntry, type ListSnapshot, listSources } from "#shared/lists";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "../command.ts";
import { listDay } from "../inputs.ts";
import { table } from "../table.ts";
import { listOptions, readListFiles, readListOptions } from "./list-files.ts";

function writeSources(args: Arguments, io: Io): Result<ExitCode> {
  const { lang } = args;
  if (args.has("json")) {
    writeJson(io, { sources: listSources });
    return ok(0);
  }
  io.out(`${translate(lang, "lists.sources.about")}\n\n`);
  for (const { text, address, formats } of listSources) {
    const named = formats.map((format) => translateData(lang, `lists.format.${format}`));
    io.out(`${translateData(lang, text)}\n  ${named.join(lang === "zh" ? "；" : "; ")}\n`);
    if (address !== undefined) io.out(`  ${address}\n`);
  }
  return ok(0);
}

function countsOf(list: ListSnapshot): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { list: id } of list.entries) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

const aboutOf = ({ id, date, sha256, format, entries }: ListSnapshot) => ({
  id,
  date,
  sha256,
  format,
  entries: entries.length,
});

function writeList(lang: Lang, io: Io, list: ListSnapshot): void {
  const { notes = [], format } = list;
  io.out(
    `${translate(lang, "cli.screen.list", { ...aboutOf(list), date: listDay(lang, list.date) })}\n`,
  );
  io.out(`  ${translateData(lang, `lists.format.${format}`)}\n`);
  io.out(
    table(
      Object.entries(countsOf(list)).map(([id, count]) => [id, String(count)]),
      "  ",
    ),
  );
  if (lacksAliases(list)) io.err(`${translate(lang, "lists.note.without-aliases")}\n`);
  for (const { kind, line, what } of notes)
    io.err(`${translateData(lang, `lists.note.${kind}`, { line, what })}\n`);
}

/** OFAC's names without a single alias: the file of aliases was not there. */
function lacksAliases({ format, entries }: ListSnapshot): boolean {
  return format === "ofac-csv" && entries.every(({ aliases }) => aliases.length === 0);
}

async function check(args: Arguments, io: Io, files: readonly string[]): Promise<Result<ExitCode>> {
  const options = readListOptions(args);
  if (!options.ok) return options;
  const lists = await readListFiles(io, files, options.value);
  if (!lists.ok) return lists;
  if (args.has("json"))
    writeJson(io, {
      lists: lists.value.map((list) => ({
        ...aboutOf(list),
        counts: countsOf(list),
        withoutAliases: lacksAliases(list),
        notes: list.notes ?? [],
      })),
    });
  else for (const list of lists.value) writeList(args.lang, io, list);
  return ok(0);
}

async function compare(
  args: Arguments,
  io: Io,
  files: readonly string[],
): Promise<Result<ExitCode>> {
  const options = readListOptions(args);
  if (!options.ok) return options;
  const states: ListSnapshot[] = [];
  for (const file of files) {
    const read = await readListFiles(io, [file], options.value);
    if (!read.ok) return read;
    states.push(...read.value.slice(0, 1));
  }
  const [before, after] = states;
  if (before === undefined || after === undefined)
    return err(appError("cli-argument-missing", { count: 3 }));
  const { added, removed, changed } = compareLists(before.entries, after.entries);
  const named = ({ id, name }: ListEntry) => ({ id, name });
  if (args.has("json"))
    writeJson(io, {
      before: aboutOf(before),
      after: aboutOf(after),
      added: added.map(named),
      removed: removed.map(named),
      changed: changed.map(({ after: now, fields }) => ({ ...named(now), fields })),
    });
  else {
    const counts = { added: added.length, removed: removed.length, changed: changed.length };
    io.out(`${translate(args.lang, "cli.lists.compared", counts)}\n`);
    io.out(
      table([
        ...added.map(({ id, name }) => ["+", id, name]),
        ...removed.map(({ id, name }) => ["-", id, name]),
        ...changed.map((one) => ["~", one.after.id, one.after.name, one.fields.join(", ")]),
      ]),
    );
  }
  return ok(0);
}

/** `lists sources | check | compare`: where lists come from, what a file holds, what a new state says otherwise. */
export const listCommand: Command = {
  name: "lists",
  help: "cli.help.lists",
  options: { ...listOptions, json: { type: "boolean" } },
  run: async (args, io) => {
    const [verb = "", ...files] = args.positionals;
    if (verb === "sources" && files.length === 0) return writeSources(args, io);
    if (verb === "check" && files.length > 0) return await check(args, io, files);
    if (verb === "compare") {
      const words = args.words(3);
      return words.ok ? await compare(args, io, files) : words;
    }
    if (verb === "" || verb === "check") return err(appError("cli-argument-missing", { count: 2 }));
    return err(
      appError("cli-command", { value: verb.slice(0, 40), known: ["sources", "check", "compare"] }),
    );
  },
};
