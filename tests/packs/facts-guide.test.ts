import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { factCatalogue, subjectKinds } from "#shared/facts";
import { translateData } from "#shared/i18n";

const path = fileURLToPath(new URL("../../docs/guide/facts.md", import.meta.url));

const cell = (text: string) => text.replaceAll("|", "\\|");

/** The guide to facts as the catalogue has it today. */
function guide(): string {
  const facts = [...factCatalogue.facts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const relations = [...factCatalogue.relations.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const question = (id: string) =>
    `${cell(translateData("en", `fact.${id}`))} · ${cell(translateData("zh", `fact.${id}`))}`;
  const lines = [
    "# Facts and relations",
    "",
    "What a rule can ask of a dossier. A fact reports and never decides: every number, class, list and date comes from the pack, as",
    "the other side of a comparison or as an argument. `writing-packs.md` says how conditions are made of them. A test keeps this",
    "page equal to the program's catalogue.",
  ];
  for (const kind of subjectKinds) {
    lines.push(
      "",
      `## Of one ${kind}`,
      "",
      "| fact | is | given by | arguments | asks |",
      "|---|---|---|---|---|",
    );
    for (const fact of facts.filter(({ subject }) => subject === kind)) {
      const takes = (fact.takes ?? []).map((name) => `\`${name}\``).join(" ");
      lines.push(
        `| \`${fact.id}\` | ${fact.type} | ${fact.owner} | ${takes} | ${question(fact.id)} |`,
      );
    }
    const walks = relations.filter(({ from }) => from === kind);
    if (walks.length === 0) continue;
    lines.push("", "| relation | leads to | asks while incomplete |", "|---|---|---|");
    for (const { id, to } of walks) lines.push(`| \`${id}\` | ${to} | ${question(id)} |`);
  }
  lines.push(
    "",
    "## Sets of holders",
    "",
    "Facts about ownership take `holders`: `kinds`, `usccPrefixes`, `countries` (conditions that must all be met, their values are",
    "alternatives), `declaredStateCapital` (parties whose certificate bears one of these categories), `answeredYes` (parties that",
    "answered yes to one of these questions about themselves: `military`, `militaryEndUser`, `sensitiveGovernment`), `any` (further sets), or",
    "`listed` (parties that stand on the named lists, as for `party.listed`). `over` is a line in per cent that must be exceeded,",
    "or reached where `inclusive` says so; `missing` says whether holders that nobody recorded may belong to the set (`unknown`,",
    "the default) or not (`ignore`).",
    "",
  );
  return lines.join("\n");
}

test("the guide lists every fact and relation as the catalogue has them", async () => {
  await expect(guide()).toMatchFileSnapshot(path);
});
