import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Check, matches } from "./source-files.ts";

/** A path of this project in a document: a known top folder, then names; patterns and placeholders are passed over. */
const path = /`((?:electron|renderer|shared|build|tests|docs|examples|\.github)\/[\w./-]+)`/g;

/** Every path that a document names is there. */
export const checkDocPaths: Check = (root, files) =>
  files
    .filter((file) => file.path.endsWith(".md"))
    .flatMap((file) =>
      [...matches(file, path)]
        .filter(({ match }) => !existsSync(join(root, match[1] ?? "")))
        .map(({ line, match }) => ({ file: file.path, line, message: `${match[1]} is not there` })),
    );
