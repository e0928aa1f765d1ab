import { type Lang, translate } from "#shared/i18n";
import { type AppError, appError, visibleText } from "#shared/kernel";
import { checkCommand } from "./check/check-command.ts";
import { ownersCommand } from "./check/owners-command.ts";
import { packCommand } from "./check/pack-command.ts";
import { usccCommand } from "./check/uscc-command.ts";
import {
  type Command,
  type ExitCode,
  type Io,
  languageOf,
  readArguments,
  writeError,
} from "./command.ts";
import { calendarCommand } from "./desk/calendar-command.ts";
import { lookupCommand } from "./desk/lookup-command.ts";
import { totalsCommand } from "./desk/totals-command.ts";
import { listCommand } from "./lists/list-command.ts";
import { screenCommand } from "./lists/screen-command.ts";
import { tenantsCommand } from "./lists/tenants-command.ts";
import { packetCommand } from "./packets/packet-command.ts";
import { bundleCommand } from "./workspace/bundle-command.ts";
import { journalCommand } from "./workspace/journal-command.ts";
import { serveCommand } from "./workspace/serve-command.ts";
import { workspaceCommand } from "./workspace/workspace-command.ts";

/*
 * Where a workspace is named, a command asks the handlers that answer the page (`desk/with-desk.ts`): lookup, totals, calendar,
 * journal show and export, bundle export, pack import and list, tenants list, show, mix and sample, packet papers, ready,
 * attach and key-card, workspace verify-backup and restore-one. The handlers answer from what a workspace holds. Commands over
 * files that lie in none have no handler to ask; they call what the handlers call:
 *
 *   check                               runCheck and planOf; the dossier, the packs and the lists are the files named
 *   owners                              ownershipView and screenRecord
 *   screen, lists                       screenNames and hitRow; readers of list files
 *   packet build, verify, office        the packet builder; officeFile
 *   pack check, diff, sign, verify, bundle    reviewPack, comparePacks; a folder before it is a pack of any workspace
 *   uscc                                readUscc
 *
 * What else looks at a workspace without its desk says why where it does: journal verify, bundle inspect and import, tenants
 * classify, and the other actions of workspace.
 */
const commands: readonly Command[] = [
  checkCommand,
  usccCommand,
  ownersCommand,
  screenCommand,
  listCommand,
  tenantsCommand,
  packetCommand,
  packCommand,
  lookupCommand,
  totalsCommand,
  calendarCommand,
  journalCommand,
  workspaceCommand,
  bundleCommand,
  serveCommand,
];

function overview(lang: Lang): string {
  const lines = commands.map(({ help }) => translate(lang, help).split("\n")[0] ?? "");
  return `${translate(lang, "cli.help.overview")}\n\n${lines.map((line) => `  ${line}\n`).join("")}\n${translate(lang, "cli.help.exit")}\n`;
}

function isHelp(word: string | undefined): boolean {
  return word === "--help" || word === "-h" || word === "help";
}

/** The language may stand before the command; it is moved behind it, so that a wrong one is refused like everywhere. */
function commandFirst(argv: readonly string[]): readonly string[] {
  const joined = argv[0]?.startsWith("--lang=") === true ? 1 : 0;
  const count = argv[0] === "--lang" ? 2 : joined;
  const [name, ...rest] = argv.slice(count);
  return name === undefined ? [] : [name, ...argv.slice(0, count), ...rest];
}

/** What is missing is told by the line of the help that shows where it belongs. */
function withUsage(error: AppError, help: string, words: readonly string[]): AppError {
  if (error.code !== "cli-argument-missing" && error.code !== "cli-option-missing") return error;
  const lines = help.split("\n\n", 1)[0]?.split("\n") ?? [];
  const usage = lines.find((line) => line.split(" ")[1] === words[0]) ?? lines[0] ?? "";
  return appError(error.code, { ...error.params, usage });
}

/** A terminal that no name from outside can drive: what has no ink is shown by its number, line ends of our own stay. */
function guarded(io: Io): Io {
  return {
    ...io,
    out: (text) => io.out(visibleText(text, { lines: true })),
    err: (text) => io.err(visibleText(text, { lines: true })),
  };
}

/**
 * Runs one command of the desk and answers its exit code; writes only through `io`. Expected failures give one message on
 * the error stream and 2; a fault of the program gives 3 and no detail that could hold data.
 */
export async function run(argv: readonly string[], terminal: Io): Promise<ExitCode> {
  const io = guarded(terminal);
  const lang = languageOf(argv);
  const [name, ...rest] = commandFirst(argv);
  if (name === undefined || isHelp(name)) {
    io.out(overview(lang));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((known) => known.name === name);
  if (command === undefined) {
    const known = commands.map((one) => one.name);
    writeError(io, lang, appError("cli-command", { value: name.slice(0, 40), known }));
    return 2;
  }
  if (rest.some((word) => word === "--help" || word === "-h")) {
    io.out(`${translate(lang, command.help)}\n`);
    return 0;
  }
  try {
    const args = readArguments(
      command,
      rest.some((word) => word.startsWith("--lang")) ? rest : [...rest, "--lang", lang],
    );
    const done = args.ok ? await command.run(args.value, io) : args;
    if (done.ok) return done.value;
    writeError(io, lang, withUsage(done.error, translate(lang, command.help), rest));
    return done.error.code === "internal" ? 3 : 2;
  } catch (fault) {
    const kind = fault instanceof Error ? fault.name : typeof fault;
    writeError(io, lang, appError("internal", { channel: `${command.name} (${kind})` }));
    return 3;
  }
}
