import { z } from "zod";
import {
  amountSchema,
  answerSchema,
  bilingualSchema,
  countrySchema,
  currencySchema,
  dateSchema,
  evidenceIdSchema,
  idSchema,
  lineSchema,
  partyIdSchema,
  percentSchema,
  personIdSchema,
  screenedIdSchema,
  sha256Schema,
  shareSchema,
  siteIdSchema,
  textSchema,
} from "../primitives.ts";
import { incoterms } from "./order-line.ts";

/** Who does what on the way from the seller to the rack, and from where the goods leave. */
export const routeSchema = z.strictObject({
  seller: partyIdSchema.optional(),
  manufacturer: partyIdSchema.optional(),
  exporterOfRecord: partyIdSchema.optional(),
  /** Where the goods lie when the export begins; a warehouse in Hong Kong is HK (B-21). */
  countryOfExport: countrySchema.optional(),
  kind: z.enum(["export", "re-export", "in-country-transfer"]).optional(),
  distributor: partyIdSchema.optional(),
  intermediaries: z.array(partyIdSchema).max(20).optional(),
  forwarder: partyIdSchema.optional(),
  importerOfRecord: partyIdSchema.optional(),
  consignee: partyIdSchema.optional(),
  /** 消费使用单位 (FM-08). */
  consumingUnit: partyIdSchema.optional(),
  endUsers: z.array(partyIdSchema).max(200).optional(),
  /** Who acts for the importer at customs or towards the seller. */
  agent: partyIdSchema.optional(),
  /** Who owns the goods and lets them to the end user. */
  lessor: partyIdSchema.optional(),
  transit: z.array(countrySchema).max(20).optional(),
  testingPlace: countrySchema.optional(),
});
export type Route = z.infer<typeof routeSchema>;

/** What the sale says: terms, money, contract (US-D-02, FM-01, FM-02). */
export const termsSchema = z.strictObject({
  currency: currencySchema.optional(),
  incoterm: z.enum(incoterms).optional(),
  incotermPlace: lineSchema.optional(),
  contractNumber: lineSchema.optional(),
  contractDate: dateSchema.optional(),
  /** 贸易方式 and 外汇来源 of the licence form. */
  tradeMode: lineSchema.optional(),
  foreignExchangeSource: lineSchema.optional(),
  exchangeRates: z
    .array(
      z.strictObject({
        from: currencySchema,
        to: currencySchema,
        rate: amountSchema,
        date: dateSchema,
        source: lineSchema,
      }),
    )
    .max(20)
    .optional(),
  freight: amountSchema.optional(),
  insurance: amountSchema.optional(),
  otherCharges: amountSchema.optional(),
  /** A US duty the seller passes on; the tool never adds one by itself (US-T-05). */
  usDutyPassedOn: amountSchema.optional(),
  paymentTerms: textSchema.optional(),
});

/** Header of the customs declaration as far as the buyer knows it (FM-07); a data sheet, not a declaration. */
export const customsSchema = z.strictObject({
  declarationPorts: z.array(lineSchema).max(2).optional(),
  entryCustoms: lineSchema.optional(),
  entryPort: lineSchema.optional(),
  recordNumber: lineSchema.optional(),
  transportMode: lineSchema.optional(),
  vesselAndVoyage: lineSchema.optional(),
  billOfLading: lineSchema.optional(),
  storagePlace: lineSchema.optional(),
  supervisionMode: lineSchema.optional(),
  exemptionNature: lineSchema.optional(),
  departurePort: lineSchema.optional(),
  transitPort: lineSchema.optional(),
  tradingCountry: countrySchema.optional(),
  departureCountry: countrySchema.optional(),
  packaging: lineSchema.optional(),
  packages: z.number().int().nonnegative().max(1_000_000).optional(),
  grossKg: amountSchema.optional(),
  netKg: amountSchema.optional(),
  attachedDocuments: textSchema.optional(),
  marks: textSchema.optional(),
  specialRelationship: answerSchema.optional(),
  priceInfluenced: answerSchema.optional(),
  royalties: answerSchema.optional(),
  formulaPricing: answerSchema.optional(),
  provisionalPrice: answerSchema.optional(),
  selfAssessed: answerSchema.optional(),
});

