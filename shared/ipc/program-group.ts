import { z } from "zod";
import { procedure } from "./procedure.ts";

const nothing = z.strictObject({});
const grant = z.string().regex(/^grt_[A-Za-z0-9_-]{20,60}$/);
const offer = z.strictObject({ grant, fileName: z.string() });

/** What the firm's IT department decided on this machine, as the page shows it. */
const managedView = z.strictObject({
  workspace: z.boolean(),
  language: z.enum(["zh", "en"]).optional(),
  trustedPackKeys: z.array(z.string()),
  onlyTheseKeys: z.boolean(),
  encryptionRequired: z.boolean(),
  autoLockMinutes: z.number().int().optional(),
  updates: z.boolean(),
});
export type ManagedView = z.infer<typeof managedView>;

const updateFinding = z.strictObject({
  fileName: z.string(),
  folder: z.string(),
  state: z.enum([
    "ready",
    "same",
    "older",
    "unsigned",
    "stranger",
    "forged",
    "other-system",
    "file-missing",
    "file-altered",
    "unreadable",
  ]),
  version: z.string().optional(),
  issued: z.string().optional(),
  signer: z.string().optional(),
  notes: z.strictObject({ zh: z.string(), en: z.string() }).optional(),
  installer: z.string().optional(),
});
export type UpdateFindingView = z.infer<typeof updateFinding>;

/** The program itself: what it is, what it noted, whether a newer one was put in place. Needs no workspace. */
export const programGroup = {
  about: procedure(
    nothing,
    z.strictObject({
      version: z.string(),
      runtime: z.string(),
      libraries: z.array(z.strictObject({ name: z.string(), licence: z.string() })),
      managed: managedView.optional(),
    }),
  ),
  /** The full words of all licences as a file. */
  licences: procedure(nothing, offer),
  /** The whole text that would be saved, and a grant to save exactly it. */
  diagnostics: procedure(nothing, z.strictObject({ text: z.string(), ...offer.shape })),
  /** Looks at the update files in the known folders; asks no other machine. */
  updates: procedure(
    nothing,
    z.strictObject({
      folders: z.array(z.string()),
      /** Names of those whose signature is believed. */
      signers: z.array(z.string()),
      /** Whether this host can ask for a file that lies elsewhere. */
      picks: z.boolean(),
      found: z.array(updateFinding),
    }),
  ),
  /** Asks the person for an update file and looks at it where it lies. */
  pickUpdate: procedure(nothing, z.strictObject({ found: updateFinding.optional() })),
};
