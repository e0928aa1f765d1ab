import { z } from "zod";
import {
  bilingualSchema,
  dateSchema,
  evidenceIdSchema,
  lineSchema,
  sha256Schema,
} from "./primitives.ts";

/** What an evidence file is; `other` needs a title that says it. */
export const evidenceKinds = [
  "business-licence",
  "articles-of-association",
  "shareholder-register",
  "registry-extract",
  "beneficial-owner-filing",
  "state-property-certificate",
  "cii-notice",
  "cyber-review-notice",
  "contract",
  "quotation",
  "datasheet",
  "exporter-classification",
  "exporter-licence",
  "exporter-certification",
  "lab-report",
  "hs-advance-ruling",
  "hs-broker-opinion",
  "end-user-statement",
  "kyc-policy",
  "remote-access-policy",
  "physical-security-plan",
  "site-lease-or-title",
  "power-contract",
  "benchmark-report",
  "porting-estimate",
  "delivery-letter",
  "necessity-support",
  "tenant-list",
  "undertaking",
  "authority-notice",
  "translation",
  "website-extract",
  "other",
] as const;

/** Which reader an evidence file may go to; `internal` goes to neither. */
export const evidenceSides = ["cn-filing", "us-exporter", "both", "internal"] as const;

/** A file kept in the evidence store, named by its content; the dossier holds this reference, never the bytes. */
export const evidenceSchema = z.strictObject({
  id: evidenceIdSchema,
  sha256: sha256Schema,
  bytes: z.number().int().nonnegative().max(2_000_000_000),
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,80}$/),
  fileName: lineSchema,
  title: bilingualSchema,
  kind: z.enum(evidenceKinds),
  side: z.enum(evidenceSides),
  issuer: lineSchema.optional(),
  issuedOn: dateSchema.optional(),
  expiresOn: dateSchema.optional(),
  language: z.enum(["zh", "en", "both", "other"]).optional(),
  translationOf: evidenceIdSchema.optional(),
  letterhead: z.boolean().optional(),
  sealed: z.boolean().optional(),
  missingReason: lineSchema.optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** The largest evidence file that is accepted, in bytes. */
export const EVIDENCE_LIMIT = 512 * 1024 * 1024;
