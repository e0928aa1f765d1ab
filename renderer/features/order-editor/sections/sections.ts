import { claimKinds, endUseKinds, hsBases, incoterms, tenantClasses } from "#shared/model";
import { type FieldSpec, f, newId, type RowsSpec } from "#ui";

/** The parts of the editor, in the order in which a draft is usually filled in. */
export const sections = [
  "basics",
  "parties",
  "lines",
  "schedule",
  "route",
  "customs",
  "use",
  "tenants",
  "necessity",
  "declarations",
  "exporter",
  "lookups",
  "evidence",
  "review",
] as const;
export type Section = (typeof sections)[number];

export const basicFields: readonly FieldSpec[] = [
  f.line("title", { wide: true }),
  f.line("reference"),
  f.date("createdOn"),
  f.one("drafter", "person"),
  f.line("addressee"),
  f.bilingual("subject", false),
  f.line("supersedes"),
  f.text("notes"),
];

export const partyFields: readonly FieldSpec[] = [
  f.one("buyer", "party"),
  f.one("route.importerOfRecord", "party"),
  f.one("route.consignee", "party"),
  f.one("route.consumingUnit", "party"),
  f.one("route.seller", "party"),
  f.one("route.exporterOfRecord", "party"),
  f.one("route.manufacturer", "party"),
  f.one("route.distributor", "party"),
  f.one("route.forwarder", "party"),
  f.many("route.intermediaries", "party"),
];

export const routeFields: readonly FieldSpec[] = [
  f.choice("route.kind", ["export", "re-export", "in-country-transfer"], "route.kind"),
  f.country("route.countryOfExport"),
  f.countries("route.transit"),
  f.country("route.testingPlace"),
];

export const lineFields: readonly FieldSpec[] = [
  f.one("product", "product"),
  f.line("description"),
  f.amount("quantity"),
  f.line("unit"),
  f.amount("unitPrice"),
  f.line("hs.code", { suggest: "hs" }),
  f.line("hs.inspection"),
  f.choice("hs.basis", hsBases, "hs.basis"),
  f.many("hs.evidence", "evidence"),
  f.country("origin"),
  f.country("finalDestination"),
  f.line("domesticDestination"),
  f.line("purpose"),
  f.line("dutyExemption", { suggest: "duty" }),
  f.one("endUser", "party"),
  f.one("site", "site"),
  f.one("integrator", "party"),
  f.text("specification", 3),
  f.answer("cryptoDevice"),
  f.lines("serialNumbers"),
];

export const termFields: readonly FieldSpec[] = [
  f.currency("terms.currency"),
  f.choice("terms.incoterm", incoterms, "incoterm"),
  f.line("terms.incotermPlace"),
  f.line("terms.contractNumber"),
  f.date("terms.contractDate"),
  f.line("terms.tradeMode", { suggest: "trade-mode" }),
  f.line("terms.foreignExchangeSource"),
  f.amount("terms.freight"),
  f.amount("terms.insurance"),
  f.amount("terms.otherCharges"),
  f.amount("terms.usDutyPassedOn"),
  f.text("terms.paymentTerms", 2),
];

export const rateRows: RowsSpec = {
  name: "terms.exchangeRates",
  of: "rate",
  most: 20,
  fields: [
    f.currency("from"),
    f.currency("to"),
    f.amount("rate"),
    f.date("date"),
    f.line("source"),
  ],
  fresh: () => ({}),
};

export const deliveryRows: RowsSpec = {
  name: "schedule",
  of: "delivery",
  most: 500,
  fields: [f.date("date"), f.amount("quantity"), f.one("site", "site")],
  fresh: () => ({ id: newId("dlv") }),
};

