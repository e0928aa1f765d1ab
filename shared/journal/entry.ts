import { z } from "zod";

/** Everything the journal can say happened. Append only: a verb, once shipped, keeps its meaning for ever. */
export const journalVerbs = [
  "workspace.create",
  "workspace.open",
  "workspace.close",
  "workspace.recover",
  "workspace.take-over",
  "workspace.encrypt",
  "workspace.decrypt",
  "workspace.change-passphrase",
  "workspace.migrate",
  "workspace.restore",
  "document.create",
  "document.save",
  "document.remove",
  "document.restore",
  "document.purge",
  "document.revert",
  "document.adopt",
  "document.abandon",
  "document.quarantine",
  "evidence.add",
  "evidence.remove",
  "evidence.restore",
  "backup.create",
  "backup.verify",
  "backup.restore",
  "bundle.export",
  "bundle.import",
  "dossier.export",
  "dossier.import",
  "check.run",
  "law.lookup",
  "screening.run",
  "screening.decide",
  "review.request",
  "review.sign",
  "packet.build",
  "packet.verify",
  "packet.seal",
  "packet.export",
  "packet.attach",
  "pack.import",
  "pack.activate",
  "list.import",
  "case.open",
  "case.advance",
  "person.add",
  "person.switch",
  "settings.change",
  "index.rebuild",
  "packet.remove",
  "packet.restore",
  "list.remove",
  "list.restore",
  "tenants.import",
  "tenants.remove",
  "tenants.restore",
  "act.sign",
  "order.drafter",
] as const;

/** One kind of event. */
export type JournalVerb = (typeof journalVerbs)[number];

const shortText = z.string().max(400);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The document, evidence file or packet an entry is about. */
const journalSubjectSchema = z.strictObject({
  collection: z.string().max(40),
  id: z.string().max(120),
});

/** What one line of the journal records: when, who, what, of which thing, and the hashes before and after. */
export const journalEntrySchema = z.strictObject({
  at: z.string().max(40),
  by: shortText,
  verb: z.enum(journalVerbs),
  subject: journalSubjectSchema.optional(),
  revision: z.number().int().nonnegative().optional(),
  old: sha256.optional(),
  new: sha256.optional(),
  /** Every save up to this number has reached its place; only later ones can be lost in an interruption. */
  settled: z.number().int().nonnegative().optional(),
  detail: z
    .record(shortText, z.union([shortText, z.number(), z.boolean(), z.array(shortText).max(500)]))
    .optional(),
});
/** One recorded event. */
export type JournalEntry = z.infer<typeof journalEntrySchema>;
