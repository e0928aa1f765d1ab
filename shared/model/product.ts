import { z } from "zod";
import {
  amountSchema,
  answerSchema,
  countrySchema,
  dateSchema,
  evidenceIdSchema,
  lineSchema,
  productIdSchema,
  textSchema,
} from "./primitives.ts";

/** How far a figure can be relied on: high, medium, low. */
export const confidences = ["high", "medium", "low"] as const;

const provenance = {
  source: lineSchema.optional(),
  confidence: z.enum(confidences).optional(),
  evidence: z.array(evidenceIdSchema).max(20).optional(),
};

/** A number of a datasheet with where it came from. */
const figureSchema = z.strictObject({ value: amountSchema, ...provenance });
export type Figure = z.infer<typeof figureSchema>;

/** A dense (non-sparse) rate for one operand length; TPP is the largest tops × bits (US-E-04). */
const denseRateSchema = z.strictObject({
  format: lineSchema,
  bits: z.number().int().min(1).max(128),
  /** Tera-operations a second, dense, where one multiply-accumulate counts as two. */
  tops: amountSchema,
  ...provenance,
});

export const productForms = [
  "ic",
  "sxm-module",
  "oam-module",
  "pcie-card",
  "baseboard",
  "server",
  "rack",
  "crypto-device",
  "network",
  "other",
] as const;

export const classifications = [
  "3A090.a",
  "3A090.b",
  "3A090.c",
  "4A090.a",
  "4A090.b",
  "5A992.z",
  "5A002.z",
  "5A004.z",
  "3A001.z",
  "4A003.z",
  "4A004.z",
  "4A005.z",
  "3A991.p",
  "4A994.l",
  "EAR99",
  "other",
] as const;

/** An accelerator, board or server. Total processing performance and density are computed from the figures, never typed. */
export const productSchema = z.strictObject({
  id: productIdSchema,
  vendor: lineSchema,
  model: lineSchema,
  partNumber: lineSchema.optional(),
  form: z.enum(productForms),
  /** How many controlled ICs one unit carries; the control test is per IC (US-E-07). */
  icsPerUnit: z.number().int().min(0).max(10_000).optional(),
  /** Whether customs and 15 CFR 748.10 would see a computer; servers are (B-20). */
  computer: answerSchema.optional(),
  datacenterMarketed: answerSchema.optional(),
  denseRates: z.array(denseRateSchema).max(30).optional(),
  /** Area of logic dies on a non-planar node, mm² (US-E-05). */
  dieAreaMm2: figureSchema.optional(),
  /** Total DRAM bandwidth of one IC, GB/s (US-R-04, US-R-05). */
  dramBandwidthGBs: figureSchema.optional(),
  memoryGB: figureSchema.optional(),
  memoryType: lineSchema.optional(),
  interconnectGBs: figureSchema.optional(),
  powerW: figureSchema.optional(),
  /** Published peak rates of one chip in teraflops; whether vector or tensor counts is not said, so both are kept (US-L-03). */
  fp64VectorTflops: figureSchema.optional(),
  fp64TensorTflops: figureSchema.optional(),
  fp32Tflops: figureSchema.optional(),
  /** First day it was commercially available in the United States (US-R-06). */
  usAvailableOn: dateSchema.optional(),
  usAvailableSource: lineSchema.optional(),
  /** Units shipped in the United States; a figure only the exporter has (US-R-09). */
  usUnitsShipped: figureSchema.optional(),
  /** The exporter's classification; the formula only cross-checks it (US-E-09). */
  classification: z
    .strictObject({
      eccn: z.enum(classifications),
      statedBy: lineSchema.optional(),
      evidence: z.array(evidenceIdSchema).max(20).optional(),
    })
    .optional(),
  /** Under an is-informed letter (US-R-20). */
  informedLetter: answerSchema.optional(),
  /** Place of wafer diffusion (HS-02). */
  waferOrigin: countrySchema.optional(),
  /** Domestic parts serve the necessity table only and are never ordered here. */
  comparisonOnly: z.boolean().optional(),
  notes: textSchema.optional(),
});
export type Product = z.infer<typeof productSchema>;
