import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Node, SourceFile } from "typescript/unstable/ast";
import { API, type Checker } from "typescript/unstable/sync";

const root = fileURLToPath(new URL("../../..", import.meta.url));
/** The tests name nearly everything; the hosts and the page hold what no test does. */
const projects = ["tests", "renderer", "electron/main", "electron", "shared"];
const isProgram = /^(?:electron|renderer|shared)\/(?!.*(?:\.test\.tsx?|\.json|papers-\d+\.mjs)$)/;

/** The program as the compiler sees it: its own sources by their path from the project folder, tests left out. */
export type Sources = {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The checker of the project that a file was read with. */
  readonly checkerOf: (path: string) => Checker;
  readonly close: () => void;
};

/** A file's path from the project folder, with forward slashes. */
export function pathOf(file: string): string {
  return relative(root, file).split(sep).join("/");
}

/** Opens the TypeScript program of the whole project. Close it when done: a process stands behind it. */
export function openSources(): Sources {
  const api = new API({ cwd: root });
  const configs = projects.map((folder) => join(root, folder, "tsconfig.json"));
  const snapshot = api.updateSnapshot({ openProjects: configs });
  const files = new Map<string, SourceFile>();
  const checkers = new Map<string, Checker>();
  for (const config of configs) {
    const project = snapshot.getProject(config);
    if (project === undefined) throw new Error(`no TypeScript project at ${config}`);
    for (const name of project.program.getSourceFileNames()) {
      const path = pathOf(name);
      const isNew = isProgram.test(path) && !files.has(path);
      const file = isNew ? project.program.getSourceFile(name) : undefined;
      if (file === undefined) continue;
      files.set(path, file);
      checkers.set(path, project.checker);
    }
  }
  const checkerOf = (path: string): Checker => {
    const checker = checkers.get(path);
    if (checker === undefined) throw new Error(`${path} is in no TypeScript project`);
    return checker;
  };
  return { files, checkerOf, close: () => api.close() };
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