export const endUseKinds = [
  "training",
  "inference",
  "fine-tuning",
  "recommendation",
  "rd-laboratory",
  "university-research",
  "cloud-rental",
  "scientific-computing",
  "supercomputing",
  "military",
  "surveillance",
  "nuclear",
  "missile",
  "chemical-biological",
  "other",
] as const;

/** One use of the units, at a site, by an end user. */
export const endUseSchema = z.strictObject({
  id: idSchema("use"),
  kind: z.enum(endUseKinds),
  commercial: answerSchema.optional(),
  description: bilingualSchema.optional(),
  endUser: partyIdSchema.optional(),
  site: siteIdSchema.optional(),
  capacityShare: percentSchema.optional(),
});
export type EndUse = z.infer<typeof endUseSchema>;

/** Classes of customers that the capacity serves; `own-use` is the end user itself. */
export const tenantClasses = [
  "own-use",
  "private-commercial",
  "state-owned-enterprise",
  "government",
  "sensitive-government",
  "military",
  "critical-infrastructure",
  "public-institution",
  "foreign",
  "not-known",
] as const;

/** Share of the planned capacity per class of tenant (DF-C-07). */
export const tenantShareSchema = z.strictObject({
  id: idSchema("tnt"),
  class: z.enum(tenantClasses),
  share: shareSchema,
  tenants: z.array(partyIdSchema).max(300).optional(),
  description: textSchema.optional(),
  evidence: z.array(evidenceIdSchema).max(50).optional(),
});
export type TenantShare = z.infer<typeof tenantShareSchema>;

/** Intended remote users by country (US-R-14). */
export const remoteUserSchema = z.strictObject({
  id: idSchema("rmu"),
  name: lineSchema.optional(),
  country: countrySchema.optional(),
  headquarters: countrySchema.optional(),
  /** The party that uses the capacity, where it is in the record; its class counts as a tenant's does. */
  party: partyIdSchema.optional(),
  /** The class it belongs to, where no party is named. */
  class: z.enum(tenantClasses).optional(),
  description: textSchema.optional(),
});

export const claimKinds = [
  "delivery-date",
  "software-stack",
  "memory-bandwidth",
  "memory-capacity",
  "framework-support",
  "cluster-scale",
  "reliability",
  "cost",
  "other",
] as const;

/** Why domestic chips do not suffice, in the applicant's own words; each claim stands on evidence (AL-11, CN-I-06). */
export const necessitySchema = z.strictObject({
  statement: bilingualSchema.optional(),
  specialCircumstances: textSchema.optional(),
  needDate: dateSchema.optional(),
  claims: z
    .array(
      z.strictObject({
        id: idSchema("clm"),
        kind: z.enum(claimKinds),
        text: textSchema,
        evidence: z.array(evidenceIdSchema).max(50),
      }),
    )
    .max(100)
    .optional(),
  alternatives: z
    .array(
      z.strictObject({
        id: idSchema("alt"),
        product: lineSchema,
        sourceId: lineSchema.optional(),
        considered: textSchema.optional(),
        availableOn: dateSchema.optional(),
        evidence: z.array(evidenceIdSchema).max(50).optional(),
      }),
    )
    .max(50)
    .optional(),
  /** What the applicant itself concludes from the comparison. */
  conclusion: bilingualSchema.optional(),
  /** Plan in words; no ratio was ever published and none is invented (CN-I-07). */
  domesticPurchasePlan: bilingualSchema.optional(),
});
export type Necessity = z.infer<typeof necessitySchema>;

/** What the buyer declares or undertakes about itself and this order. */
export const declarationsSchema = z.strictObject({
  commercialUseOnly: answerSchema.optional(),
  militaryEndUse: answerSchema.optional(),
  prohibitedEndUse: answerSchema.optional(),
  noTransferWithoutAuthorisation: answerSchema.optional(),
  capacityServesOthers: answerSchema.optional(),
  remoteUsersComplete: answerSchema.optional(),
  tenantMixComplete: answerSchema.optional(),
  weightsTransferUndertaking: answerSchema.optional(),
  remoteAccessUndertaking: answerSchema.optional(),
  splitOfLargerOrder: answerSchema.optional(),
  affectsNationalSecurity: answerSchema.optional(),
  cyberReviewFiled: answerSchema.optional(),
  personalDataConsent: answerSchema.optional(),
  stateFundedProject: answerSchema.optional(),
  changedAfterDelivery: answerSchema.optional(),
  dataToForeignAuthority: answerSchema.optional(),
  prohibitionOrderKnown: answerSchema.optional(),
});

