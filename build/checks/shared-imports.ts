import { type Check, matches, type Problem, programCode } from "./source-files.ts";

/** Pure libraries that shared code may use; each computes from its arguments alone. */
const allowed = ["zod", "@noble/hashes", "big.js", "pinyin-pro", "opencc-js", "any-ascii"];

const specifier =
  /(?:^(?:import|export|\})[^"';]*?\bfrom\s*|^import\s*|\bimport\s*\(\s*)"([^"]+)"/g;

const isAllowed = (name: string) =>
  /^[.#]/.test(name) ||
  allowed.some((library) => name === library || name.startsWith(`${library}/`));

/** Shared code imports its own kind and the pure libraries of the list above. */
export const checkSharedImports: Check = (_root, files) =>
  programCode(files)
    .filter((file) => file.path.startsWith("shared/"))
    .flatMap((file) =>
      [...matches(file, specifier)].flatMap(({ line, match }): Problem[] => {
        const name = match[1] ?? "";
        if (isAllowed(name)) return [];
        return [
          { file: file.path, line, message: `"${name}" is not on shared's list of pure libraries` },
        ];
      }),
    );
