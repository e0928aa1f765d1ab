import { writeFile } from "node:fs/promises";
import { openWorkspacePort, type WorkspacePort } from "#desk";
import { errorText, translate } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "./command.ts";
import { placeOf } from "./inputs.ts";
import { table } from "./table.ts";

const EVERYTHING = 1_000_000;

async function verify(port: WorkspacePort, args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const report = await port.journal.verify();
  if (!report.ok) return report;
  const { intact, entries, breaks = [] } = report.value;
  const [first] = breaks;
  const problem = first === undefined ? "" : errorText(args.lang, first);
  if (args.has("json")) writeJson(io, report.value);
  else
    io.out(
      `${translate(args.lang, intact ? "cli.journal.intact" : "cli.journal.broken", { entries, problem })}\n`,
    );
  return ok(intact ? 0 : 1);
}

async function show(port: WorkspacePort, args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const lines = await port.journal.show({ limit: 200 });
  if (!lines.ok) return lines;
  if (args.has("json")) writeJson(io, lines.value);
  else
    io.out(
      table(
        lines.value.map(({ seq, at, who, verb, subject, note }) => [
          String(seq),
          at,
          who,
          verb,
          subject,
          note ?? "",
        ]),
      ),
    );
  return ok(0);
}

/** Writes every entry, oldest first, as lines of JSON: to `--out`, or to standard output. */
async function exportAll(port: WorkspacePort, args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const lines = await port.journal.show({ limit: EVERYTHING });
  if (!lines.ok) return lines;
  const text = lines.value
    .toReversed()
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
  const out = args.text("out");
  if (out === undefined) {
    io.out(text);
    return ok(0);
  }
  const target = placeOf(io, out);
  try {
    await writeFile(target, text, { flag: "wx" });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    return err(
      appError(code === "EEXIST" ? "cli-out-exists" : "cli-out", { file: out, reason: code }),
    );
  }
  io.out(`${translate(args.lang, "cli.written", { file: target })}\n`);
  return ok(0);
}

const actions: Readonly<
  Record<string, (port: WorkspacePort, args: Arguments, io: Io) => Promise<Result<ExitCode>>>
> = { verify, show, export: exportAll };

/** `journal verify|show|export --workspace DIR`: the record of what happened, looked at without changing anything. */
export const journalCommand: Command = {
  name: "journal",
  help: "cli.help.journal",
  options: {
    workspace: { type: "string" },
    out: { type: "string" },
    json: { type: "boolean" },
  },
  run: async (args, io) => {
    const words = args.words(1);
    if (!words.ok) return words;
    const [name = ""] = words.value;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined)
      return err(
        appError(name === "" ? "cli-action-missing" : "cli-action", {
          command: "journal",
          value: name.slice(0, 40),
          known: Object.keys(actions),
        }),
      );
    const dir = args.needed("workspace");
    if (!dir.ok) return dir;
    const port = await openWorkspacePort({ workspace: placeOf(io, dir.value), mode: "read" });
    if (!port.ok) return port;
    try {
      return await action(port.value, args, io);
    } finally {
      await port.value.close();
    }
  },
};
