import { z } from "zod";
import {
  answerSchema,
  bilingualSchema,
  countrySchema,
  dateSchema,
  evidenceIdSchema,
  lineSchema,
  linkIdSchema,
  partyIdSchema,
  percentSchema,
  shareSchema,
  textSchema,
} from "./primitives.ts";

/** What kind of subject a party is; `public-body` covers organs and public institutions, told apart by their codes. */
export const partyKinds = [
  "company",
  "public-body",
  "person",
  "fund",
  "partnership",
  "social-organisation",
  "military-unit",
  "other",
] as const;

/** A registration number other than the unified social credit code. */
const foreignCodeSchema = z.strictObject({
  scheme: z.enum(["lei", "company-number", "uen", "hk-cr", "hk-br", "ein", "duns", "other"]),
  value: lineSchema,
  country: countrySchema.optional(),
});

export const addressSchema = z.strictObject({
  kind: z.enum(["registered", "business", "delivery", "mailing"]),
  zh: lineSchema.optional(),
  en: lineSchema.optional(),
  country: countrySchema.optional(),
  division: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  postalCode: lineSchema.optional(),
});
export type Address = z.infer<typeof addressSchema>;

const contactSchema = z.strictObject({
  name: lineSchema,
  nameEn: lineSchema.optional(),
  title: lineSchema.optional(),
  titleEn: lineSchema.optional(),
  phone: lineSchema.optional(),
  email: lineSchema.optional(),
});

export type Contact = z.infer<typeof contactSchema>;

/** The registry's own word for state capital (DF-S-07); entered by a person from the certificate. */
export const stateCapitalCategories = [
  "state-owned",
  "state-absolute-control",
  "state-actual-control",
  "state-participation",
  "none",
] as const;

/** A legal entity, public body or person. Every answer may be absent: a draft knows little. */
export const partySchema = z.strictObject({
  id: partyIdSchema,
  kind: z.enum(partyKinds),
  names: z.strictObject({
    zh: lineSchema.optional(),
    en: lineSchema.optional(),
    aliases: z.array(lineSchema).max(50).optional(),
  }),
  /** Unified social credit code as entered; identity says whether it is valid. */
  uscc: z.string().min(1).max(40).optional(),
  foreignCodes: z.array(foreignCodeSchema).max(20).optional(),
  /** 13-digit importer code of the licence form (FM-01 field 1). */
  importerCode: z.string().min(1).max(20).optional(),
  customsCode: z.string().min(1).max(20).optional(),
  /** Country of incorporation or establishment. */
  country: countrySchema.optional(),
  /** Country of the head office as declared; the ultimate parent's seat is computed from links. */
  headquarters: countrySchema.optional(),
  addresses: z.array(addressSchema).max(20).optional(),
  contacts: z.array(contactSchema).max(20).optional(),
  signatory: contactSchema.optional(),
  /** As the business licence states them. */
  legalRepresentative: contactSchema.optional(),
  registeredCapital: lineSchema.optional(),
  /** Board members as far as they are given; the exporter may be asked for them. */
  directors: z.array(contactSchema).max(50).optional(),
  website: lineSchema.optional(),
  business: bilingualSchema.optional(),
  /** GB/T 4754-2017 codes, indicators only (DF-U-07). */
  sectors: z
    .array(z.string().regex(/^[A-T]\d{0,4}$/))
    .max(20)
    .optional(),
  foundedOn: dateSchema.optional(),
  /** Three separate questions that are never merged (DF-C-06). */
  criticalInfrastructure: z
    .strictObject({
      notice: answerSchema.optional(),
      business: answerSchema.optional(),
      serves: answerSchema.optional(),
    })
    .optional(),
  military: answerSchema.optional(),
  militaryEndUser: answerSchema.optional(),
  sensitiveGovernment: answerSchema.optional(),
  administrativeFunctions: answerSchema.optional(),
  /** Function of a public institution in its own words (prefix 12 or 13). */
  publicFunction: textSchema.optional(),
  stateCapital: z.enum(stateCapitalCategories).optional(),
  /** Whether the firm offers computing capacity to others (US-R-15). */
  infrastructureService: answerSchema.optional(),
  kycProcedures: answerSchema.optional(),
  /** Whether it takes the goods into its hands or stores them on the way; asked of parties outside the mainland. */
  holdsGoods: answerSchema.optional(),
  /** Shares in dispersed hands: how much, and that none of those holders has more than a share, where it is known. */
  freeFloat: z
    .strictObject({ share: shareSchema.optional(), noHolderAbove: percentSchema.optional() })
    .optional(),
  evidence: z.array(evidenceIdSchema).max(100).optional(),
  notes: textSchema.optional(),
});
export type Party = z.infer<typeof partySchema>;

/** How a holder may decide without (or beside) shares. */
export const agreementKinds = [
  "vie-contracts",
  "acting-in-concert",
  "articles",
  "board-resolution",
  "shareholder-agreement",
  "other",
] as const;

/** An interest of `owner` in `target`. Equity, votes and control by contract are kept apart; what is absent is not known to exist. */
export const linkSchema = z.strictObject({
  id: linkIdSchema,
  owner: partyIdSchema,
  target: partyIdSchema,
  equity: shareSchema.optional(),
  voting: shareSchema.optional(),
  boardMajority: answerSchema.optional(),
  agreement: z
    .strictObject({
      kind: z.enum(agreementKinds),
      controls: answerSchema,
      text: textSchema.optional(),
    })
    .optional(),
  /** The owner holds for somebody else. */
  nomineeFor: partyIdSchema.optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  asOf: dateSchema.optional(),
  source: lineSchema.optional(),
  evidence: z.array(evidenceIdSchema).max(50).optional(),
});
export type Link = z.infer<typeof linkSchema>;
