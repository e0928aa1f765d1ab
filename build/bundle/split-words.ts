import type { Plugin } from "vite";
import { catalogue, type Lang, languages } from "#shared/i18n";

/** What only the terminal and the papers say; the page has no use for it. */
const elsewhere = /^(cli|loopback|paper|country)\./;

const virtual = "desk-words:";

/** The words of one language, as data that an engine reads faster than code. */
function wordsModule(lang: Lang): string {
  const words = Object.entries(catalogue)
    .filter(([key]) => !elsewhere.test(key))
    .map(([key, texts]) => [key, texts[lang]]);
  const json = JSON.stringify(Object.fromEntries(words));
  return `export const words = JSON.parse(${JSON.stringify(json)});`;
}

const door = `
  export const languages = ${JSON.stringify(languages)};
  const tables = {};
  const loads = {
  ${languages.map((lang) => `  ${lang}: () => import("${virtual}${lang}"),`).join("\n")}
  };
  export function wordsOf(lang, key) {
    const table = tables[lang];
    return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
  }
  export async function loadWords(lang) {
    tables[lang] ??= (await loads[lang]()).words;
  }
`;

/** Gives the page each language as a file of its own: puts another door in the place of `shared/i18n/words.ts`. */
export function splitWords(): Plugin {
  return {
    name: "desk-split-words",
    enforce: "pre",
    resolveId: (id) => (id.startsWith(virtual) ? id : undefined),
    load: (id) => {
      if (id.endsWith("/shared/i18n/words.ts")) return door;
      const lang = languages.find((known) => id === `${virtual}${known}`);
      return lang === undefined ? undefined : wordsModule(lang);
    },
  };
}
