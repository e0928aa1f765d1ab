import { type Lang, translate } from "#shared/i18n";
import { appError } from "#shared/kernel";
import { checkCommand } from "./check-command.ts";
import {
  type Command,
  type ExitCode,
  type Io,
  languageOf,
  readArguments,
  writeError,
} from "./command.ts";
import { journalCommand } from "./journal-command.ts";
import { ownersCommand } from "./owners-command.ts";
import { packCommand } from "./pack-command.ts";
import { packetCommand } from "./packet-command.ts";
import { screenCommand } from "./screen-command.ts";
import { serveCommand } from "./serve-command.ts";
import { usccCommand } from "./uscc-command.ts";

const commands: readonly Command[] = [
  checkCommand,
  usccCommand,
  ownersCommand,
  screenCommand,
  packetCommand,
  packCommand,
  journalCommand,
  serveCommand,
];

function overview(lang: Lang): string {
  const lines = commands.map(({ help }) => translate(lang, help).split("\n")[0] ?? "");
  return `${translate(lang, "cli.help.overview")}\n\n${lines.map((line) => `  ${line}\n`).join("")}\n${translate(lang, "cli.help.exit")}\n`;
}

function isHelp(word: string | undefined): boolean {
  return word === "--help" || word === "-h" || word === "help";
}

function withoutLeadingLanguage(argv: readonly string[]): readonly string[] {
  if (argv[0] === "--lang") return argv.slice(2);
  return argv[0]?.startsWith("--lang=") === true ? argv.slice(1) : argv;
}

/**
 * Runs one command of the desk and answers its exit code; writes only through `io`. Expected failures give one message on
 * the error stream and 2; a fault of the program gives 3 and no detail that could hold data.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const lang = languageOf(argv);
  const [name, ...rest] = withoutLeadingLanguage(argv);
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
    writeError(io, lang, done.error);
    return done.error.code === "internal" ? 3 : 2;
  } catch (fault) {
    const kind = fault instanceof Error ? fault.name : typeof fault;
    writeError(io, lang, appError("internal", { channel: `${command.name} (${kind})` }));
    return 3;
  }
}
