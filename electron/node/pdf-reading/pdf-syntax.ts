/** A value of PDF syntax. Names begin with `/`; operators of a content stream are `{ op }`. */
export type PdfValue =
  | number
  | boolean
  | null
  | string
  | Uint8Array
  | readonly PdfValue[]
  | ReadonlyMap<string, PdfValue>
  | { readonly ref: number }
  | { readonly op: string };

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const LINE_END = new Set([10, 13]);
const DELIMITER = new Set([..."()<>[]{}/%"].map((char) => char.charCodeAt(0)));
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const MAX_DEPTH = 60;

/** Whether a value is a dictionary. */
export function isDict(value: PdfValue | undefined): value is ReadonlyMap<string, PdfValue> {
  return value instanceof Map;
}

/** Whether a value refers to another object. */
export function isRef(value: PdfValue | undefined): value is { readonly ref: number } {
  return typeof value === "object" && value !== null && "ref" in value;
}

/** Reads values one after another from bytes; throws a RangeError on anything that is no PDF syntax. */
export class PdfReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Where reading goes on. */
  get at(): number {
    return this.#at;
  }

  /** The next value, or undefined at the end. */
  next(depth = 0): PdfValue | undefined {
    if (depth > MAX_DEPTH) throw new RangeError("PDF values nest too deeply");
    this.#skip();
    const byte = this.#bytes[this.#at];
    if (byte === undefined) return undefined;
    const char = String.fromCharCode(byte);
    if (char === "/") return this.#name();
    if (char === "(") return this.#literal();
    if (char === "[") return this.#array(depth);
    if (char === "<") return this.#bytes[this.#at + 1] === 0x3c ? this.#dict(depth) : this.#hex();
    return this.#word();
  }

  #skip(): void {
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) return;
      // A comment ends at either line end: what stands behind a carriage return is part of the file for every viewer.
      if (byte === 0x25) while (!LINE_END.has(this.#bytes[this.#at] ?? 10)) this.#at += 1;
      else if (SPACE.has(byte)) this.#at += 1;
      else return;
    }
  }

  #regular(): string {
    const from = this.#at;
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined || SPACE.has(byte) || DELIMITER.has(byte)) break;
      this.#at += 1;
    }
    return String.fromCharCode(...this.#bytes.subarray(from, this.#at));
  }

  #name(): string {
    this.#at += 1;
    const written = this.#regular();
    const name = written.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return `/${name}`;
  }

  #array(depth: number): PdfValue[] {
    this.#at += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.#skip();
      if (this.#bytes[this.#at] === 0x5d) break;
      const item = this.next(depth + 1);
      if (item === undefined) throw new RangeError("PDF array without end");
      items.push(item);
    }
    this.#at += 1;
    return items;
  }

  #dict(depth: number): ReadonlyMap<string, PdfValue> {
    this.#at += 2;
    const dict = new Map<string, PdfValue>();
    for (;;) {
      this.#skip();
      if (this.#bytes[this.#at] === 0x3e) break;
      const key = this.next(depth + 1);
      const value = this.next(depth + 1);
      if (typeof key !== "string" || value === undefined)
        throw new RangeError("PDF dictionary broken");
      // Of two members of one name one viewer takes the first and another the last.
      if (dict.has(key.slice(1))) throw new RangeError("PDF dictionary with a member twice");
      dict.set(key.slice(1), value);
    }
    this.#at += 2;
    return dict;
  }

  #hex(): Uint8Array {
    const end = this.#bytes.indexOf(0x3e, this.#at);
    if (end < 0) throw new RangeError("PDF string without end");
    const digits = String.fromCharCode(...this.#bytes.subarray(this.#at + 1, end)).replace(
      /\s/g,
      "",
    );
    this.#at = end + 1;
    return new Uint8Array(Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex"));
  }

  #literal(): Uint8Array {
    const out: number[] = [];
    let open = 1;
    this.#at += 1;
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new RangeError("PDF string without end");
      this.#at += 1;
      if (byte === 0x5c) this.#escape(out);
      else {
        if (byte === 0x28) open += 1;
        if (byte === 0x29) open -= 1;
        if (open === 0) return Uint8Array.from(out);
        out.push(byte);
      }
    }
  }

  #escape(out: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(
      String.fromCharCode(...this.#bytes.subarray(this.#at, this.#at + 3)),
    );
    if (octal) {
      out.push(Number.parseInt(octal[0], 8) & 255);
      this.#at += octal[0].length;
      return;
    }
    const byte = this.#bytes[this.#at] ?? 0;
    this.#at += 1;
    if (byte !== 10) out.push(ESCAPES[String.fromCharCode(byte)] ?? byte);
  }

  #word(): PdfValue {
    const word = this.#regular();
    if (word === "") throw new RangeError("PDF syntax broken");
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.#reference(word) ?? Number(word);
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : { op: word };
  }

  #reference(word: string): { readonly ref: number } | null {
    if (!/^\d+$/.test(word)) return null;
    const rest = String.fromCharCode(...this.#bytes.subarray(this.#at, this.#at + 14));
    const match = /^\s+\d+\s+R(?![\w])/.exec(rest);
    if (!match) return null;
    this.#at += match[0].length;
    return { ref: Number(word) };
  }
}
