import process from "node:process";
import { allDays, ISSUE_DAY, OPEN_DAY, someDays } from "./days.ts";
import { answerValue } from "./desk-terminal.ts";
import { type DossierFile, exampleDossiers, packDossiers, realLists } from "./inputs.ts";
import type { Parts } from "./recorder.ts";

type Ask = { readonly name: string; readonly words: readonly string[] };

function asks({ name, path, pack }: DossierFile, days: readonly string[]): readonly Ask[] {
  const on = (day: string, ...more: readonly string[]) => [
    "check",
    path,
    "--as-of",
    day,
    ...pack,
    ...more,
  ];
  return [
    ...days.map((day) => ({ name: `check/${name}/${day}`, words: on(day, "--json") })),
    ...[OPEN_DAY, ISSUE_DAY].flatMap((day) =>
      ["narrow", "broad"].map((reading) => ({
        name: `check/${name}/${day}/${reading}`,
        words: on(day, "--reading", reading, "--json"),
      })),
    ),
  ];
}

function listAsks({ name, path, pack }: DossierFile, list: string): readonly Ask[] {
  const words = ["check", path, "--as-of", ISSUE_DAY, ...pack, "--list", list, "--json"];
  const about = `check/${name}/${ISSUE_DAY}/${list.split("/").at(-1)}`;
  return [
    { name: about, words },
    ...["narrow", "broad"].map((reading) => ({
      name: `${about}/${reading}`,
      words: [...words, "--reading", reading],
    })),
  ];
}

/** `check` for every dossier on its days, in all readings, with and without a list; as JSON, and as a person reads it. */
export async function recordChecks({ root, terminal, recorder }: Parts): Promise<void> {
  const [examples, others] = [exampleDossiers(root), packDossiers(root)];
  const lists = realLists(root);
  if (lists.length === 0) process.stdout.write("No lists at ../shared/data/lists: left out.\n");
  const sample = lists.find((list) => list.endsWith("sample.csv"));
  const all = [
    ...examples.flatMap((file) => asks(file, allDays)),
    ...others.flatMap((file) => asks(file, someDays)),
    ...(sample === undefined
      ? []
      : [...examples, ...others].flatMap((file) => listAsks(file, sample))),
    // The large ones once: their answers differ in what was searched only.
    ...lists
      .filter((list) => list !== sample)
      .flatMap((list) => examples.slice(0, 1).flatMap((file) => listAsks(file, list).slice(0, 1))),
  ];
  const pages = [...examples, ...others].flatMap((file) =>
    ["zh", "en"].map((lang) => ({ file, lang })),
  );
  await terminal.all([
    ...all.map(({ name, words }) => async () => {
      recorder.keepSplit(name, answerValue(await terminal.desk(...words)));
    }),
    ...pages.map(({ file, lang }) => async () => {
      const words = ["check", file.path, "--as-of", ISSUE_DAY, ...file.pack, "--lang", lang];
      const { out, err } = await terminal.desk(...words);
      recorder.keep("texts", `check/${file.name}/page-${lang}`, { out: out.split("\n"), err });
    }),
  ]);
}