export const customsFields: readonly FieldSpec[] = [
  f.lines("customs.declarationPorts"),
  f.line("customs.entryCustoms"),
  f.line("customs.entryPort"),
  f.line("customs.recordNumber"),
  f.line("customs.transportMode", { suggest: "transport" }),
  f.line("customs.vesselAndVoyage"),
  f.line("customs.billOfLading"),
  f.line("customs.storagePlace"),
  f.line("customs.supervisionMode", { suggest: "trade-mode" }),
  f.line("customs.exemptionNature"),
  f.line("customs.departurePort"),
  f.line("customs.transitPort"),
  f.country("customs.tradingCountry"),
  f.country("customs.departureCountry"),
  f.line("customs.packaging"),
  f.integer("customs.packages"),
  f.amount("customs.grossKg", "kg"),
  f.amount("customs.netKg", "kg"),
  f.text("customs.attachedDocuments", 2),
  f.text("customs.marks", 2),
  f.answer("customs.specialRelationship"),
  f.answer("customs.priceInfluenced"),
  f.answer("customs.royalties"),
  f.answer("customs.formulaPricing"),
  f.answer("customs.provisionalPrice"),
  f.answer("customs.selfAssessed"),
];

export const endUserFields: readonly FieldSpec[] = [
  f.many("route.endUsers", "party"),
  f.many("sites", "site"),
];

export const useRowsSpec: RowsSpec = {
  name: "endUses",
  of: "use",
  most: 500,
  fields: [
    f.choice("kind", endUseKinds, "use.kind"),
    f.one("endUser", "party"),
    f.one("site", "site"),
    f.amount("capacityShare", "%"),
    f.answer("commercial"),
    f.bilingual("description"),
  ],
  fresh: () => ({ id: newId("use") }),
};

export const tenantRows: RowsSpec = {
  name: "tenantMix",
  of: "tenant",
  most: 100,
  fields: [
    f.choice("class", tenantClasses, "tenant.class"),
    f.share("share"),
    f.many("tenants", "party"),
    f.many("evidence", "evidence"),
    f.text("description", 2),
  ],
  fresh: () => ({ id: newId("tnt") }),
};

export const remoteRows: RowsSpec = {
  name: "remoteUsers",
  of: "remote",
  most: 1_000,
  fields: [
    f.line("name"),
    f.country("country"),
    f.country("headquarters"),
    f.text("description", 2),
  ],
  fresh: () => ({ id: newId("rmu") }),
};

export const necessityFields: readonly FieldSpec[] = [
  f.bilingual("necessity.statement"),
  f.text("necessity.specialCircumstances"),
  f.date("necessity.needDate"),
];

export const planFields: readonly FieldSpec[] = [
  f.bilingual("necessity.domesticPurchasePlan"),
  f.bilingual("necessity.conclusion"),
  f.many("comparisons", "product"),
];

export const claimRows: RowsSpec = {
  name: "necessity.claims",
  of: "claim",
  most: 100,
  fields: [
    f.choice("kind", claimKinds, "claim.kind"),
    f.many("evidence", "evidence"),
    f.text("text", 3),
  ],
  fresh: () => ({ id: newId("clm"), evidence: [] }),
};

export const alternativeRows: RowsSpec = {
  name: "necessity.alternatives",
  of: "alternative",
  most: 50,
  fields: [
    f.line("product"),
    f.line("sourceId"),
    f.date("availableOn"),
    f.many("evidence", "evidence"),
    f.text("considered", 3),
  ],
  fresh: () => ({ id: newId("alt") }),
};

export const declarationFields: readonly FieldSpec[] = [
  "commercialUseOnly",
  "militaryEndUse",
  "prohibitedEndUse",
  "noTransferWithoutAuthorisation",
  "capacityServesOthers",
  "tenantMixComplete",
  "remoteUsersComplete",
  "weightsTransferUndertaking",
  "remoteAccessUndertaking",
  "splitOfLargerOrder",
  "affectsNationalSecurity",
  "cyberReviewFiled",
  "personalDataConsent",
  "stateFundedProject",
  "changedAfterDelivery",
  "dataToForeignAuthority",
  "prohibitionOrderKnown",
].map((name) => f.answer(`declarations.${name}`));

