import { z } from "zod";
import { quantitySchema } from "./order/order-line.ts";
import { addressSchema } from "./party.ts";
import {
  amountSchema,
  answerSchema,
  bilingualSchema,
  countrySchema,
  evidenceIdSchema,
  partyIdSchema,
  siteIdSchema,
  textSchema,
} from "./primitives.ts";

/** A data centre or laboratory where units are deployed. */
export const siteSchema = z.strictObject({
  id: siteIdSchema,
  names: bilingualSchema,
  address: addressSchema.optional(),
  country: countrySchema.optional(),
  operator: partyIdSchema.optional(),
  owner: partyIdSchema.optional(),
  /** Who lets the place, where that is not the owner. */
  lessor: partyIdSchema.optional(),
  tenure: z.enum(["owned", "leased", "colocation", "cloud"]).optional(),
  /** Electric power available for this order, megawatt. */
  powerMw: amountSchema.optional(),
  rackUnits: z.number().int().nonnegative().max(1_000_000).optional(),
  /** Whether state money funds the site or project (CN-I-14). */
  stateFunded: answerSchema.optional(),
  /** Whether energy review and project filing were made; the note gives number and day, or why there is none. */
  energyReview: answerSchema.optional(),
  projectFiling: answerSchema.optional(),
  physicalSecurity: answerSchema.optional(),
  physicalSecurityText: textSchema.optional(),
  remoteAccessControlled: answerSchema.optional(),
  /** FP64 petaflops planned within one 41,600 cubic-foot envelope (US-L-03). */
  supercomputerFp64Pf: amountSchema.optional(),
  supercomputerFp32Pf: amountSchema.optional(),
  /** Whether all units of the site stand within one such envelope. */
  oneEnvelope: answerSchema.optional(),
  /** The most chips that stand within one envelope, where they do not all stand in one. */
  envelopeChips: quantitySchema.optional(),
  evidence: z.array(evidenceIdSchema).max(100).optional(),
  notes: textSchema.optional(),
});
export type Site = z.infer<typeof siteSchema>;