/** Facts that only the US exporter, a laboratory or an authority can state; the buyer records their papers here. */
export const exporterFactsSchema = z.strictObject({
  usSupplySufficient: answerSchema.optional(),
  noUsDelay: answerSchema.optional(),
  noFoundryDiversion: answerSchema.optional(),
  aggregateCapMet: answerSchema.optional(),
  noProhibitedUsers: answerSchema.optional(),
  technicalDataStated: answerSchema.optional(),
  licence: z
    .strictObject({
      status: z.enum(["not-applied", "applied", "issued", "refused", "returned", "revoked"]),
      number: lineSchema.optional(),
      date: dateSchema.optional(),
      expiresOn: dateSchema.optional(),
      evidence: z.array(evidenceIdSchema).max(20).optional(),
    })
    .optional(),
  laboratory: z
    .strictObject({
      party: partyIdSchema.optional(),
      headquarteredInUs: answerSchema.optional(),
      controlledFromD5: answerSchema.optional(),
      independent: answerSchema.optional(),
      testsInUs: answerSchema.optional(),
      sampleOfEveryShipment: answerSchema.optional(),
      qualificationRevoked: answerSchema.optional(),
      testedOn: dateSchema.optional(),
      exportedOn: dateSchema.optional(),
    })
    .optional(),
});
export type ExporterFacts = z.infer<typeof exporterFactsSchema>;

/** What a person found when a parameter was unverified: the state that holds from a day, with citation and name. */
export const lookupSchema = z.strictObject({
  id: idSchema("lkp"),
  track: z.enum(["cn-import", "us-export"]),
  parameter: lineSchema,
  state: z.enum(["in-force", "suspended", "repealed", "not-enforced"]),
  value: z.union([z.string().max(400), z.number(), z.boolean()]).optional(),
  /** What applies in place of a text that was repealed or is not enforced; a value of the parameter's type. */
  instead: z.union([z.string().max(400), z.number(), z.boolean()]).optional(),
  from: dateSchema,
  to: dateSchema.optional(),
  citation: lineSchema,
  seenOn: dateSchema,
  /** The day on which whoever looked means to look again. */
  recheckOn: dateSchema.optional(),
  person: personIdSchema.optional(),
  evidence: z.array(evidenceIdSchema).max(20).optional(),
  /** The second person who read the same text; until then a text in force alone stands at best. */
  confirmed: z
    .strictObject({
      person: personIdSchema,
      date: dateSchema,
      publicKey: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
      signature: z
        .string()
        .regex(/^[0-9a-f]{128}$/)
        .optional(),
    })
    .optional(),
});
export type Lookup = z.infer<typeof lookupSchema>;

/** A person's decision about one possible list match, bound to both sides so that it reopens when either changes. */
export const screeningDecisions = ["true-match", "not-this-party", "unsure"] as const;
export const screeningDecisionSchema = z.strictObject({
  id: idSchema("scr"),
  /** Whom it is about: a party of the dossier, or the product whose vendor was compared (US-L-05). */
  party: screenedIdSchema,
  list: lineSchema,
  entry: lineSchema,
  entryHash: sha256Schema,
  partyHash: sha256Schema,
  /** `unsure` settles nothing: the match stays open, and the reason says what was looked at so far. */
  decision: z.enum(screeningDecisions),
  reason: textSchema,
  person: personIdSchema.optional(),
  date: dateSchema,
});
export type ScreeningDecision = z.infer<typeof screeningDecisionSchema>;

/** A second person's signed opinion, bound to the dossier's hash without its reviews. */
export const reviewSchema = z.strictObject({
  id: idSchema("rvw"),
  kind: z.enum(["compliance", "legal"]),
  person: personIdSchema,
  decision: z.enum(["ready-to-file", "changes-requested"]),
  date: dateSchema,
  comment: textSchema.optional(),
  comments: z
    .array(z.strictObject({ path: lineSchema, text: textSchema }))
    .max(500)
    .optional(),
  dossierSha256: sha256Schema,
  /** Hash of the packs and lists under which the reviewer saw the answer; without it a review seals nothing. */
  rulesSha256: sha256Schema.optional(),
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
export type Review = z.infer<typeof reviewSchema>;
