import { type Lang, seenText, testText, translate } from "#shared/i18n";
import type { Because } from "#shared/rules";
import { figureName, type PackWords, questionText } from "./brief.ts";

/** One sentence of a trace and how deep it lies below the rule. */
export type TraceLine = { readonly depth: number; readonly text: string };

type Words = { readonly packs: readonly PackWords[]; readonly lang: Lang };

function parameterTitle({ packs, lang }: Words, id: string): string {
  const found = packs.map(({ parameters }) => parameters.get(id)).find((one) => one);
  return found?.title[lang] ?? id;
}

function definitionTitle({ packs, lang }: Words, id: string): string {
  const found = packs.map(({ definitions }) => definitions.get(id)).find((one) => one);
  return found?.title[lang] ?? id;
}

function sentence(item: Because, words: Words): string {
  const { lang } = words;
  const { id, value, seen, test = "" } = item;
  const said = { seen: seenText(lang, id, seen), test: testText(lang, id, test) };
  switch (item.kind) {
    case "fact": {
      const question = questionText(lang, id);
      if (test === "known")
        return translate(lang, value === "holds" ? "why.known.holds" : "why.known.fails", {
          question,
        });
      const name = figureName(lang, id);
      return name === undefined
        ? translate(lang, `why.fact.${value}`, { ...said, question })
        : translate(lang, `why.figure.${value}`, { ...said, name });
    }
    case "param": {
      const title = parameterTitle(words, id);
      return translate(lang, test === "" ? "why.param" : "why.param.test", { ...said, title });
    }
    case "relation":
      return translate(lang, test === "every" ? "why.relation.every" : "why.relation.some", said);
    default:
      return translate(lang, `why.definition.${value}`, { title: definitionTitle(words, id) });
  }
}

/** What decided a finding, as sentences: each thing seen beside all that the rule asks of it, its lower and its upper bound. */
export function traceLines(
  items: readonly Because[],
  words: Words,
  depth = 0,
): readonly TraceLine[] {
  return items.flatMap((item) => [
    { depth, text: sentence(item, words) },
    ...traceLines(item.children ?? [], words, depth + 1),
  ]);
}
