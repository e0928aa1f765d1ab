import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Check, matches, type Problem, programCode, type SourceFile } from "./source-files.ts";

const glossary = "docs/guide/glossary.md";
const row = /^\| (code|zh|en) \| `(.+)` \| (.+) \|$/gm;

interface RuledOut {
  readonly where: string;
  readonly pattern: RegExp;
  readonly instead: string;
}

/** The words that the glossary rules out; a table cell cannot hold a bare pipe, so patterns escape theirs. */
function ruledOut(root: string): readonly RuledOut[] {
  const text = readFileSync(join(root, glossary), "utf8");
  return [...text.matchAll(row)].map(([, where = "", pattern = "", instead = ""]) => ({
    where,
    pattern: new RegExp(pattern.replaceAll("\\|", "|"), "g"),
    instead,
  }));
}

const text = (lang: string) => new RegExp(`\\b${lang}: ("(?:[^"\\\\]|\\\\.)*"|\`[^\`]*\`)`, "g");

/** The file with everything but its texts of one language blanked out, so that lines keep their numbers. */
function only(file: SourceFile, lang: string): SourceFile {
  const kept = [...file.text.matchAll(text(lang))].map(({ index, 0: found }) => [
    index,
    index + found.length,
  ]);
  let blank = file.text.replace(/[^\n]/g, " ");
  for (const [from = 0, to = 0] of kept)
    blank = blank.slice(0, from) + file.text.slice(from, to) + blank.slice(to);
  return { ...file, text: blank };
}

/** One term for one thing: no identifier and no text of the catalogue uses a word that the glossary rules out. */
export const checkGlossary: Check = (root, files) => {
  const code = programCode(files);
  const catalogue = code.filter(({ path }) => path.startsWith("shared/i18n/catalogue/"));
  const rules = ruledOut(root);
  if (rules.length === 0) return [{ file: glossary, message: "its table of words was not read" }];
  return rules.flatMap(({ where, pattern, instead }) =>
    (where === "code" ? code : catalogue.map((file) => only(file, where)))
      .filter(({ path }) => !path.startsWith("build/checks/"))
      .flatMap((file) =>
        [...matches(file, pattern)].map(
          ({ line, match }): Problem => ({
            file: file.path,
            line,
            message: `"${match[0]}" is ruled out by the glossary; use: ${instead}`,
          }),
        ),
      ),
  );
};
