import { hasMessage, translate, translateData } from "./translate.ts";
import type { Lang } from "./words.ts";

/** Where the values of a fact have words of their own. */
const valueWords: Readonly<Record<string, string>> = {
  "line.form": "product.form",
  "line.hs-basis": "hs.basis",
  "party.kind": "party.kind",
  "route.kind": "route.kind",
  "end-use.kind": "use.kind",
  "tenant.class": "tenant.class",
  "order.exporter.licence-status": "licence.status",
  "order.screened-lists": "list.name",
  "line.technical-figures": "figure",
  "tenant.party-marks": "mark",
};

const separators = { zh: "、", en: ", " } as const;

/** What a party's record bears, told by what stands before the value: its kind, its code's prefix, its certificate. */
function markText(lang: Lang, value: string): string | undefined {
  const [, of, rest] = /^(kind|prefix|capital)-(.+)$/.exec(value) ?? [];
  if (of === "prefix") return translate(lang, "mark.prefix", { prefix: rest ?? "" });
  const key = of === "kind" ? `party.kind.${rest}` : `state.capital.${rest}`;
  return of !== undefined && hasMessage(key) ? translateData(lang, key) : undefined;
}

/** One value of a fact as a person says it; a value without words of its own stays as it is written. */
function valueText(lang: Lang, fact: string, value: string): string {
  if (value === "true") return translate(lang, "answer.yes");
  if (value === "false") return translate(lang, "answer.no");
  const mark = fact === "tenant.party-marks" ? markText(lang, value) : undefined;
  if (mark !== undefined) return mark;
  const key = `${valueWords[fact] ?? "-"}.${value}`;
  return hasMessage(key) ? translate(lang, key) : parameterText(lang, value);
}

/** A value of a dated parameter as a person says it; packs of others may have values that only they know. */
export function parameterText(lang: Lang, value: string): string {
  const key = `parameter.value.${value.replaceAll(" ", "-")}`;
  return hasMessage(key) ? translate(lang, key) : value;
}

function listText(lang: Lang, fact: string, list: string): string {
  return list
    .split(", ")
    .map((value) => valueText(lang, fact, value))
    .join(separators[lang]);
}

/** Parameters' states as the engine writes them before a value or alone. */
const state = /^(in-force|not-yet|repealed|suspended|not-enforced|silent|unverified)(?:: (.*))?$/s;

/**
 * What a fact, a parameter or a relation was seen to say, in a language. Reports carry it as the engine's own short text, the same
 * whatever the language.
 */
export function seenText(lang: Lang, id: string, seen: string): string {
  const between = /^unknown \(([^)]*)…([^)]*)\)$/.exec(seen);
  if (between)
    return translate(lang, "reason.between", { min: between[1] ?? "", max: between[2] ?? "" });
  const least = /^unknown \(at least (.*)\)$/s.exec(seen);
  if (least)
    return translate(lang, "reason.at.least", { values: listText(lang, id, least[1] ?? "") });
  const careful = /^unverified \(careful: (.*)\)$/s.exec(seen);
  if (careful)
    return translate(lang, "reason.careful", { value: valueText(lang, id, careful[1] ?? "") });
  const more = /^(\d+) or more$/.exec(seen);
  if (more) return translate(lang, "reason.or.more", { count: more[1] ?? "" });
  if (seen === "holds" || seen === "fails" || seen === "unknown")
    return translate(lang, `reason.${seen}`);
  if (seen === "none") return translate(lang, "reason.none");
  const [, name, value] = state.exec(seen) ?? [];
  if (name === undefined) return listText(lang, id, seen);
  const words = translateData(lang, `parameter.state.${name}`);
  return value === undefined
    ? words
    : translate(lang, "reason.state.value", { state: words, value: valueText(lang, id, value) });
}

const signs = [
  ["is ", "reason.is"],
  ["= ", "reason.is"],
  ["in ", "reason.in"],
  ["has any of ", "reason.has.any"],
  ["only from ", "reason.only.from"],
] as const;

/** The comparison that was made, in a language; numbers and their signs stay as they are. */
export function testText(lang: Lang, id: string, test: string): string {
  if (test === "some" || test === "every" || test === "known")
    return translate(lang, `reason.${test}`);
  for (const [sign, key] of signs) {
    if (!test.startsWith(sign)) continue;
    return translate(lang, key, { values: listText(lang, id, test.slice(sign.length)) });
  }
  return (
    test
      .split(" / ")
      .map((part) => (hasMessage(`parameter.state.${part}`) ? seenText(lang, id, part) : part))
      // The parameter that a number comes from is told by its title beside it, not by its name here.
      .map((part) => part.replace(/ \([a-z0-9-]+\)(?=$|,)/g, ""))
      .join(" / ")
  );
}
