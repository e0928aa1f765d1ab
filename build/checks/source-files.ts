import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Something a check objects to: where, and what to do about it. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** A text file of the project, by its path from the project folder with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A check looks at the sources and lists what it objects to. */
export type Check = (root: string, files: readonly SourceFile[]) => readonly Problem[];

const folders = [
  "electron",
  "renderer",
  "shared",
  "build",
  "tests",
  "docs",
  "examples",
  ".github",
  ".ci",
];
const textual = /\.(ts|tsx|mjs|cjs|js|json|css|html|md|yml|yaml|svg|grit)$|\/run$/;

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === "dist") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (textual.test(path)) yield path;
  }
}

/** Every text file that belongs to the project. */
export function readSourceFiles(root: string): readonly SourceFile[] {
  const top = readdirSync(root, { withFileTypes: true });
  const paths = [
    ...top.filter((e) => e.isFile() && textual.test(e.name)).map((e) => join(root, e.name)),
    ...top
      .filter((e) => e.isDirectory() && folders.includes(e.name))
      .flatMap((e) => [...walk(join(root, e.name))]),
  ];
  return paths.map((path) => ({
    path: relative(root, path).split(sep).join("/"),
    text: readFileSync(path, "utf8"),
  }));
}

const isCode = /\.(ts|tsx|mjs|cjs)$/;
const isTest = /(\.(test|spec)\.tsx?$)|^tests\//;

/** Program code alone: no tests, no data. */
export function programCode(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.filter((file) => isCode.test(file.path) && !isTest.test(file.path));
}

/** Each match of `pattern` in a file, with its line. */
export function* matches(
  file: SourceFile,
  pattern: RegExp,
): Generator<{ line: number; lineText: string; match: RegExpExecArray }> {
  const lines = file.text.split("\n");
  for (const [index, lineText] of lines.entries()) {
    for (const match of lineText.matchAll(pattern)) yield { line: index + 1, lineText, match };
  }
}
