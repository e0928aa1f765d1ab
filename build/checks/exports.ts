import { type Check, type Problem, programCode, type SourceFile } from "./source-files.ts";

interface Exported {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly hasDoc: boolean;
}

const declaration = /^export (?:async )?(?:function\*?|class) (\w+)/;

function exportsOf({ path, text }: SourceFile): readonly Exported[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const [, name] = declaration.exec(line) ?? [];
    if (name === undefined) return [];
    const above = lines
      .slice(0, index)
      .filter((before) => !before.startsWith("// biome-ignore"))
      .at(-1);
    return [
      { file: path, line: index + 1, name, hasDoc: above?.trimEnd().endsWith("*/") === true },
    ];
  });
}

/** Every exported function and class says what it promises. */
export const checkExports: Check = (_root, files) =>
  programCode(files)
    .flatMap(exportsOf)
    .filter(({ hasDoc }) => !hasDoc)
    .map(
      ({ file, line, name }): Problem => ({
        file,
        line,
        message: `${name} has no line that says what it promises`,
      }),
    );
