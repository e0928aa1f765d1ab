import { z } from "zod";
import { dateSchema, lineSchema, personIdSchema } from "./primitives.ts";

/** What a colleague does here; drafter and reviewer of one order must be different keys. */
export const personRoles = ["drafter", "reviewer", "legal", "manager"] as const;
export type PersonRole = (typeof personRoles)[number];

/** A colleague with an own signing key (Ed25519, raw 32 bytes as hexadecimal); the secret half never enters a dossier. */
export const personSchema = z.strictObject({
  id: personIdSchema,
  name: lineSchema,
  nameEn: lineSchema.optional(),
  roles: z.array(z.enum(personRoles)).min(1).max(4),
  title: lineSchema.optional(),
  publicKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  keySince: dateSchema.optional(),
});
export type Person = z.infer<typeof personSchema>;
