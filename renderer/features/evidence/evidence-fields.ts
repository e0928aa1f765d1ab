import { evidenceKinds, evidenceSides } from "#shared/model";
import { type FieldSpec, f } from "#ui";

/** What is asked about a file of evidence; its bytes and their hash are never typed. */
export const evidenceFields: readonly FieldSpec[] = [
  f.bilingual("title", false),
  f.choice("kind", evidenceKinds, "evidence.kind"),
  f.choice("side", evidenceSides, "evidence.side"),
  f.line("issuer"),
  f.date("issuedOn"),
  f.date("expiresOn"),
  f.choice("language", ["zh", "en", "both", "other"], "evidence.language"),
  f.one("translationOf", "evidence"),
  f.bool("letterhead"),
  f.bool("sealed"),
  f.line("missingReason", { wide: true }),
];
