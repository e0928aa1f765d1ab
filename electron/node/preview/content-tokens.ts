/** One token of a content stream. Texts come as their bytes; dictionaries are passed over as one token. */
export type Token =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly value: string }
  | { readonly kind: "text"; readonly value: readonly number[] }
  | { readonly kind: "open" | "close" | "dictionary" }
  | { readonly kind: "operator"; readonly value: string };

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Bytes of a literal text `( … )` that begins at `start`, and where it ends. */
function literal(text: string, start: number): { value: number[]; at: number } {
  const value: number[] = [];
  let depth = 1;
  let at = start + 1;
  for (; at < text.length && depth > 0; at += 1) {
    const char = text.charAt(at);
    if (char === "\\") {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      if (octal !== undefined) {
        value.push(Number.parseInt(octal, 8) & 255);
        at += octal.length;
      } else {
        at += 1;
        const next = text.charAt(at);
        if (next !== "\n") value.push(escapes[next] ?? next.charCodeAt(0));
      }
      continue;
    }
    if (char === "(") depth += 1;
    if (char === ")") depth -= 1;
    if (depth > 0) value.push(char.charCodeAt(0));
  }
  return { value, at };
}

function skipDictionary(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (text.charAt(at) === "(") at = literal(text, at).at - 1;
    else if (pair === "<<") {
      depth += 1;
      at += 1;
    } else if (pair === ">>") {
      depth -= 1;
      at += 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

const WORD = /[^\s()<>[\]{}/%]+/y;

/** The tokens of a content stream given as Latin-1 text. */
export function* contentTokens(text: string): Generator<Token> {
  let at = 0;
  const word = (from: number) => {
    WORD.lastIndex = from;
    return WORD.exec(text)?.[0] ?? "";
  };
  while (at < text.length) {
    const char = text.charAt(at);
    if (/\s/.test(char)) at += 1;
    else if (char === "%") at = Math.max(text.indexOf("\n", at), at) + 1;
    else if (char === "/") {
      const name = word(at + 1);
      yield { kind: "name", value: name };
      at += 1 + name.length;
    } else if (char === "(") {
      const read = literal(text, at);
      yield { kind: "text", value: read.value };
      at = read.at;
    } else if (text.startsWith("<<", at)) {
      yield { kind: "dictionary" };
      at = skipDictionary(text, at);
    } else if (char === "<") {
      const end = text.indexOf(">", at);
      const hex = text.slice(at + 1, end < 0 ? text.length : end).replace(/\s/g, "");
      yield {
        kind: "text",
        value: [...Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, "hex")],
      };
      at = end < 0 ? text.length : end + 1;
    } else if (char === "[" || char === "]") {
      yield { kind: char === "[" ? "open" : "close" };
      at += 1;
    } else {
      const found = word(at);
      if (found === "") at += 1;
      else {
        const value = Number(found);
        yield Number.isNaN(value) ? { kind: "operator", value: found } : { kind: "number", value };
        at += found.length;
      }
    }
  }
}
