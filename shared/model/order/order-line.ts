import { z } from "zod";
import {
  amountSchema,
  answerSchema,
  countrySchema,
  dateSchema,
  evidenceIdSchema,
  idSchema,
  lineSchema,
  partyIdSchema,
  productIdSchema,
  siteIdSchema,
  textSchema,
} from "../primitives.ts";

/** A whole number of units as text; 200,000 units and more fit. */
export const quantitySchema = z.string().regex(/^[1-9]\d{0,11}$/);

/** How a commodity code was found; `own` is warned about (CN-S-04). */
export const hsBases = ["advance-ruling", "broker-opinion", "own"] as const;

export const incoterms = [
  "EXW",
  "FCA",
  "CPT",
  "CIP",
  "DAP",
  "DPU",
  "DDP",
  "FAS",
  "FOB",
  "CFR",
  "CIF",
] as const;

const deliverySchema = z.strictObject({
  id: idSchema("dlv"),
  date: dateSchema,
  quantity: quantitySchema,
  site: siteIdSchema.optional(),
});

/** One commodity of the order, with what the licence form and the customs declaration ask of it (FM-01, FM-02, FM-07). */
export const orderLineSchema = z.strictObject({
  id: idSchema("lin"),
  product: productIdSchema.optional(),
  description: lineSchema.optional(),
  specification: textSchema.optional(),
  quantity: quantitySchema.optional(),
  unit: lineSchema.optional(),
  unitPrice: amountSchema.optional(),
  hs: z
    .strictObject({
      code: z
        .string()
        .regex(/^\d{4,10}$/)
        .optional(),
      inspection: z
        .string()
        .regex(/^\d{3}$/)
        .optional(),
      basis: z.enum(hsBases).optional(),
      evidence: z.array(evidenceIdSchema).max(20).optional(),
    })
    .optional(),
  /** 原产国 of the article as declared; the wafer's origin stands on the product (HS-02). */
  origin: countrySchema.optional(),
  finalDestination: countrySchema.optional(),
  /** 境内目的地 as the declaration's division code and name. */
  domesticDestination: lineSchema.optional(),
  purpose: lineSchema.optional(),
  dutyExemption: lineSchema.optional(),
  endUser: partyIdSchema.optional(),
  site: siteIdSchema.optional(),
  /** Who builds the board or server; screened like any party (US-L-05, B-22). */
  integrator: partyIdSchema.optional(),
  cryptoDevice: answerSchema.optional(),
  schedule: z.array(deliverySchema).max(500).optional(),
  serialNumbers: z.array(lineSchema).max(200_000).optional(),
});
export type OrderLine = z.infer<typeof orderLineSchema>;
