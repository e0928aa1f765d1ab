import { createErrorSink, type PackError, type PackErrorCode } from "./pack-error.ts";

/** Largest text of one pack file, in characters. */
export const MAX_PACK_TEXT = 16_000_000;
/** Deepest nesting of objects and arrays in a pack file. */
const MAX_PACK_DEPTH = 64;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

class Refusal extends Error {
  readonly code: PackErrorCode;
  readonly place: string;
  constructor(code: PackErrorCode, place: string) {
    super(code);
    this.code = code;
    this.place = place;
  }
}

/** Reads strict JSON and, unlike `JSON.parse`, refuses a key that is written twice in one object. */
class Reader {
  private at = 0;
  private readonly path: (string | number)[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  document(): unknown {
    const value = this.value();
    this.skip();
    if (this.at !== this.text.length) this.refuse("not-json");
    return value;
  }

  private refuse(code: PackErrorCode): never {
    const before = this.text.slice(0, this.at);
    const line = before.split("\n").length;
    throw new Refusal(code, `${pathText(this.path)} (line ${line})`);
  }

  private skip(): void {
    SPACE.lastIndex = this.at;
    SPACE.test(this.text);
    this.at = SPACE.lastIndex;
  }

  private token(shape: RegExp): string {
    shape.lastIndex = this.at;
    const found = shape.exec(this.text);
    if (!found) return this.refuse("not-json");
    this.at = shape.lastIndex;
    return found[0];
  }

  private string(): string {
    if (this.text[this.at] !== '"') return this.refuse("not-json");
    let end = this.text.indexOf('"', this.at + 1);
    while (end !== -1 && this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
    if (end === -1) return this.refuse("not-json");
    try {
      const value: unknown = JSON.parse(this.text.slice(this.at, end + 1));
      this.at = end + 1;
      return String(value);
    } catch {
      return this.refuse("not-json");
    }
  }

  private isEscaped(quote: number): boolean {
    let slashes = 0;
    while (this.text[quote - 1 - slashes] === "\\" && quote - 1 - slashes > this.at) slashes += 1;
    return slashes % 2 === 1;
  }

  private value(): unknown {
    this.skip();
    if (this.path.length > MAX_PACK_DEPTH) this.refuse("too-deep");
    const first = this.text[this.at];
    if (first === "{") return this.object();
    if (first === "[") return this.array();
    if (first === '"') return this.string();
    for (const [word, value] of [
      ["true", true],
      ["false", false],
      ["null", null],
    ] as const)
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    const number = Number(this.token(NUMBER));
    return Number.isFinite(number) ? number : this.refuse("not-json");
  }

  private object(): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    const seen = new Set<string>();
    this.items("}", () => {
      this.skip();
      const key = this.string();
      this.path.push(key);
      if (seen.has(key)) this.refuse("duplicate-key");
      if (FORBIDDEN.has(key)) this.refuse("forbidden-key");
      seen.add(key);
      this.skip();
      if (this.text[this.at] !== ":") this.refuse("not-json");
      this.at += 1;
      result[key] = this.value();
      this.path.pop();
    });
    return result;
  }

  private array(): unknown[] {
    const result: unknown[] = [];
    this.items("]", () => {
      this.path.push(result.length);
      result.push(this.value());
      this.path.pop();
    });
    return result;
  }

  private items(close: string, one: () => void): void {
    this.at += 1;
    this.skip();
    if (this.text[this.at] === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      one();
      this.skip();
      const next = this.text[this.at];
      this.at += 1;
      if (next === close) return;
      if (next !== ",") {
        this.at -= 1;
        this.refuse("not-json");
      }
    }
  }
}

/** A JSON path as a person writes it: `rules[3].when.all[0]`. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else text += text === "" ? String(step) : `.${String(step)}`;
  }
  return text === "" ? "(top)" : text.slice(0, 300);
}

/**
 * Text of a pack file as a value, or why not: `not-json`, `duplicate-key`, `forbidden-key`, `too-deep`, `too-large`. Time and
 * memory grow with the text only; beyond 16 million characters it is refused unread.
 */
export function parsePackText(
  text: string,
  file: string,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: readonly PackError[] } {
  const sink = createErrorSink();
  if (text.length > MAX_PACK_TEXT) {
    sink.add(file, "(top)", "too-large", { limit: MAX_PACK_TEXT, found: text.length });
    return { ok: false, errors: sink.list };
  }
  try {
    return { ok: true, value: new Reader(text.replace(/^\ufeff/, "")).document() };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    sink.add(file, problem.place, problem.code, { limit: MAX_PACK_DEPTH });
    return { ok: false, errors: sink.list };
  }
}

/**
 * Looks through a value that did not come as text (or before any schema sees it): depth, number of parts, keys that would
 * touch an object's prototype. Bounded: stops at the first problem.
 */
export function guardValue(
  value: unknown,
): { readonly code: PackErrorCode; readonly place: string; readonly limit: number } | undefined {
  const stack: { value: unknown; path: readonly (string | number)[] }[] = [{ value, path: [] }];
  let parts = 0;
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    parts += 1;
    if (parts > 2_000_000) return { code: "too-large", place: "(top)", limit: 2_000_000 };
    if (typeof top.value !== "object" || top.value === null) continue;
    if (top.path.length > MAX_PACK_DEPTH)
      return { code: "too-deep", place: pathText(top.path), limit: MAX_PACK_DEPTH };
    for (const [key, item] of entriesOf(top.value)) {
      const path = [...top.path, key];
      if (typeof key === "string" && FORBIDDEN.has(key))
        return { code: "forbidden-key", place: pathText(path), limit: 0 };
      stack.push({ value: item, path });
    }
  }
  return undefined;
}

function entriesOf(value: object): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  return Object.entries(value);
}
