export { type Contradiction, contradictionsOf } from "./contradictions.ts";
export {
  type ForeignCodeReading,
  type ForeignScheme,
  leiCheckDigits,
  readForeignCode,
} from "./foreign-code.ts";
export { looksLikeFirm } from "./kind-of-name.ts";
export { elfForm, type LegalForm, legalFormOf } from "./legal-form.ts";
export { ELF_FORMS, type ElfForm, type FormFamily, type FormId } from "./legal-form-table.ts";
export {
  isUscc,
  normaliseCode,
  readUscc,
  type UsccClaim,
  type UsccDivision,
  type UsccMeaning,
  type UsccParts,
  type UsccReading,
  usccMeaning,
} from "./uscc.ts";
export { bodyCheckCharacter, type UsccProblem, usccCheckCharacter } from "./uscc-check.ts";
export type { UsccRepair } from "./uscc-repair.ts";
export { PROVINCES, USCC_CATEGORIES, type UsccKind } from "./uscc-tables.ts";
