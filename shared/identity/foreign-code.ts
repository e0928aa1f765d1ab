import { normaliseCode } from "./uscc.ts";

/** The registration numbers of the model other than the unified social credit code. */
export type ForeignScheme =
  | "lei"
  | "company-number"
  | "uen"
  | "hk-cr"
  | "hk-br"
  | "ein"
  | "duns"
  | "other";

/** A registration number read: `checked` when check digits stand, `shaped` when only its form is known to fit. */
export type ForeignCodeReading = {
  readonly scheme: ForeignScheme;
  readonly code: string;
  readonly state: "checked" | "shaped" | "unchecked" | "invalid";
  readonly problem?: "length" | "character" | "check" | "shape";
  /** Single changes that would make an LEI valid, transpositions of neighbours first. */
  readonly repairs: readonly string[];
};

const SHAPES: Partial<Record<ForeignScheme, RegExp>> = {
  uen: /^(\d{8}[A-Z]|(18|19|20)\d{7}[A-Z]|[TSR]\d{2}[A-Z]{2}\d{4}[A-Z])$/,
  "hk-cr": /^F?\d{7}$/,
  "hk-br": /^\d{8}(\d{3}(\d{4}[0-9A-Z]?)?)?$/,
  ein: /^\d{9}$/,
  duns: /^\d{9}$/,
};

/** Remainder of an LEI by 97, its letters written as 10 to 35 (ISO 17442, ISO 7064); 1 when the check digits stand. */
function leiRemainder(code: string): number {
  let rest = 0;
  for (const char of code)
    for (const digit of String(Number.parseInt(char, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

/** The two check digits that the first 18 characters of an LEI ask for. */
export function leiCheckDigits(first18: string): string {
  return String(98 - leiRemainder(`${first18}00`)).padStart(2, "0");
}

const isLei = (code: string) => /^[0-9A-Z]{18}\d{2}$/.test(code) && leiRemainder(code) === 1;

function leiProblem(code: string): ForeignCodeReading["problem"] {
  if (code.length !== 20) return "length";
  if (!/^[0-9A-Z]{18}\d{2}$/.test(code)) return "character";
  return leiRemainder(code) === 1 ? undefined : "check";
}

function leiRepairs(code: string): string[] {
  if (code.length !== 20) return [];
  const found = new Set<string>();
  for (let at = 0; at + 1 < 20; at += 1) {
    const swapped = `${code.slice(0, at)}${code.charAt(at + 1)}${code.charAt(at)}${code.slice(at + 2)}`;
    if (isLei(swapped)) found.add(swapped);
  }
  const misread: Readonly<Record<string, string>> = {
    O: "0",
    "0": "O",
    I: "1",
    "1": "I",
    S: "5",
    "5": "S",
    Z: "2",
    "2": "Z",
    B: "8",
    "8": "B",
  };
  for (let at = 0; at < 20; at += 1) {
    const other = misread[code.charAt(at)];
    const changed = other ? code.slice(0, at) + other + code.slice(at + 1) : code;
    if (isLei(changed)) found.add(changed);
  }
  return [...found];
}

/** Reads a registration number of a scheme; only an LEI carries check digits that are checked here. */
export function readForeignCode(scheme: ForeignScheme, value: string): ForeignCodeReading {
  const code = normaliseCode(value);
  if (scheme === "lei") {
    const problem = leiProblem(code);
    if (problem === undefined) return { scheme, code, state: "checked", repairs: [] };
    return { scheme, code, state: "invalid", problem, repairs: leiRepairs(code) };
  }
  const shape = SHAPES[scheme];
  if (!shape) return { scheme, code, state: "unchecked", repairs: [] };
  if (shape.test(code)) return { scheme, code, state: "shaped", repairs: [] };
  return { scheme, code, state: "invalid", problem: "shape", repairs: [] };
}
