import { isRomanised } from "../sound/romanised.ts";
import { latinClasses, stemsOf } from "../tables/lexicon.ts";
import { normalName } from "./normal.ts";

const bracket = /[（(【[]([^（）()【】[\]]{1,120})[）)】\]]/gu;
const label =
  /(?:affiliated entity|subordinate institutions?|subordinate institution)\s*[:\-–]\s*/i;
const aside =
  /^(?:an? |the )?(?:subordinate|subsidiary|affiliate|branch|part|division|formerly|former|aka|a k a|fka|see|also|and all|including|in )/i;
const alias = /\s+(?:a\.?k\.?a\.?|f\.?k\.?a\.?|also known as|formerly known as)[:,]?\s+/i;

/** Whether brackets hold where or what a body is, and not another name of it. */
function qualifies(inside: string): boolean {
  const stems = stemsOf(normalName(inside));
  return stems.length > 0 && stems.every((one) => latinClasses.has(one) || /^\d+$/.test(one));
}

/**
 * The names that one line of a list holds: without the acronym in brackets, the acronym by itself, what stands behind
 * `Subordinate Institution -`. The line's first name comes first; brackets that say where (`(Shenzhen)`) stay in it.
 */
export function variantsOf(line: string): readonly string[] {
  const sides = line.split("/").map((side) => side.trim());
  if (sides.length === 2 && sides.every((side) => side.length >= 6))
    return [line, ...sides.flatMap(variantsOf)];
  if (!/[（(【[]|[:\-–]|\baka\b|a\.k\.a|known as/i.test(line)) return [line];
  const names: string[] = [];
  const [before = line, after] = line.split(label);
  for (const part of after === undefined ? line.split(alias) : [after, `${before} ${after}`]) {
    const inside: string[] = [];
    const bare = part
      .replace(bracket, (whole, text: string) => {
        if (/\p{Script=Han}/u.test(text) || qualifies(text)) return whole;
        if (!aside.test(text)) inside.push(text);
        return " ";
      })
      .replace(/\s+/g, " ")
      .trim();
    // A word in brackets that is spelled Chinese may be a place that no table has: both ways are names.
    if (inside.some((text) => /^[A-Z][a-z]+$/.test(text) && isRomanised(text.toLowerCase())))
      names.push(part);
    names.push(bare === "" ? part : bare, ...inside);
  }
  const kept = names
    .map((name) => name.trim())
    .filter((name) => name.replace(/[^\p{L}\p{N}]/gu, "").length >= 2);
  return kept.length === 0 ? [line] : [...new Set(kept)];
}
