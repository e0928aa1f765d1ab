import { type Check, matches, type Problem } from "./source-files.ts";

interface Word {
  readonly pattern: RegExp;
  readonly message: string;
  readonly where: (path: string) => boolean;
}

const own = "build/checks/";
const isCatalogue = (path: string) => path.startsWith("shared/i18n/catalogue/");

/** Fixed terms in which a verdict's word is no verdict: institutions, documents, roles; and the keys of messages. */
const fixedTerms =
  /"[\w.-]+": \{|legal[- ]service|compliance review|合规复核|legal (review|form|forms|representative|representatives|person|persons|name|names|entity|entities|department|counsel|status|basis|address)|法定代表人|法人/gi;

const words: readonly Word[] = [
  {
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/g,
    message: "promises work; do it or write an issue",
    where: (path) => /\.(tsx?|mjs|css)$/.test(path),
  },
  {
    pattern: /\b(test|it|describe|suite|bench)(\.\w+)?\.(skip|only|todo)\(/g,
    message: "switches a test off",
    where: (path) => /\.(test|spec)\.tsx?$/.test(path),
  },
  {
    pattern: /(^|[\s"'`(=])\/(work|tmp|root|home)\//g,
    message: "names a place on one machine",
    where: (path) => !path.startsWith("tests/"),
  },
  {
    pattern: /\b(is|are|was|were|fully|now) (approved|compliant|legal|lawful|permitted)\b/gi,
    message: "asserts a verdict that only an authority can give",
    where: isCatalogue,
  },
  {
    pattern: /\b(compliant|compliance|legal|legality|legally|lawful)\b/gi,
    message: "sounds like a verdict; say what rules matched and what is unknown",
    where: isCatalogue,
  },
  {
    pattern: /合规(?!部|人员|岗|负责人)|合法|已获准|已批准(?!的文件)/g,
    message: "sounds like a verdict; say what rules matched and what is unknown",
    where: isCatalogue,
  },
];

/** No promises, no machine paths, and in the catalogue no word that asserts a verdict. */
export const checkPlainWords: Check = (_root, files) =>
  files
    .filter((file) => !file.path.startsWith(own))
    .flatMap((file) => {
      const text = file.text.replace(fixedTerms, (term) => "·".repeat(term.length));
      return words
        .filter((word) => word.where(file.path))
        .flatMap((word) =>
          [...matches({ ...file, text }, word.pattern)].map(
            ({ line, match }): Problem => ({
              file: file.path,
              line,
              message: `"${match[0].trim()}" ${word.message}`,
            }),
          ),
        );
    });
