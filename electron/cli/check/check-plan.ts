import { type PlanRow, questionText, type Supposed, valueText } from "#shared/check";
import { type Lang, translate, translateData } from "#shared/i18n";
import type { Program } from "#shared/rules";
import type { Io } from "../command.ts";
import { table } from "../table.ts";

type Words = { readonly lang: Lang; readonly packs: readonly Program[] };

function supposedText(supposed: Supposed, { lang, packs }: Words): string {
  if (supposed.kind === "as-it-stands") return translate(lang, "plan.as.it.stands");
  const value = valueText(lang, supposed.value);
  if (supposed.kind === "answer") {
    const owner = translateData(lang, `cli.owner.${supposed.owner}`);
    const question = questionText(lang, supposed.fact);
    return translate(lang, "plan.answer", { owner, question, value });
  }
  const found = packs
    .map(({ parameters }) => parameters.get(supposed.parameter))
    .find((one) => one);
  const parameter = found?.title[lang] ?? supposed.parameter;
  return translate(lang, "plan.law", { parameter, value });
}

/** The rows of a plan as a table: day, reading, what is supposed, lane, and the facts that carry it. */
export function writePlan(io: Io, rows: readonly PlanRow[], words: Words): void {
  const { lang } = words;
  const head = ["track", "day", "reading", "supposed", "lane", "carried"] as const;
  io.out(`${translate(lang, "plan.about")}\n\n`);
  io.out(
    table([
      head.map((name) => translateData(lang, `plan.head.${name}`)),
      ...rows.map((row) => [
        translate(lang, `track.${row.track}`),
        row.asOf,
        translate(lang, `reading.${row.reading}`),
        supposedText(row.supposed, words),
        translate(lang, `lane.${row.lane}`),
        [...new Set(row.carriedBy.map(({ fact }) => questionText(lang, fact)))]
          .slice(0, 4)
          .join(lang === "zh" ? "；" : "; "),
      ]),
    ]),
  );
}
