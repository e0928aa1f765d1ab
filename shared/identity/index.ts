export { type Contradiction, contradictionsOf } from "./contradictions.ts";
export {
  leiCheckDigits,
  readForeignCode,
} from "./foreign-code.ts";
export { looksLikeFirm } from "./kind-of-name.ts";
export { legalFormOf } from "./legal-form.ts";
export { ELF_FORMS } from "./legal-form-table.ts";
export {
  isUscc,
  normaliseCode,
  readUscc,
  type UsccReading,
} from "./uscc.ts";
export { bodyCheckCharacter, type UsccProblem, usccCheckCharacter } from "./uscc-check.ts";

export { PROVINCES, USCC_CATEGORIES, type UsccKind } from "./uscc-tables.ts";
