import { catalogue } from "#shared/i18n";
import type { Check, Problem } from "./source-files.ts";

/** Message texts by key and language. */
export type Catalogue = Readonly<Record<string, Readonly<Record<"zh" | "en", string>>>>;

const place = "shared/i18n/catalogue";
const han = /\p{Script=Han}/u;
/** The names of the blanks of a text, each once; words that go by a number (`{count|entry|entries}`) name it too. */
const blanks = (text: string) => {
  const names = [...text.matchAll(/\{([a-zA-Z0-9]+)(?:\|[^|{}]*\|[^|{}]*)?\}/g)].map(
    ([, name]) => name,
  );
  return [...new Set(names)].sort().join(" ");
};
/** What looks like a blank and is none would be shown as it stands. */
const odd = (text: string) =>
  /\{\S[^{}]*\}/.exec(text.replace(/\{[a-zA-Z0-9]+(?:\|[^|{}]*\|[^|{}]*)?\}/g, ""))?.[0];

function troubles(
  key: string,
  { zh, en }: { readonly zh: string; readonly en: string },
): readonly string[] {
  return [
    ...(zh.trim() === "" || en.trim() === "" ? ["lacks one of its two languages"] : []),
    ...(blanks(zh) === blanks(en)
      ? []
      : [`has blanks {${blanks(zh)}} in Chinese and {${blanks(en)}} in English`]),
    ...[odd(zh), odd(en)].flatMap((found) => (found === undefined ? [] : [`holds ${found}`])),
    ...(/^[a-z][\w-]*(\.[\w?-]+)+$/.test(key) ? [] : ["is no key of the form area.subject.detail"]),
  ];
}

/** Both languages say each message, with the same blanks to fill. */
export function catalogueProblems(messages: Catalogue): readonly Problem[] {
  return Object.entries(messages).flatMap(([key, texts]) =>
    troubles(key, texts).map((trouble) => ({ file: place, message: `"${key}" ${trouble}` })),
  );
}

/** Where Chinese stands for itself: a language's own name, names of countries as data. */
const mayHoldHan = ["electron/main/window/menu.ts", "renderer/ui/fields/countries.ts"];

/** What a line of code says: no comment, and no pattern that reads what others wrote. */
const said = (line: string) =>
  line.replace(/\/\/.*|^\s*\/?\*.*/, "").replace(/\/\^[^/]+\/\w*\.test/, "");

function strayWords(files: Parameters<Check>[1]): readonly Problem[] {
  return files
    .filter(
      ({ path }) =>
        /^(renderer|electron\/(main|preload|loopback|cli))\/.*\.tsx?$/.test(path) &&
        !/\.test\./.test(path),
    )
    .filter(({ path }) => !mayHoldHan.includes(path))
    .flatMap(({ path, text }) =>
      text
        .split("\n")
        .map((line, index) => ({ line: index + 1, code: said(line) }))
        .filter(({ code }) => han.test(code))
        .map(({ line }) => ({
          file: path,
          line,
          message: "Chinese text belongs in the catalogue",
        })),
    );
}

/** The catalogue is whole in both languages, and no sentence stands beside it. */
export const checkCatalogue: Check = (_root, files) => [
  ...catalogueProblems(catalogue),
  ...strayWords(files),
];
