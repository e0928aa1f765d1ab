import { dirname } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { checkBorders } from "./borders.ts";
import { checkCatalogue } from "./catalogue.ts";
import { checkDangerousCalls } from "./dangerous-calls.ts";
import { checkDocPaths } from "./doc-paths.ts";
import { checkExports } from "./exports.ts";
import { checkFolderDepth } from "./folder-depth.ts";
import { checkGlossary } from "./glossary.ts";
import { checkPins } from "./pins.ts";
import { checkPlainWords } from "./plain-words.ts";
import { checkSchemas, writeSchemas } from "./schemas.ts";
import { checkSharedImports } from "./shared-imports.ts";
import { type Check, readSourceFiles } from "./source-files.ts";
import { checkUnused } from "./unused.ts";

const checks: Readonly<Record<string, Check>> = {
  "folder depth": checkFolderDepth,
  "dangerous calls": checkDangerousCalls,
  "shared imports": checkSharedImports,
  "exact pins": checkPins,
  "plain words": checkPlainWords,
  "words of the glossary": checkGlossary,
  "two languages": checkCatalogue,
  "unused code": checkUnused,
  "documented exports": checkExports,
  "published schemas": checkSchemas,
  "paths in documents": checkDocPaths,
  "broken borders are caught": checkBorders,
};

// Runs every check and prints what it objects to, one line each.
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
if (process.argv.includes("--write-schemas"))
  for (const path of writeSchemas(root)) console.log(`  wrote ${path}`);
const files = readSourceFiles(root);
for (const [name, check] of Object.entries(checks)) {
  const problems = check(root, files);
  console.log(`  ${problems.length === 0 ? "ok  " : "FAIL"} ${name}`);
  for (const { file, line, message } of problems) {
    console.log(`       ${file}${line === undefined ? "" : `:${line}`}: ${message}`);
    process.exitCode = 1;
  }
}
