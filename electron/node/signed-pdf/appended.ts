import { isDict, PdfReader, type PdfValue } from "#node/pdf-reading";

/** A dictionary of a PDF. */
export type Dict = ReadonlyMap<string, PdfValue>;

/** An object that was added behind the end of a PDF; `at` is where it begins in the whole file. */
export type AppendedObject = {
  readonly number: number;
  readonly at: number;
  readonly value: PdfValue;
  readonly hasStream: boolean;
};

/** One update behind the end of a PDF: its objects, what its table says of them, its trailer, where the table begins and all ends. */
export type Revision = {
  readonly objects: readonly AppendedObject[];
  /** Place of each object that the table names; nothing for one that it takes away. */
  readonly table: ReadonlyMap<number, number | undefined>;
  readonly trailer: Dict;
  readonly tableAt: number;
  readonly end: number;
};

const SPACE = /[\0\t\n\f\r ]/;
const MOST_OBJECTS = 5_000;

/** Reads what was added behind a PDF piece by piece. Throws a RangeError on anything that is no update with a plain table. */
class Tail {
  readonly #bytes: Buffer;
  #at: number;
  #count = 0;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  #char(at = this.#at): string {
    return String.fromCharCode(this.#bytes[at] ?? 0);
  }

  #skip(): void {
    while (this.#at < this.#bytes.length) {
      if (SPACE.test(this.#char())) this.#at += 1;
      else if (this.#char() === "%" && !this.#starts("%%EOF"))
        while (this.#at < this.#bytes.length && !/[\r\n]/.test(this.#char())) this.#at += 1;
      else return;
    }
  }

  #starts(word: string): boolean {
    return this.#bytes.toString("latin1", this.#at, this.#at + word.length) === word;
  }

  #take(pattern: RegExp, room = 40): RegExpExecArray | undefined {
    const found = pattern.exec(this.#bytes.toString("latin1", this.#at, this.#at + room));
    if (found === null || found.index !== 0) return undefined;
    this.#at += found[0].length;
    return found;
  }

  #value(): PdfValue {
    const reader = new PdfReader(this.#bytes, this.#at);
    const value = reader.next();
    if (value === undefined) throw new RangeError("value missing");
    this.#at = reader.at;
    return value;
  }

  #stream(value: PdfValue): boolean {
    this.#skip();
    if (this.#take(/^stream(\r\n|\n)/) === undefined) return false;
    const length = isDict(value) ? value.get("Length") : undefined;
    if (typeof length !== "number") throw new RangeError("stream without length");
    this.#at += length;
    this.#skip();
    if (this.#take(/^endstream/) === undefined) throw new RangeError("stream without end");
    return true;
  }

  #object(): AppendedObject | undefined {
    const at = this.#at;
    const head = this.#take(/^(\d{1,10})\s+(\d{1,5})\s+obj/);
    if (head === undefined) return undefined;
    this.#count += 1;
    if (this.#count > MOST_OBJECTS) throw new RangeError("too many objects");
    const value = this.#value();
    const hasStream = this.#stream(value);
    this.#skip();
    if (this.#take(/^endobj/) === undefined) throw new RangeError("object without end");
    return { number: Number(head[1]), at, value, hasStream };
  }

  #table(): ReadonlyMap<number, number | undefined> {
    const table = new Map<number, number | undefined>();
    this.#skip();
    for (;;) {
      const section = this.#take(/^(\d{1,10}) +(\d{1,10})[ \r\n]+/);
      if (section === undefined) return table;
      const first = Number(section[1]);
      for (let index = 0; index < Number(section[2]); index += 1) {
        const row = this.#take(/^(\d{10}) (\d{5}) ([nf])[ \r\n]+/, 24);
        if (row === undefined || index > MOST_OBJECTS) throw new RangeError("table broken");
        table.set(first + index, row[3] === "n" ? Number(row[1]) : undefined);
      }
    }
  }

  /** The next update; nothing at the end of the file. */
  revision(): Revision | undefined {
    this.#skip();
    if (this.#at >= this.#bytes.length) return undefined;
    const objects: AppendedObject[] = [];
    for (let object = this.#object(); object !== undefined; object = this.#object()) {
      objects.push(object);
      this.#skip();
    }
    const start = this.#at;
    if (this.#take(/^xref\s+/) === undefined) throw new RangeError("no table");
    const table = this.#table();
    if (this.#take(/^trailer/) === undefined) throw new RangeError("no trailer");
    const trailer = this.#value();
    this.#skip();
    const place = this.#take(/^startxref\s+(\d{1,12})\s+%%EOF/);
    if (!isDict(trailer) || Number(place?.[1]) !== start) throw new RangeError("no end");
    // The line end behind the last word belongs to the update; a signature may cover it or not.
    this.#take(/^(\r\n|\n|\r)/);
    return { objects, table, trailer, tableAt: start, end: this.#at };
  }
}

/** Every update behind the first `length` bytes of a PDF. Throws a RangeError where it cannot be read as plain updates. */
export function revisionsAfter(bytes: Buffer, length: number): readonly Revision[] {
  const tail = new Tail(bytes, length);
  const revisions: Revision[] = [];
  for (let one = tail.revision(); one !== undefined; one = tail.revision()) revisions.push(one);
  return revisions;
}
