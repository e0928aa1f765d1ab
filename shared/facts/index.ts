export { factCatalogue } from "./catalogue.ts";
export { createFactSource, type FactSourceInput } from "./fact-source.ts";
export { chipsPerUnit } from "./order/count-facts.ts";
export { namesModel } from "./order/model-name.ts";
export type { ListHit } from "./parties/list-hit.ts";
export {
  createWorkings,
  type OwnershipWorking,
  type Workings,
} from "./parties/ownership-workings.ts";
export {
  type Ask,
  type FactAnswer,
  type FactArgs,
  type FactCatalogue,
  type FactOwner,
  type FactSource,
  type FactSpec,
  type FactType,
  factOwners,
  type Related,
  type Subject,
  type SubjectKind,
  subjectKinds,
} from "./types.ts";
