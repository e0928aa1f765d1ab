import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Node, SourceFile } from "typescript/unstable/ast";
import { API, type Checker } from "typescript/unstable/sync";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const isProgram = /^(?:electron|renderer|shared)\/(?!.*(?:\.test\.tsx?|\.json|papers-\d+\.mjs)$)/;

/** The program as the compiler sees it: its own sources by their path from the project folder, tests left out. */
export type Sources = {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly checker: Checker;
  readonly close: () => void;
};

/** A file's path from the project folder, with forward slashes. */
export function pathOf(file: string): string {
  return relative(root, file).split(sep).join("/");
}

/** Opens the TypeScript program of the whole project. Close it when done: a process stands behind it. */
export function openSources(): Sources {
  const api = new API({ cwd: root });
  const config = join(root, "tests/tsconfig.json");
  const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
  if (project === undefined) throw new Error(`no TypeScript project at ${config}`);
  const { program, checker } = project;
  const files = new Map<string, SourceFile>();
  for (const name of program.getSourceFileNames().toSorted()) {
    const path = pathOf(name);
    const file = isProgram.test(path) ? program.getSourceFile(name) : undefined;
    if (file !== undefined) files.set(path, file);
  }
  return { files, checker, close: () => api.close() };
}

/** A node and everything below it, in the order of the text. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  const children: Node[] = [];
  node.forEachChild((child) => {
    children.push(child);
    return undefined;
  });
  for (const child of children) yield* walk(child);
}

/** The number of the line at which a node begins, counted from one. */
export function lineOf(file: SourceFile, node: Node): number {
  return file.text.slice(0, node.getStart(file)).split("\n").length;
}
