import type { OwnershipView } from "#desk";
import { type Lang, translate, translateData } from "#shared/i18n";
import { shortPercent } from "#shared/ownership";
import type { Io } from "../command.ts";
import { table } from "../table.ts";

type Figure = OwnershipView["classes"][number]["figures"][number];
type Gap = Figure["gaps"][number];
type Page = { readonly io: Io; readonly lang: Lang; readonly view: OwnershipView };

const comma = (lang: Lang) => (lang === "zh" ? "、" : ", ");

type Drawing = Pick<OwnershipView, "nodes" | "edges">;

function namesOf({ view, lang }: Pick<Page, "lang"> & { readonly view: Drawing }) {
  const names = new Map(
    view.nodes.map(({ id, label, labelEn }) => [id, (lang === "en" ? labelEn : label) ?? label]),
  );
  return (id: string) => names.get(id) ?? id;
}

/** What a link is called: who holds in whom. */
function linkNames(page: Page): (link: string) => string {
  const nameOf = namesOf(page);
  const names = new Map(
    page.view.edges.flatMap(({ links, from, to }) =>
      links.map((link) => [link, `${nameOf(from)} → ${nameOf(to)}`] as const),
    ),
  );
  return (link) => names.get(link) ?? nameOf(link);
}

function gapText(page: Page, gap: Gap): string {
  const about = gap.link === undefined ? namesOf(page)(gap.party) : linkNames(page)(gap.link);
  const notes = [
    ...(gap.range === undefined
      ? []
      : [translate(page.lang, "ownership.gap.range", { range: shortPercent(gap.range) })]),
    ...(gap.alone ? [translate(page.lang, "ownership.gap.alone")] : []),
  ];
  const text = translateData(page.lang, `ownership.missing.${gap.kind}`, { about });
  if (notes.length === 0) return text;
  return page.lang === "zh" ? `${text}（${notes.join("，")}）` : `${text} (${notes.join(", ")})`;
}

/** What a figure says, in words. */
function figureText(page: Page, { fact, value, tied }: Figure): string {
  const { lang } = page;
  if (fact === "party.largest-holder-in") return translateData(lang, `ownership.largest.${value}`);
  const key = `ownership.figure.${fact}${tied === true ? ".tied" : ""}`;
  const plain = /^(holds|fails|unknown)$/.test(value);
  const words = plain ? translateData(lang, `ownership.figure.${value}`) : valueText(page, value);
  return translateData(lang, key, { value: words });
}

/** A percentage as it is read, or names in the place of ids. */
function valueText(page: Page, value: string): string {
  return value
    .split(", ")
    .map((part) => shortPercent(namesOf(page)(part)))
    .join(comma(page.lang));
}

function writeFigure(page: Page, figure: Figure): void {
  const { io, lang } = page;
  const nameOf = namesOf(page);
  io.out(`    ${figureText(page, figure)}\n`);
  for (const chain of figure.chains) {
    const notes = [
      ...(chain.share === undefined ? [] : [shortPercent(chain.share)]),
      ...(chain.contractual ? [translate(lang, "ownership.chain.contractual")] : []),
      ...(chain.nominee ? [translate(lang, "ownership.chain.nominee")] : []),
    ];
    io.out(`      ${chain.ids.map(nameOf).join(" → ")}  ${notes.join(comma(lang))}\n`);
  }
  if (figure.gaps.length > 0) {
    const fields = figure.gaps.map((gap) => gapText(page, gap)).join(comma(lang));
    io.out(`      ${translate(lang, "cli.owners.missing", { fields })}\n`);
  }
}

function writeClasses(page: Page): void {
  const { io, lang, view } = page;
  io.out(`\n${translate(lang, "ownership.classes")}\n`);
  const word = (value: string) => translateData(lang, `ownership.class.${value}`);
  for (const { title, values, sources, figures } of view.classes) {
    const { narrow, working, broad } = values;
    const same = narrow === working && working === broad;
    const said = same
      ? word(working)
      : translate(lang, "ownership.class.readings", {
          narrow: word(narrow),
          working: word(working),
          broad: word(broad),
        });
    io.out(`  ${title[lang]}: ${said}  [${sources.join(", ")}]\n`);
    for (const figure of figures) writeFigure(page, figure);
  }
}

function writeAnswers(page: Page): void {
  const { io, lang, view } = page;
  const nameOf = namesOf(page);
  for (const answer of view.answers) {
    const value = valueText(page, answer.value);
    io.out(`\n${translateData(lang, `cli.owners.${answer.id}`)}: ${value}\n`);
    for (const path of answer.paths)
      if (path.length > 1) io.out(`    ${path.map(nameOf).join(" → ")}\n`);
  }
}

function writeProblems(page: Page): void {
  const { io, lang, view } = page;
  const nameOf = linkNames(page);
  for (const { code, links, parties } of view.problems) {
    const link = (links.length > 0 ? links : parties).map(nameOf).join(comma(lang));
    const text = translateData(lang, `ownership.problem.${code}`, { link });
    io.out(`\n${translate(lang, "cli.owners.problem", { text })}\n`);
  }
}

/** Holdings as lines of a terminal, one each; says so where there are none. */
export function writeHoldings(io: Io, lang: Lang, view: Drawing): void {
  if (view.edges.length === 0) io.out(`${translate(lang, "cli.owners.none")}\n`);
  const nameOf = namesOf({ view, lang });
  io.out(
    table(
      view.edges.map((edge) => [
        nameOf(edge.from),
        edge.style === "solid" ? "──" : "╌╌",
        edge.label,
        "→",
        nameOf(edge.to),
      ]),
    ),
  );
}

/** The view as lines of a terminal: holdings, what was computed, classes with what proves them, contradictions. */
export function writeView(io: Io, lang: Lang, view: OwnershipView): void {
  const page: Page = { io, lang, view };
  writeHoldings(io, lang, view);
  writeAnswers(page);
  writeClasses(page);
  writeProblems(page);
}
