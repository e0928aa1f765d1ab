import { SaxesParser } from "saxes";

/** The text is no XML that this reader takes; `at` counts characters. */
export class XmlFault extends Error {
  readonly at: number;
  constructor(at: number) {
    super(`XML not readable at ${at}`);
    this.at = at;
  }
}

/** What is told of an XML text, tag by tag; an empty tag opens and closes. Names come without their prefix. */
export type XmlListener = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

const MOST_DEEP = 64;

/** The name without the prefix of its namespace: parts of an office file are told apart by their paths. */
const local = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Reads XML piece by piece. Strict: declarations of any kind (`<!DOCTYPE`, entities), processing instructions but the
 * head, tags that do not match, and nesting deeper than 64 are faults.
 */
export class XmlReader {
  readonly #parser = new SaxesParser();

  constructor({ open, close, text }: XmlListener) {
    const parser = this.#parser;
    const refuse = () => {
      throw new XmlFault(parser.position);
    };
    let deep = 0;
    parser.on("error", refuse);
    parser.on("doctype", refuse);
    parser.on("processinginstruction", refuse);
    parser.on("opentag", ({ name, attributes }) => {
      deep += 1;
      if (deep > MOST_DEEP) refuse();
      open(local(name), attributes);
    });
    parser.on("closetag", ({ name }) => {
      deep -= 1;
      close(local(name));
    });
    parser.on("text", text);
    parser.on("cdata", text);
  }

  /** Takes the next piece of the text. */
  write(piece: string): void {
    this.#parser.write(piece);
  }

  /** The text is at its end. */
  end(): void {
    this.#parser.close();
  }
}

/** Reads a whole text at once. */
export function readXml(text: string | undefined, listener: XmlListener): void {
  if (text === undefined) return;
  const reader = new XmlReader(listener);
  reader.write(text);
  reader.end();
}
