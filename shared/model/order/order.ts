import { z } from "zod";
import {
  bilingualSchema,
  dateSchema,
  evidenceIdSchema,
  lineSchema,
  orderIdSchema,
  partyIdSchema,
  personIdSchema,
  productIdSchema,
  sha256Schema,
  siteIdSchema,
  textSchema,
} from "../primitives.ts";
import { orderLineSchema } from "./order-line.ts";
import {
  customsSchema,
  declarationsSchema,
  endUseSchema,
  exporterFactsSchema,
  lookupSchema,
  necessitySchema,
  remoteUserSchema,
  reviewSchema,
  routeSchema,
  screeningDecisionSchema,
  tenantShareSchema,
  termsSchema,
} from "./order-parts.ts";

/** One draft from first idea to filing. It refers to the books by id; the dossier carries what it refers to. */
export const orderSchema = z.strictObject({
  id: orderIdSchema,
  title: lineSchema,
  reference: lineSchema.optional(),
  createdOn: dateSchema.optional(),
  drafter: personIdSchema.optional(),
  /** The applicant. */
  buyer: partyIdSchema.optional(),
  /** Authority the cover letter is addressed to; free text because none is published (CN-I-00, US-D-03). */
  addressee: lineSchema.optional(),
  subject: bilingualSchema.optional(),
  lines: z.array(orderLineSchema).max(5_000),
  terms: termsSchema.optional(),
  route: routeSchema.optional(),
  customs: customsSchema.optional(),
  endUses: z.array(endUseSchema).max(500).optional(),
  tenantMix: z.array(tenantShareSchema).max(100).optional(),
  remoteUsers: z.array(remoteUserSchema).max(1_000).optional(),
  necessity: necessitySchema.optional(),
  declarations: declarationsSchema.optional(),
  exporterFacts: exporterFactsSchema.optional(),
  sites: z.array(siteIdSchema).max(200).optional(),
  comparisons: z.array(productIdSchema).max(50).optional(),
  evidence: z.array(evidenceIdSchema).max(2_000).optional(),
  lookups: z.array(lookupSchema).max(100).optional(),
  screening: z.array(screeningDecisionSchema).max(5_000).optional(),
  reviews: z.array(reviewSchema).max(200).optional(),
  supersedes: lineSchema.optional(),
  /** Another order of which this one is a declared alternative: of the two only one is meant to be filed. */
  alternativeTo: orderIdSchema.optional(),
  /** 32 random bytes drawn once per order: they blind the commitment that outgoing sets make to the internal record. */
  salt: sha256Schema.optional(),
  notes: textSchema.optional(),
});
export type Order = z.infer<typeof orderSchema>;
