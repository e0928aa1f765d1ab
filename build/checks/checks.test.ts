import { join } from "node:path";
import { expect, test } from "vitest";
import { catalogueProblems } from "./catalogue.ts";
import { checkDangerousCalls } from "./dangerous-calls.ts";
import { checkDocPaths } from "./doc-paths.ts";
import { checkExports } from "./exports.ts";
import { checkFolderDepth } from "./folder-depth.ts";
import { checkGlossary } from "./glossary.ts";
import { checkPlainWords } from "./plain-words.ts";
import { checkSharedImports } from "./shared-imports.ts";
import { problemsOf } from "./unused.ts";

const file = (path: string, text: string) => [{ path, text }];

test.each([
  "el.innerHTML = x;",
  "<p dangerouslySetInnerHTML={{ __html: x }} />",
  "void contents.executeJavaScript(x);",
  "const o = { nodeIntegration: true };",
  "const o = { sandbox: false };",
  "shell.openExternal(url);",
  "eval(x);",
  "new Function(x);",
  "const p = \"script-src 'unsafe-inline'\";",
  'import { exec } from "node:child_process";',
])("the program may not contain %j", (text) => {
  expect(checkDangerousCalls("", file("electron/main/x.ts", `\n${text}\n`))).toMatchObject([
    { line: 2 },
  ]);
});

test("tests may name what the program may not do", () => {
  expect(checkDangerousCalls("", file("electron/main/x.test.ts", "eval(x);"))).toEqual([]);
});

test("code lies at most three folders deep, a rule pack's cases five", () => {
  expect(checkFolderDepth("", file("a/b/c/x.ts", ""))).toEqual([]);
  expect(checkFolderDepth("", file("a/b/c/d/x.ts", ""))).toHaveLength(1);
  expect(checkFolderDepth("", file("shared/packs/us/2026-01-15/cases/x.json", ""))).toEqual([]);
});

test("shared may import its own kind and the listed pure libraries alone", () => {
  const text = [
    'import { z } from "zod";',
    'import { a } from "#shared/kernel";',
    "import {",
    "  b,",
    '} from "lodash";',
    'export const words = ["from", "elsewhere"];',
    'import "./own.ts";',
  ].join("\n");
  expect(checkSharedImports("", file("shared/x/y.ts", text))).toMatchObject([{ line: 5 }]);
});

test("a promise of later work and a test that is switched off are found", () => {
  const later = ["TO", "DO"].join("");
  expect(checkPlainWords("", file("shared/x.ts", `// ${later}: more`))).toHaveLength(1);
  const off = ["test", "skip"].join(".");
  expect(checkPlainWords("", file("shared/x.test.ts", `${off}("x", f);`))).toHaveLength(1);
});

test.each(["This order is approved.", "The draft is compliant.", "本订单合规。", "该交易合法。"])(
  "the catalogue may not say %j",
  (sentence) => {
    const text = `"x.y": { zh: "${sentence}", en: "" },`;
    expect(checkPlainWords("", file("shared/i18n/catalogue/x.ts", text)).length).toBeGreaterThan(0);
  },
);

test("fixed terms are no verdict", () => {
  const text = '"x.y": { zh: "法定代表人", en: "Legal representative; legal review" },';
  expect(checkPlainWords("", file("shared/i18n/catalogue/x.ts", text))).toEqual([]);
});

test("a message that one language lacks, or whose blanks differ, is found", () => {
  const texts = {
    "a.whole": { zh: "共 {count} 项", en: "{count} in all" },
    "a.half": { zh: "项", en: "" },
    "a.blanks": { zh: "共 {count} 项", en: "{number} in all" },
    nokey: { zh: "项", en: "item" },
  };
  expect(catalogueProblems(texts).map(({ message }) => message.split(" ")[0])).toEqual([
    '"a.half"',
    '"a.blanks"',
    '"nokey"',
  ]);
});

test("an exported function without its promise is found", () => {
  const files = [
    {
      path: "shared/a.ts",
      text: "/** Adds. */\nexport function add() {}\nexport function silent() {}\n",
    },
    { path: "shared/b.ts", text: 'import { add } from "./a.ts";\nadd();\n' },
  ];
  expect(checkExports("", files).map(({ message }) => message)).toEqual([
    "silent has no line that says what it promises",
  ]);
});

test("a document that points at a line of code is held to it", () => {
  const root = join(import.meta.dirname, "..", "..");
  const said = (code: string) =>
    checkDocPaths(root, file("docs/a.md", `\`electron/main/window/window.ts\` › \`${code}\``));
  expect(said("sandbox: true")).toEqual([]);
  expect(said("sandbox: perhaps")).toHaveLength(1);
});

test("words that the glossary rules out are found in code and in one language's texts alone", () => {
  const root = join(import.meta.dirname, "..", "..");
  const found = (path: string, text: string) =>
    checkGlossary(root, file(path, text)).map(({ line }) => line);
  expect(found("electron/desk/x.ts", "\nconst shelf = createPackShelf(files);")).toEqual([2]);
  expect(found("electron/desk/x.test.ts", "createPackShelf(files);")).toEqual([]);
  const entry = (zh: string, en: string) => `"a.b": {\n  zh: "${zh}",\n  en: "${en}",\n},`;
  expect(found("shared/i18n/catalogue/x.ts", entry("主体库", "The party book"))).toEqual([2]);
  expect(found("shared/i18n/catalogue/x.ts", entry("主体名册", "until it is mended"))).toEqual([3]);
  expect(found("shared/i18n/catalogue/x.ts", entry("主体名册", "Parties"))).toEqual([]);
});

test("what knip finds unused is told with its file, line and kind", () => {
  const none = { binaries: [], dependencies: [], exports: [], files: [] };
  const issues = [
    { ...none, file: "shared/a.ts", exports: [{ name: "a", line: 3, col: 1, pos: 9 }] },
    { ...none, file: "shared/b.ts", files: [{ name: "shared/b.ts" }] },
  ];
  expect(problemsOf({ issues })).toEqual([
    { file: "shared/a.ts", line: 3, message: "a: no other file names this export" },
    { file: "shared/b.ts", message: "shared/b.ts: nothing uses this file" },
  ]);
  expect(() => problemsOf({})).toThrow();
});
