import { openWorkspacePort, type Unlock, verifyJournal } from "#desk";
import { errorText, translate } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "../command.ts";
import { placeOf } from "../inputs.ts";
import { writeNewFile } from "../outputs.ts";
import { table } from "../table.ts";
import { secretOptions, unlockOf } from "./secrets.ts";

const EVERYTHING = 1_000_000_000;

/** The workspace that a command looks at, and what opens it. */
type Place = { readonly dir: string; readonly unlock: Unlock | undefined };

/** A chain verifies without the key: what an encrypted line says stays closed, that it is unchanged can be seen. */
async function verify(place: Place, args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const { dir, unlock } = place;
  const report = await verifyJournal({ dir, ...(unlock === undefined ? {} : { unlock }) });
  if (!report.ok) return report;
  const { lines, head, encrypted } = report.value;
  const breaks = report.value.breaks.map(({ error, file, line }) =>
    appError(error.code, { ...error.params, file, line }),
  );
  const intact = breaks.length === 0;
  if (args.has("json")) writeJson(io, { intact, entries: lines, head, encrypted, breaks });
  else {
    const first = breaks[0];
    const problem = first === undefined ? "" : errorText(args.lang, first);
    const key = intact ? "cli.journal.intact" : "cli.journal.broken";
    io.out(`${translate(args.lang, key, { entries: lines, problem })}\n`);
    for (const found of breaks.slice(1)) io.out(`${errorText(args.lang, found)}\n`);
    io.out(`${translate(args.lang, "cli.journal.head", { seq: head.seq, hash: head.hash })}\n`);
  }
  return ok(intact ? 0 : 1);
}

async function linesOf({ dir, unlock }: Place, limit: number) {
  const port = await openWorkspacePort({
    workspace: dir,
    mode: "read",
    ...(unlock === undefined ? {} : { unlock }),
  });
  if (!port.ok) return port;
  try {
    return await port.value.journal.show({ limit });
  } finally {
    await port.value.close();
  }
}

async function show(place: Place, args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const lines = await linesOf(place, 200);
  if (!lines.ok) return lines;
  if (args.has("json")) writeJson(io, lines.value);
  else
    io.out(
      table(
        lines.value.map(({ seq, at, who, verb, subject, note }) => [
          String(seq),
          at,
          who === "" ? translate(args.lang, "journal.nobody") : who,
          verb,
          subject,
          note ?? "",
        ]),
      ),
    );
  return ok(0);
}

/** Writes every entry, oldest first, as lines of JSON: to `--out`, or to standard output. */
async function exportAll(place: Place, args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const lines = await linesOf(place, EVERYTHING);
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
  const file = await writeNewFile(io, out, text);
  if (!file.ok) return file;
  io.out(`${translate(args.lang, "cli.written", { file: file.value })}\n`);
  return ok(0);
}

type Action = (place: Place, args: Arguments, io: Io) => Promise<Result<ExitCode>>;
const actions: Readonly<Record<string, Action>> = { verify, show, export: exportAll };

/** `journal verify|show|export --workspace DIR`: the record of what happened, looked at without changing anything. */
export const journalCommand: Command = {
  name: "journal",
  help: "cli.help.journal",
  options: {
    workspace: { type: "string" },
    out: { type: "string" },
    json: { type: "boolean" },
    ...secretOptions,
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
    const unlock = await unlockOf(args, io);
    if (!unlock.ok) return unlock;
    return await action({ dir: placeOf(io, dir.value), unlock: unlock.value }, args, io);
  },
};
