import { agreementKinds, partyKinds, stateCapitalCategories } from "#shared/model";
import { type FieldSpec, f, newId, type RowsSpec } from "#ui";

export const identityFields: readonly FieldSpec[] = [
  f.line("names.zh", { wide: true }),
  f.line("names.en", { wide: true }),
  f.lines("names.aliases"),
  f.choice("kind", partyKinds, "party.kind"),
  f.line("uscc"),
  f.line("importerCode"),
  f.line("customsCode"),
  f.country("country"),
  f.country("headquarters"),
  f.date("foundedOn"),
  f.line("registeredCapital"),
  f.line("website"),
];

export const codeRows: RowsSpec = {
  name: "foreignCodes",
  of: "code",
  most: 20,
  fields: [
    f.choice(
      "scheme",
      ["lei", "company-number", "uen", "hk-cr", "hk-br", "ein", "duns", "other"],
      "code.scheme",
    ),
    f.line("value"),
    f.country("country"),
  ],
  fresh: () => ({}),
};

export const addressRows: RowsSpec = {
  name: "addresses",
  of: "address",
  most: 20,
  fields: [
    f.choice("kind", ["registered", "business", "delivery", "mailing"], "address.kind"),
    f.line("zh", { wide: true }),
    f.line("en", { wide: true }),
    f.country("country"),
    f.line("division"),
    f.line("postalCode"),
  ],
  fresh: () => ({ kind: "registered" }),
};

const contact: readonly FieldSpec[] = [
  f.line("name"),
  f.line("nameEn"),
  f.line("title"),
  f.line("titleEn"),
  f.line("phone"),
  f.line("email"),
];

export const contactRows: RowsSpec = {
  name: "contacts",
  of: "contact",
  most: 20,
  fields: contact,
  fresh: () => ({}),
};

export const signatoryFields: readonly FieldSpec[] = contact.map((spec) => ({
  ...spec,
  name: `signatory.${spec.name}`,
}));

export const representativeFields: readonly FieldSpec[] = contact
  .filter(({ name }) => name !== "email")
  .map((spec) => ({ ...spec, name: `legalRepresentative.${spec.name}` }));

/** Board members as far as they are given. */
export const directorRows: RowsSpec = {
  name: "directors",
  of: "contact",
  most: 50,
  fields: contact,
  fresh: () => ({}),
};

export const natureFields: readonly FieldSpec[] = [
  f.choice("stateCapital", stateCapitalCategories, "state.capital"),
  f.lines("sectors"),
  f.bilingual("business"),
  f.answer("military"),
  f.answer("militaryEndUser"),
  f.answer("sensitiveGovernment"),
  f.answer("administrativeFunctions"),
  f.text("publicFunction", 3),
  f.answer("infrastructureService"),
  f.answer("kycProcedures"),
  f.many("evidence", "evidence"),
  f.text("notes", 3),
];

export const infrastructureFields: readonly FieldSpec[] = ["notice", "business", "serves"].map(
  (name) => f.answer(`criticalInfrastructure.${name}`),
);

/** The fields of one holding. */
export const holderFields: readonly FieldSpec[] = [
  f.one("owner", "party"),
  f.date("asOf"),
  f.share("equity"),
  f.share("voting"),
  f.answer("boardMajority"),
  f.choice("agreement.kind", agreementKinds, "agreement.kind"),
  f.answer("agreement.controls"),
  f.text("agreement.text", 2),
  f.one("nomineeFor", "party"),
  f.date("from"),
  f.date("to"),
  f.line("source"),
  f.many("evidence", "evidence"),
];

/** The interests that others hold in a party. */
export function holderRows(party: string): RowsSpec {
  return {
    name: "holders",
    of: "link",
    most: 10_000,
    fields: holderFields,
    fresh: () => ({ id: newId("lnk"), target: party }),
  };
}
