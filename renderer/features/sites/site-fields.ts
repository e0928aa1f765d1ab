import { type FieldSpec, f } from "#ui";

/** What a site's editor asks. */
export const siteFields: readonly FieldSpec[] = [
  f.bilingual("names", false),
  f.country("country"),
  f.one("operator", "party"),
  f.one("owner", "party"),
  f.choice("tenure", ["owned", "leased", "colocation", "cloud"], "site.tenure"),
  f.amount("powerMw", "MW"),
  f.integer("rackUnits"),
  f.choice("address.kind", ["registered", "business", "delivery", "mailing"], "address.kind"),
  f.line("address.zh"),
  f.line("address.en"),
  f.country("address.country"),
  f.line("address.division"),
  f.amount("supercomputerFp64Pf", "PFLOPS"),
  f.amount("supercomputerFp32Pf", "PFLOPS"),
  f.answer("stateFunded"),
  f.answer("projectFiling"),
  f.answer("energyReview"),
  f.answer("physicalSecurity"),
  f.text("physicalSecurityText", 3),
  f.answer("remoteAccessControlled"),
  f.many("evidence", "evidence"),
  f.text("notes", 2),
];