export const exporterFields: readonly FieldSpec[] = [
  "usSupplySufficient",
  "noUsDelay",
  "noFoundryDiversion",
  "aggregateCapMet",
  "noProhibitedUsers",
  "technicalDataStated",
].map((name) => f.answer(`exporterFacts.${name}`));

export const licenceFields: readonly FieldSpec[] = [
  f.choice(
    "exporterFacts.licence.status",
    ["not-applied", "applied", "issued", "refused", "returned", "revoked"],
    "licence.status",
  ),
  f.line("exporterFacts.licence.number"),
  f.date("exporterFacts.licence.date"),
  f.date("exporterFacts.licence.expiresOn"),
  f.many("exporterFacts.licence.evidence", "evidence"),
];

export const laboratoryFields: readonly FieldSpec[] = [
  f.one("exporterFacts.laboratory.party", "party"),
  f.date("exporterFacts.laboratory.testedOn"),
  f.date("exporterFacts.laboratory.exportedOn"),
  ...[
    "headquarteredInUs",
    "controlledFromD5",
    "independent",
    "testsInUs",
    "sampleOfEveryShipment",
    "qualificationRevoked",
  ].map((name) => f.answer(`exporterFacts.laboratory.${name}`)),
];

export const lookupRows: RowsSpec = {
  name: "lookups",
  of: "lookup",
  most: 100,
  fields: [
    f.choice("track", ["cn-import", "us-export"], "track"),
    f.line("parameter"),
    f.choice("state", ["in-force", "suspended", "repealed", "not-enforced"], "parameter.state"),
    f.line("value"),
    f.date("from"),
    f.date("to"),
    f.date("seenOn"),
    f.one("person", "person"),
    f.line("citation", { wide: true }),
    f.many("evidence", "evidence"),
  ],
  fresh: () => ({ id: newId("lkp") }),
};

export const evidenceFields: readonly FieldSpec[] = [f.many("evidence", "evidence")];

/** Lists whose entries have names of their own in the catalogue. */
const LISTS: Readonly<Record<string, string>> = {
  lines: "line",
  schedule: "delivery",
  exchangeRates: "rate",
  endUses: "use",
  tenantMix: "tenant",
  remoteUsers: "remote",
  claims: "claim",
  alternatives: "alternative",
  lookups: "lookup",
};

/** The catalogue key of the field at an address (`order.lines.lin_1.quantity` → `field.line.quantity`). */
export function labelKey(address: string): string {
  const steps = address.split(".");
  let of = steps.shift() ?? "order";
  let names: string[] = [];
  while (steps.length > 0) {
    const step = steps.shift() ?? "";
    const list = LISTS[step];
    if (list === undefined) names.push(step);
    else {
      of = list;
      names = [];
      steps.shift();
    }
  }
  return names.length === 0 ? `field.${of}` : `field.${of}.${names.join(".")}`;
}

const PLACES: readonly (readonly [string, Section])[] = [
  ["order.lines", "lines"],
  ["order.terms", "lines"],
  ["order.buyer", "parties"],
  ["order.route.kind", "route"],
  ["order.route.countryOfExport", "route"],
  ["order.route.transit", "route"],
  ["order.route.testingPlace", "route"],
  ["order.route.endUsers", "use"],
  ["order.route", "parties"],
  ["order.customs", "customs"],
  ["order.endUses", "use"],
  ["order.sites", "use"],
  ["order.tenantMix", "tenants"],
  ["order.remoteUsers", "tenants"],
  ["order.necessity", "necessity"],
  ["order.comparisons", "necessity"],
  ["order.declarations", "declarations"],
  ["order.exporterFacts", "exporter"],
  ["order.lookups", "lookups"],
  ["order.evidence", "evidence"],
  ["order.reviews", "review"],
];

/** The section in which the field at an address is drawn. */
export function sectionOf(address: string): Section {
  if (/^order\.lines\.[^.]+\.schedule/.test(address)) return "schedule";
  const place = PLACES.find(([start]) => address === start || address.startsWith(`${start}.`));
  return place?.[1] ?? "basics";
}
