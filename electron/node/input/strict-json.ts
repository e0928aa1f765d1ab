import { type AppError, appError, err, ok, type Result } from "#shared/kernel";

const MAX_DEPTH = 100;
const FOUR_DIGITS = /^[0-9a-fA-F]{4}$/;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

/** How many characters the escape at this place takes; 0 when it is none. */
function escapeLength(text: string, at: number): number {
  const kind = text.charAt(at + 1);
  if (kind === "u") return FOUR_DIGITS.test(text.slice(at + 2, at + 6)) ? 6 : 0;
  return kind !== "" && '"\\/bfnrt'.includes(kind) ? 2 : 0;
}

type Fault = {
  readonly at: number;
  readonly code: "json-syntax" | "json-duplicate-key" | "json-depth";
  readonly what: string;
};

type Level = { readonly keys: Set<string> | undefined; state: "first" | "value" | "next" };

/** Walks JSON text once without building values; the only thing it keeps are the keys of the open objects. */
class Walk {
  readonly #text: string;
  #at = 0;
  readonly #levels: Level[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    this.#at += found.length;
    return found;
  }

  /** Character by character: a pattern for the whole string would run out of stack in a long one. */
  #takeString(): string | undefined {
    const text = this.#text;
    const start = this.#at;
    if (text.charCodeAt(start) !== QUOTE) return undefined;
    for (let at = start + 1; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.#at = at + 1;
        return text.slice(start, this.#at);
      }
      if (code < FIRST_PRINTABLE) return undefined;
      if (code !== BACKSLASH) continue;
      const length = escapeLength(text, at);
      if (length === 0) return undefined;
      at += length - 1;
    }
    return undefined;
  }

  #fault(what: string, code: Fault["code"] = "json-syntax", at = this.#at): Fault {
    return { at, code, what };
  }

  #char(): string {
    this.#take(SPACE);
    return this.#text.charAt(this.#at);
  }

  #key(level: Level): Fault | undefined {
    if (level.keys === undefined) return undefined;
    this.#char();
    const start = this.#at;
    const raw = this.#takeString();
    if (raw === undefined) return this.#fault(this.#seen());
    const key = raw.includes("\\") ? String(JSON.parse(raw)) : raw.slice(1, -1);
    if (level.keys.has(key)) return this.#fault(key.slice(0, 80), "json-duplicate-key", start);
    level.keys.add(key);
    if (this.#char() !== ":") return this.#fault(this.#seen());
    this.#at += 1;
    return undefined;
  }

  #seen(): string {
    return this.#text.charAt(this.#at) === "" ? "(end)" : this.#text.slice(this.#at, this.#at + 12);
  }

  #value(): Fault | undefined {
    const char = this.#char();
    if (char === "{" || char === "[") {
      this.#at += 1;
      if (this.#levels.length >= MAX_DEPTH) return this.#fault(String(MAX_DEPTH), "json-depth");
      this.#levels.push({ keys: char === "{" ? new Set() : undefined, state: "first" });
      return undefined;
    }
    const scalar = char === '"' ? this.#takeString() : (this.#take(WORD) ?? this.#take(NUMBER));
    return scalar === undefined || scalar === "" ? this.#fault(this.#seen()) : undefined;
  }

  /** One step inside the innermost open array or object. */
  #step(level: Level): Fault | undefined {
    const close = level.keys === undefined ? "]" : "}";
    const char = this.#char();
    if (char === close && level.state !== "value") {
      this.#at += 1;
      this.#levels.pop();
      return undefined;
    }
    if (level.state === "next") {
      if (char !== ",") return this.#fault(this.#seen());
      this.#at += 1;
      level.state = "value";
      return undefined;
    }
    level.state = "next";
    return this.#key(level) ?? this.#value();
  }

  run(): Fault | undefined {
    let fault = this.#value();
    while (fault === undefined) {
      const level = this.#levels.at(-1);
      if (level === undefined) break;
      fault = this.#step(level);
    }
    if (fault !== undefined) return fault;
    return this.#char() === "" ? undefined : this.#fault(this.#seen());
  }
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  const lines = before.split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/**
 * Reads JSON text and refuses what `JSON.parse` lets pass: a key that stands twice in one object, and nesting beyond 100
 * levels. Errors name file, line and column.
 */
export function parseStrictJson(text: string, file: string): Result<unknown> {
  const fault = new Walk(text).run();
  if (fault !== undefined) return err(faultError(text, file, fault));
  return ok(JSON.parse(text) as unknown);
}

function faultError(text: string, file: string, { at, code, what }: Fault): AppError {
  return appError(code, { file, ...placeOf(text, at), what });
}
