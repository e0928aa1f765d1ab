import { isRomanised } from "../sound/romanised.ts";
import { latinClasses } from "../tables/lexicon.ts";
import type { Name } from "../tokens/name.ts";
import { typingErrors } from "./distance.ts";

const SHORTEST = 9;
const LONG = 24;

/**
 * How many typing errors lie between two names as wholes, where that is all that parts them: no number differs, no known word stands
 * for another known word, no spelled Chinese word for another. Undefined where more parts them.
 */
export function slipsBetween(one: Name, other: Name): number | undefined {
  if (one.han || other.han || one.tokens.length !== other.tokens.length) return undefined;
  const length = one.tokens.reduce((sum, token) => sum + token.text.length, 0);
  if (length < SHORTEST) return undefined;
  let errors = 0;
  for (const [at, token] of one.tokens.entries()) {
    const theirs = other.tokens[at];
    if (theirs === undefined) return undefined;
    if (token.stem === theirs.stem) continue;
    if (
      token.cls === "number" ||
      theirs.cls === "number" ||
      token.text.length < 3 ||
      theirs.text.length < 3
    )
      return undefined;
    if (latinClasses.has(token.stem) && latinClasses.has(theirs.stem)) return undefined;
    const known = latinClasses.has(token.stem) || latinClasses.has(theirs.stem);
    if (!known && isRomanised(token.text) && isRomanised(theirs.text)) return undefined;
    errors += typingErrors(token.text, theirs.text, 2);
  }
  return errors <= (length >= LONG ? 2 : 1) ? errors : undefined;
}
