export type { EditionContent } from "./edition-content.ts";
export { evidencePaths } from "./evidence-paths.ts";
export { readEdition } from "./paper-edition.ts";
