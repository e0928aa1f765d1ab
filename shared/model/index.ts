export { type Case, caseEventSchema, caseSchema, caseStatuses } from "./case.ts";
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
export { type Order, orderSchema } from "./order.ts";
export {
  type Delivery,
  deliverySchema,
  hsBases,
  incoterms,
  type OrderLine,
  orderLineSchema,
  quantitySchema,
} from "./order-line.ts";
export {
  claimKinds,
  customsSchema,
  declarationsSchema,
  type EndUse,
  type ExporterFacts,
  endUseKinds,
  endUseSchema,
  exporterFactsSchema,
  type Lookup,
  lookupSchema,
  type Necessity,
  necessitySchema,
  type Review,
  type Route,
  remoteUserSchema,
  reviewSchema,
  routeSchema,
  type ScreeningDecision,
  screeningDecisionSchema,
  type TenantShare,
  type Terms,
  tenantClasses,
  tenantShareSchema,
  termsSchema,
} from "./order-parts.ts";
export { bytesFit, guessKind, usualSide } from "./paper-names.ts";
export {
  type Address,
  addressSchema,
  agreementKinds,
  type Contact,
  contactSchema,
  foreignCodeSchema,
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
  amountSchema,
  answerSchema,
  type Bilingual,
  bilingualSchema,
  countrySchema,
  currencySchema,
  dateSchema,
  decimalSchema,
  evidenceIdSchema,
  idSchema,
  lineSchema,
  linkIdSchema,
  orderIdSchema,
  partyIdSchema,
  percentSchema,
  personIdSchema,
  productIdSchema,
  type Share,
  screenedIdSchema,
  sha256Schema,
  shareSchema,
  siteIdSchema,
  textSchema,
} from "./primitives.ts";
export {
  classifications,
  confidences,
  denseRateSchema,
  type Figure,
  figureSchema,
  type Product,
  productForms,
  productSchema,
} from "./product.ts";
export { evidenceRecordSchema, type PartyRecord, partyRecordSchema } from "./records.ts";
export {
  type Alternative,
  type AlternativeSeed,
  alternativeSchema,
  alternativeSeedSchema,
  type ProductSeed,
  parseAlternativeSeed,
  parseProductSeed,
  productSeedSchema,
} from "./seed.ts";
export { defaultSettings, type Settings, settingsSchema } from "./settings.ts";
export { type Site, siteSchema } from "./site.ts";
export {
  lineTotal,
  orderedUnits,
  orderTotal,
  orderTotalUsd,
  scheduleAddsUp,
  scheduledQuantity,
} from "./totals.ts";
export { type TotalsSnapshot, totalsSnapshotSchema } from "./totals-snapshot.ts";
