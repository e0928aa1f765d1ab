import { NATIONAL_DIVISION, PROVINCES, USCC_ALPHABET, USCC_CATEGORIES } from "./uscc-tables.ts";

const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Why a code is not one of GB 32100; positions count from 1. */
export type UsccProblem =
  | { readonly kind: "length"; readonly found: number }
  | { readonly kind: "character"; readonly position: number; readonly found: string }
  | { readonly kind: "department"; readonly found: string }
  | { readonly kind: "category"; readonly found: string }
  | { readonly kind: "division"; readonly found: string }
  | { readonly kind: "body-check"; readonly found: string; readonly expected: string }
  | { readonly kind: "check"; readonly found: string; readonly expected: string };

/** The 18th character that the first 17 ask for (DF-U-02). */
export function usccCheckCharacter(first17: string): string {
  const total = WEIGHTS.reduce(
    (sum, weight, at) => sum + weight * USCC_ALPHABET.indexOf(first17.charAt(at)),
    0,
  );
  return USCC_ALPHABET.charAt((31 - (total % 31)) % 31);
}

/** The 9th character that the first 8 of a body code ask for (GB 11714, DF-U-03). */
export function bodyCheckCharacter(first8: string): string {
  const total = BODY_WEIGHTS.reduce((sum, weight, at) => {
    const code = first8.charCodeAt(at);
    return sum + weight * (code < 58 ? code - 48 : code - 55);
  }, 0);
  const rest = 11 - (total % 11);
  if (rest === 10) return "X";
  return rest === 11 ? "0" : String(rest);
}

/** A character that cannot be seen (a mark of direction, a space without width) is named by its number. */
function shown(char: string): string {
  if (!/[\p{C}\p{Z}\p{M}]/u.test(char)) return char;
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function badCharacters(code: string): UsccProblem[] {
  return [...code].flatMap((found, at) => {
    const fits = at >= 2 && at <= 7 ? /^\d$/.test(found) : USCC_ALPHABET.includes(found);
    return fits ? [] : [{ kind: "character", position: at + 1, found: shown(found) } as const];
  });
}

function badMeaning(code: string): UsccProblem[] {
  const found: UsccProblem[] = [];
  const department = code.charAt(0);
  if (!/^[1-9ANY]$/.test(department)) found.push({ kind: "department", found: department });
  else if (!(code.slice(0, 2) in USCC_CATEGORIES))
    found.push({ kind: "category", found: code.slice(0, 2) });
  const division = code.slice(2, 8);
  if (division !== NATIONAL_DIVISION && !PROVINCES.includes(division.slice(0, 2)))
    found.push({ kind: "division", found: division });
  return found;
}

/** Everything that is wrong with a code of upper-case characters; empty when both check characters and all tables fit. */
export function usccProblems(code: string): UsccProblem[] {
  const length = [...code].length;
  if (length !== 18) return [{ kind: "length", found: length }, ...strangers(code)];
  const characters = badCharacters(code);
  if (characters.length > 0) return characters;
  const problems = badMeaning(code);
  const body = bodyCheckCharacter(code.slice(8, 16));
  if (body !== code.charAt(16))
    problems.push({ kind: "body-check", found: code.charAt(16), expected: body });
  const check = usccCheckCharacter(code.slice(0, 17));
  if (check !== code.charAt(17))
    problems.push({ kind: "check", found: code.charAt(17), expected: check });
  return problems;
}

/** In a code of the wrong length positions mean little: only characters that stand nowhere are named. */
function strangers(code: string): UsccProblem[] {
  return [...code].flatMap((found, at) =>
    USCC_ALPHABET.includes(found)
      ? []
      : [{ kind: "character", position: at + 1, found: shown(found) } as const],
  );
}
