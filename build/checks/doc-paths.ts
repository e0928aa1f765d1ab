import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Check, matches, type Problem } from "./source-files.ts";

/** A path of this project in a document: a known top folder, then names; patterns and placeholders are passed over. */
const path = /`((?:electron|renderer|shared|build|tests|docs|examples|\.github)\/[\w./-]+)`/g;

/** A line of code that a document points at: `path` › `code`. */
const quotation = /`([\w./-]+\.[a-z]+)` › `([^`]+)`/g;

const plain = (text: string) => text.replace(/\s+/g, " ");

function isQuoted(root: string, file: string, code: string): boolean {
  const place = join(root, file);
  return existsSync(place) && plain(readFileSync(place, "utf8")).includes(plain(code));
}

/** Every path that a document names is there, and every line of code that it points at stands in its file. */
export const checkDocPaths: Check = (root, files) =>
  files
    .filter((file) => file.path.endsWith(".md"))
    .flatMap((file): Problem[] => [
      ...[...matches(file, path)]
        .filter(({ match }) => !existsSync(join(root, match[1] ?? "")))
        .map(({ line, match }) => ({ file: file.path, line, message: `${match[1]} is not there` })),
      ...[...matches(file, quotation)]
        .filter(({ match }) => !isQuoted(root, match[1] ?? "", match[2] ?? ""))
        .map(({ line, match }) => ({
          file: file.path,
          line,
          message: `${match[1]} holds no "${match[2]}"`,
        })),
    ]);
