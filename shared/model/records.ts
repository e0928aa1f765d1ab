import { z } from "zod";
import { evidenceSchema } from "./evidence.ts";
import { linkSchema, partySchema } from "./party.ts";

/** What the party book keeps as one file: a party and the interests that others hold in it. */
export const partyRecordSchema = z
  .strictObject({ party: partySchema, holders: z.array(linkSchema).max(10_000) })
  .refine(
    (record) => record.holders.every((link) => link.target === record.party.id),
    "holder of another party",
  );
export type PartyRecord = z.infer<typeof partyRecordSchema>;

/** What the evidence book keeps as one file: the reference; the bytes lie in the evidence store under their hash. */
export const evidenceRecordSchema = evidenceSchema;
