import type { ByteSource } from "./byte-source.ts";
import { InputFault } from "./input-fault.ts";
import { endOfString, endOfValue } from "./json-scan.ts";
import { parseStrictJson } from "./strict-json.ts";
import { type TextOptions, utf8Chunks } from "./utf8-chunks.ts";

/** A piece of a JSON file: an element of the array that was asked for, or another value of the outermost object. */
export type JsonPiece =
  | { readonly kind: "item"; readonly key: string; readonly index: number; readonly value: unknown }
  | { readonly kind: "value"; readonly key: string; readonly value: unknown };

/** Largest single value that is held at once. */
const LARGEST_PIECE = 20_000_000;

/** The text that is here and not yet used; more is fetched when a value goes on. */
class Window {
  text = "";
  at = 0;
  /** The line on which `text` begins. */
  line = 1;
  readonly file: string;
  readonly #chunks: AsyncGenerator<Uint8Array>;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #ended = false;
  /** Signs of the present line that were used and let go. */
  #before = 0;

  constructor(file: string, chunks: AsyncGenerator<Uint8Array>) {
    this.file = file;
    this.#chunks = chunks;
  }

  /** Fetches more; false at the end. */
  async more(): Promise<boolean> {
    if (this.#ended) return false;
    const next = await this.#chunks.next();
    if (next.done) {
      this.#ended = true;
      return false;
    }
    const cut = this.text.lastIndexOf("\n", this.at - 1);
    this.#before = cut >= 0 && this.at > 0 ? this.at - cut - 1 : this.#before + this.at;
    this.line = this.here();
    this.text = this.text.slice(this.at) + this.#decoder.decode(next.value, { stream: true });
    this.at = 0;
    if (this.text.length > LARGEST_PIECE)
      throw new InputFault("json-value-long", { file: this.file, line: this.line });
    return true;
  }

  /** The line of the present place. */
  here(): number {
    return this.line + this.text.slice(0, this.at).split("\n").length - 1;
  }

  /** The column of a place in the text, counted from 1. */
  #columnOf(at: number): number {
    const line = at > 0 ? this.text.lastIndexOf("\n", at - 1) : -1;
    return line >= 0 ? at - line : this.#before + at + 1;
  }

  /** The next sign that is no space; empty at the end. */
  async sign(): Promise<string> {
    for (;;) {
      while (this.at < this.text.length && " \t\r\n".includes(this.text.charAt(this.at)))
        this.at += 1;
      if (this.at < this.text.length) return this.text.charAt(this.at);
      if (!(await this.more())) return "";
    }
  }

  refuse(): never {
    const what = this.text.slice(this.at, this.at + 12);
    const column = this.#columnOf(this.at);
    throw new InputFault("json-syntax", {
      file: this.file,
      line: this.here(),
      column,
      what: what === "" ? "(end)" : what,
    });
  }

  async expect(sign: string): Promise<void> {
    if ((await this.sign()) !== sign) this.refuse();
    this.at += 1;
  }

  async #cut(end: (text: string, at: number) => number): Promise<string> {
    for (;;) {
      const stop = end(this.text, this.at);
      if (stop >= 0) {
        const found = this.text.slice(this.at, stop);
        this.at = stop;
        return found;
      }
      if (!(await this.more())) {
        const rest = this.text.slice(this.at);
        this.at = this.text.length;
        return rest;
      }
    }
  }

  async value(): Promise<unknown> {
    if ((await this.sign()) === "") this.refuse();
    const text = await this.#cut(endOfValue);
    const read = parseStrictJson(text, this.file);
    if (read.ok) return read.value;
    const inside = Number(read.error.params["line"] ?? 1);
    const column = Number(read.error.params["column"] ?? 1);
    const line = this.here() - text.split("\n").length + inside;
    const from = inside === 1 ? this.#columnOf(this.at - text.length) - 1 : 0;
    throw new InputFault(read.error.code, { ...read.error.params, line, column: from + column });
  }

  async key(): Promise<string> {
    if ((await this.sign()) !== '"') this.refuse();
    const text = await this.#cut(endOfString);
    const read = parseStrictJson(text, this.file);
    if (!read.ok) this.refuse();
    return String(read.value);
  }
}

async function* elements(window: Window, key: string): AsyncGenerator<JsonPiece> {
  await window.expect("[");
  if ((await window.sign()) === "]") {
    window.at += 1;
    return;
  }
  for (let index = 0; ; index += 1) {
    yield { kind: "item", key, index, value: await window.value() };
    const sign = await window.sign();
    window.at += 1;
    if (sign === "]") return;
    if (sign !== ",") {
      window.at -= 1;
      window.refuse();
    }
  }
}

async function* members(window: Window, streamed: ReadonlySet<string>): AsyncGenerator<JsonPiece> {
  await window.expect("{");
  const seen = new Set<string>();
  if ((await window.sign()) === "}") {
    window.at += 1;
    return;
  }
  for (;;) {
    const key = await window.key();
    if (seen.has(key))
      throw new InputFault("json-duplicate-key", {
        file: window.file,
        line: window.here(),
        column: 1,
        what: key.slice(0, 80),
      });
    seen.add(key);
    await window.expect(":");
    if (streamed.has(key) && (await window.sign()) === "[") yield* elements(window, key);
    else yield { kind: "value", key, value: await window.value() };
    const sign = await window.sign();
    if (sign === ",") window.at += 1;
    else break;
  }
  await window.expect("}");
}

/**
 * Reads a JSON object piece by piece: the elements of the arrays named in `streamed` one by one, every other value whole. As
 * strict as `parseStrictJson`; nothing but one piece is ever held.
 */
export async function* jsonPieces(
  source: ByteSource,
  streamed: ReadonlySet<string>,
  options: TextOptions = {},
): AsyncGenerator<JsonPiece> {
  const window = new Window(source.name, utf8Chunks(source, options));
  yield* members(window, streamed);
  if ((await window.sign()) !== "") window.refuse();
}
