import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ISSUE_DAY } from "./days.ts";
import { answerValue } from "./desk-terminal.ts";
import { exampleDossiers, packDossiers, realLists } from "./inputs.ts";
import type { Parts } from "./recorder.ts";

/** Codes of every kind of answer: sound, wrong in one place, of other registrars, no code at all. */
const codes = [
  "91520115MA6H2XK45T",
  "91310000MA1FL5E91X",
  "11100000000013338W",
  "A1100000000000000X",
  "91520115MA6H2XK450",
  "91520115MA6H2XK4",
  "915201l5MA6H2XK45T",
  "",
] as const;

/** Names that lists hold, that lie near such names, and that no list holds. */
const names = [
  "Huawei Technologies",
  "Huwaei Technolgies",
  "Inspur Group",
  "上海微电子",
  "Nobody Invented Ltd",
] as const;

type Loose = { readonly parties?: readonly { readonly id: string; readonly uscc?: string }[] };

function partiesOf(root: string, path: string): NonNullable<Loose["parties"]> {
  return (JSON.parse(readFileSync(join(root, path), "utf8")) as Loose).parties ?? [];
}

function ownersAsks(root: string): readonly (readonly string[])[] {
  return [...exampleDossiers(root), ...packDossiers(root)].flatMap(({ path, pack }) => {
    const parties = partiesOf(root, path);
    // Of a dossier with very many parties the first ones; the large example has all tiers among them.
    return parties.slice(0, 8).flatMap(({ id }) => {
      const words = ["owners", path, "--subject", id, "--as-of", ISSUE_DAY, ...pack];
      return [
        [...words, "--json"],
        ...(id === parties[0]?.id ? [[...words, "--down", "--json"]] : []),
      ];
    });
  });
}

function packAsks(root: string): readonly (readonly string[])[] {
  const folders = [
    ...globSync("shared/packs/{cn-import,us-export}/*", { cwd: root }),
    ...globSync("examples/packs/*/*", { cwd: root }),
  ].toSorted();
  return [
    ["pack", "list", "--json"],
    ["pack", "list"],
    ...folders.map((folder) => ["pack", "check", folder, "--json"]),
    ["pack", "diff", folders[0] ?? "", folders[0] ?? "", "--json"],
  ];
}

/** What `owners`, `uscc`, `screen` and `pack` answer, refusals included. */
export async function recordAnswers({ root, terminal, recorder }: Parts): Promise<void> {
  const own = exampleDossiers(root).flatMap(({ path }) =>
    partiesOf(root, path).flatMap(({ uscc }) => (uscc === undefined ? [] : [uscc])),
  );
  const list = realLists(root)[0];
  const asks = [
    ...ownersAsks(root),
    ...[...new Set([...codes, ...own.slice(0, 12)])].map((code) => ["uscc", code, "--json"]),
    ...packAsks(root),
    ...(list === undefined ? [] : names.map((name) => ["screen", name, "--list", list, "--json"])),
    ["screen", "Nobody", "--json"],
    ["help"],
    ["help", "--lang", "en"],
    ["nothing-of-this-name"],
    ["check", "not-there.json"],
  ];
  await terminal.all(
    asks.map((words) => async () => {
      const answer = answerValue(await terminal.desk(...words));
      recorder.keepSplit(`answer/${words.join(" ")}`, answer);
    }),
  );
}
