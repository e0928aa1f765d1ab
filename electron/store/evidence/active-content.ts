import { inflateSync } from "node:zlib";

// Names are compared after their `#41` escapes are undone: a PDF may spell /JavaScript in many ways.
const ACTIVE = /\/(JavaScript|JS|Launch|RichMedia|SubmitForm|ImportData|GoToE|XFA)(?![A-Za-z0-9])/;
const LARGEST_STREAM = 16 * 1024 ** 2;
const MOST_STREAMS = 2_000;

function acts(text: string): boolean {
  const plain = text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return ACTIVE.test(plain);
}

// Since PDF 1.5 objects may hide inside compressed streams of objects.
const HIDING = /\/ObjStm[\s\S]{0,400}?stream\r?\n/g;
const WINDOW = 1024 ** 2;
/** What a name or the head of a stream may be cut into by the end of a window. */
const OVERLAP = 1024;

/** Whether the objects in a stream act; what cannot be unpacked here cannot be vouched for either. */
function packedActs(packed: Buffer): boolean {
  try {
    return acts(inflateSync(packed, { maxOutputLength: LARGEST_STREAM }).toString("latin1"));
  } catch {
    return true;
  }
}

/**
 * Finds out while a file goes by in pieces whether it is a PDF that holds scripts, starts programs or sends forms when it
 * is opened; other files do not count. Holds a megabyte or two, whatever the file's size.
 */
export class ActiveContent {
  #held = Buffer.alloc(0);
  #isPdf: boolean | undefined;
  #found = false;
  #streams = 0;

  /** Looks at the next piece of the file. */
  take(piece: Uint8Array): void {
    if (this.#found || this.#isPdf === false) return;
    this.#held = Buffer.concat([this.#held, piece]);
    if (this.#held.length >= WINDOW) this.#look(false);
  }

  /** The answer, when no more pieces come. */
  end(): boolean {
    if (!this.#found && this.#isPdf !== false) this.#look(true);
    return this.#found;
  }

  #look(isLast: boolean): void {
    this.#isPdf ??= this.#held.subarray(0, 1024).indexOf("%PDF-") >= 0;
    if (!this.#isPdf) {
      this.#held = Buffer.alloc(0);
      return;
    }
    const text = this.#held.toString("latin1");
    const open = this.#hidden(text, isLast);
    this.#found ||= acts(text);
    // A stream whose end has not come yet stays whole; one that outgrows all bounds was answered above.
    this.#held = this.#held.subarray(open ?? Math.max(0, this.#held.length - OVERLAP));
  }

  /** Unpacks the streams of objects; returns where one begins that is not whole yet. */
  #hidden(text: string, isLast: boolean): number | undefined {
    for (const match of text.matchAll(HIDING)) {
      const from = match.index + match[0].length;
      const end = this.#held.indexOf("endstream", from);
      if (end < 0 && !isLast && text.length - match.index < LARGEST_STREAM) return match.index;
      this.#streams += 1;
      const packed = this.#held.subarray(from, end < 0 ? undefined : end);
      if (this.#streams > MOST_STREAMS || packedActs(packed)) this.#found = true;
      if (this.#found) return undefined;
    }
    return undefined;
  }
}
