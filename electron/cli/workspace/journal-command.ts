import { verifyJournal } from "#desk";
import { errorText, translate } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "../command.ts";
import { withDesk } from "../desk/with-desk.ts";
import { placeOf } from "../inputs.ts";
import { writeNewFile } from "../outputs.ts";
import { table } from "../table.ts";
import { secretOptions, unlockOf } from "./secrets.ts";

const SHOWN = 200;

/**
 * A chain verifies without the key, and where the workspace cannot be opened: what an encrypted line says stays closed, that
 * it is unchanged can be seen. So this looks at the files, where the page asks the desk about what it has open.
 */
async function verify(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const place = args.needed("workspace");
  if (!place.ok) return place;
  const secret = await unlockOf(args, io);
  if (!secret.ok) return secret;
  const dir = placeOf(io, place.value);
  const unlock = secret.value;
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

async function show(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const lines = await withDesk({ args, io, mode: "read" }, async ({ group }) => {
    const journal = await group("journal");
    return journal.ok ? await journal.value.show({ limit: SHOWN }) : journal;
  });
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
async function exportAll(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const bytes = await withDesk({ args, io, mode: "read" }, ({ call, offered }) =>
    offered(call("journal", "export", {})),
  );
  if (!bytes.ok) return bytes;
  const text = Buffer.from(bytes.value).toString("utf8");
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

type Action = (args: Arguments, io: Io) => Promise<Result<ExitCode>>;
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
    return await action(args, io);
  },
};
