import { parseArgs } from "node:util";
import { errorText, type Lang, type MessageKey, translate } from "#shared/i18n";
import { type AppError, appError, err, ok, type Result, visibleJson } from "#shared/kernel";

/** What a command may touch of the terminal; tests hand in their own. */
export type Io = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly today: () => string;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** The folder above dist, where fonts and the typesetter lie. */
  readonly root: string;
};

/** 0 done; 1 done and the answer is adverse; 2 bad input or usage; 3 internal error. */
export type ExitCode = 0 | 1 | 2 | 3;

type OptionSpec = {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
};

/** One command with the options it knows; unknown ones are refused. */
export type Command = {
  readonly name: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly help: MessageKey;
  readonly run: (args: Arguments, io: Io) => Promise<Result<ExitCode>>;
};

/** What the person typed, taken apart. */
export class Arguments {
  readonly lang: Lang;
  readonly positionals: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(
    lang: Lang,
    positionals: readonly string[],
    values: Readonly<Record<string, unknown>>,
  ) {
    this.lang = lang;
    this.positionals = positionals;
    this.#values = values;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === "string" ? value : undefined;
  }

  all(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  has(name: string): boolean {
    return this.#values[name] === true;
  }

  /** Exactly `count` plain words, or what is wrong with them. */
  words(count: number): Result<readonly string[]> {
    if (this.positionals.length === count) return ok(this.positionals);
    const surplus = this.positionals[count];
    return surplus === undefined
      ? err(appError("cli-argument-missing", { count }))
      : err(appError("cli-argument-surplus", { argument: surplus.slice(0, 200) }));
  }

  /** The value of an option that must be there. */
  needed(name: string): Result<string> {
    const value = this.text(name);
    return value === undefined ? err(appError("cli-option-missing", { option: name })) : ok(value);
  }
}

const shared: Readonly<Record<string, OptionSpec>> = {
  lang: { type: "string" },
  help: { type: "boolean" },
};

/** The language asked for, as far as it can be seen before anything is parsed; Chinese otherwise. */
export function languageOf(argv: readonly string[]): Lang {
  const at = argv.findIndex((item) => item === "--lang" || item.startsWith("--lang="));
  const word = argv[at] ?? "";
  const value = word.includes("=") ? word.slice(word.indexOf("=") + 1) : argv[at + 1];
  return at >= 0 && value === "en" ? "en" : "zh";
}

/** Takes the words after the command's name apart. */
export function readArguments(command: Command, argv: readonly string[]): Result<Arguments> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...shared, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    const lang = values["lang"];
    if (lang !== undefined && lang !== "zh" && lang !== "en")
      return err(appError("cli-language", { value: String(lang).slice(0, 40) }));
    return ok(new Arguments(lang ?? "zh", positionals, values));
  } catch (cause) {
    const code = (cause as { code?: unknown }).code;
    const option = /'([^' ]+)/.exec(cause instanceof Error ? cause.message : "")?.[1] ?? "";
    const known =
      code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE" ? "cli-option-value" : "cli-option";
    return err(appError(known, { option: option.slice(0, 100), command: command.name }));
  }
}

/** Writes a value as indented JSON, the form that scripts read. */
export function writeJson(io: Io, value: unknown): void {
  io.out(`${visibleJson(JSON.stringify(value, null, 2))}\n`);
}

/** One clear message on the error stream. */
export function writeError(io: Io, lang: Lang, error: AppError): void {
  io.err(`${translate(lang, "cli.error", { message: errorText(lang, error) })}\n`);
}
