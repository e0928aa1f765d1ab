export { evidencePaths } from "./evidence-paths.ts";
export { type EditionContent, readEdition, type Sealer } from "./paper-edition.ts";
