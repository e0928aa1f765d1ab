import { type Check, type Problem, programCode, type SourceFile } from "./source-files.ts";

interface Exported {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly name: string;
  readonly hasDoc: boolean;
}

const declaration = /^export (?:async )?(function\*?|const|class) (\w+)/;

function exportsOf({ path, text }: SourceFile): readonly Exported[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const [, kind, name] = declaration.exec(line) ?? [];
    if (kind === undefined || name === undefined) return [];
    const above = lines
      .slice(0, index)
      .filter((before) => !before.startsWith("// biome-ignore"))
      .at(-1);
    return [
      { file: path, line: index + 1, kind, name, hasDoc: above?.trimEnd().endsWith("*/") === true },
    ];
  });
}

/** How often each word stands in the project, tests included. */
function countWords(files: readonly SourceFile[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of files) {
    for (const [word] of text.matchAll(/\b[A-Za-z_]\w*/g))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Every exported function and class says what it promises, and nothing is exported that nobody ever names again. */
export const checkExports: Check = (_root, files) => {
  const counts = countWords(files.filter(({ path }) => /\.(tsx?|mjs)$/.test(path)));
  const all = programCode(files).flatMap(exportsOf);
  const silent = all
    .filter(({ kind, hasDoc }) => kind !== "const" && !hasDoc)
    .map(
      ({ file, line, name }): Problem => ({
        file,
        line,
        message: `${name} has no line that says what it promises`,
      }),
    );
  const dead = all
    .filter(({ name }) => counts.get(name) === 1)
    .map(
      ({ file, line, name }): Problem => ({
        file,
        line,
        message: `${name} is exported and never used`,
      }),
    );
  return [...silent, ...dead];
};
