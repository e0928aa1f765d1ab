export { type Case, caseSchema, caseStatuses } from "./case.ts";
export { type Difference, differences } from "./differences.ts";
export {
  DOSSIER_SCHEMA,
  type Dossier,
  type DossierTexts,
  dossierHash,
  dossierSchema,
  dossierTexts,
  hashOfTexts,
  parseDossier,
} from "./dossier.ts";
export {
  EVIDENCE_LIMIT,
  type Evidence,
  evidenceKinds,
  evidenceSchema,
  evidenceSides,
} from "./evidence.ts";
export { type Order, orderSchema } from "./order/order.ts";
export {
  hsBases,
  incoterms,
  type OrderLine,
} from "./order/order-line.ts";
export {
  claimKinds,
  type EndUse,
  type ExporterFacts,
  endUseKinds,
  type Lookup,
  lookupSchema,
  type Necessity,
  type Review,
  type Route,
  reviewSchema,
  type ScreeningDecision,
  screeningDecisionSchema,
  screeningDecisions,
  type TenantShare,
  tenantClasses,
  tenantShareSchema,
} from "./order/order-parts.ts";
export {
  lineTotal,
  orderTotal,
  orderTotalUsd,
  scheduleAddsUp,
  scheduledQuantity,
} from "./order/totals.ts";
export type { TotalsSnapshot } from "./order/totals-snapshot.ts";
export { bytesFit, guessKind, usualSide } from "./paper-names.ts";
export {
  type Address,
  agreementKinds,
  type Contact,
  type Link,
  linkSchema,
  type Party,
  partyKinds,
  partySchema,
  stateCapitalCategories,
} from "./party.ts";
export { type Computed, performanceDensity, totalProcessingPerformance } from "./performance.ts";
export { type Person, type PersonRole, personRoles, personSchema } from "./person.ts";
export {
  type Answer,
  answerSchema,
  type Bilingual,
  countrySchema,
  dateSchema,
  lineSchema,
  orderIdSchema,
  partyIdSchema,
  personIdSchema,
  type Share,
  screenedIdSchema,
  sha256Schema,
  shareSchema,
  textSchema,
} from "./primitives.ts";
export {
  classifications,
  confidences,
  type Figure,
  type Product,
  productForms,
  productSchema,
} from "./product.ts";
export { evidenceRecordSchema, type PartyRecord, partyRecordSchema } from "./records.ts";
export {
  type Alternative,
  alternativeSchema,
  alternativeSeedSchema,
  parseAlternativeSeed,
  parseProductSeed,
} from "./seed.ts";
export { defaultSettings, type Settings, settingsSchema } from "./settings.ts";
export { type Site, siteSchema } from "./site.ts";
