import type { MissingItem } from "../report-schema.ts";
import { asksForSpecialCircumstances } from "./class-signs.ts";
import { Collector, type Desk } from "./collector.ts";
import {
  chineseLineItems,
  chineseTermItems,
  lineItems,
  scheduleItems,
  termItems,
} from "./goods-items.ts";
import { chineseIdentity, classQuestions, holderItems } from "./party-items.ts";
import { endUseItems, necessityItems, siteItems, tenantItems } from "./use-items.ts";

/** A remark on what is to stand there is no addressee. */
const PLACEHOLDER = /按现行|填写|待定|待填|TBD|to be /i;

const IMPORTER_CODE = /^[0-9A-Z]{13}$/;

function coverItems(items: Collector, desk: Desk): void {
  const { order } = desk.dossier;
  items.required(order.addressee, "order.addressee", "addressee");
  if (order.addressee !== undefined && PLACEHOLDER.test(order.addressee))
    items.add("required", "order.addressee", "addressee-placeholder");
  items.required(order.subject?.zh, "order.subject.zh", "subject-zh");
  items.required(order.buyer, "order.buyer", "buyer");
  items.optional(order.reference, "order.reference", "reference");
  const buyer = desk.party(order.buyer);
  const at = `parties.${order.buyer ?? ""}`;
  const params = { party: desk.nameOf(order.buyer) };
  items.required(buyer?.signatory, `${at}.signatory`, "signatory");
  const firm = buyer?.kind === "company";
  const lead = buyer?.legalRepresentative;
  items.conditional(firm, lead, `${at}.legalRepresentative.name`, "legal-representative", params);
  items.conditional(firm, buyer?.registeredCapital, `${at}.registeredCapital`, "capital", params);
  const contact = buyer?.contacts?.find(({ phone }) => phone !== undefined);
  items.conditional(firm, contact, `${at}.contacts`, "contact", params);
}

function routeItems(items: Collector, desk: Desk): void {
  const route = desk.dossier.order.route;
  items.required(route?.seller, "order.route.seller", "seller");
  items.required(route?.countryOfExport, "order.route.countryOfExport", "country-of-export");
  items.required(route?.importerOfRecord, "order.route.importerOfRecord", "importer");
  items.required(route?.consignee, "order.route.consignee", "consignee");
  items.required(route?.consumingUnit, "order.route.consumingUnit", "consuming-unit");
  items.required(route?.endUsers, "order.route.endUsers", "end-users");
  items.optional(route?.forwarder, "order.route.forwarder", "forwarder");
  const { consumingUnit, endUsers } = route ?? {};
  // FM-08: the declaration's consuming unit, the approval's end user and the licence's end user are one and the same.
  if (consumingUnit !== undefined && endUsers !== undefined && !endUsers.includes(consumingUnit))
    items.add("required", "order.route.consumingUnit", "consuming-unit-differs", {
      unit: desk.nameOf(consumingUnit),
    });
}

function partyItems(items: Collector, desk: Desk): void {
  const { order } = desk.dossier;
  const { route } = order;
  const chinese = [
    order.buyer,
    route?.importerOfRecord,
    route?.consignee,
    route?.consumingUnit,
    ...(route?.endUsers ?? []),
  ];
  for (const id of new Set(chinese)) {
    const party = desk.party(id);
    if (party === undefined) {
      if (id !== undefined) items.add("required", `parties.${id}`, "party-gone", { party: id });
      continue;
    }
    chineseIdentity(items, party, { party: desk.nameOf(id) });
  }
  const importer = desk.party(route?.importerOfRecord);
  if (importer !== undefined) {
    const at = `parties.${importer.id}.importerCode`;
    const params = { party: desk.nameOf(importer.id) };
    items.required(importer.importerCode, at, "importer-code", params);
    if (importer.importerCode !== undefined && !IMPORTER_CODE.test(importer.importerCode))
      items.add("required", at, "importer-code-shape", params);
  }
  for (const id of new Set([order.buyer, ...(route?.endUsers ?? [])])) {
    const party = desk.party(id);
    if (party === undefined) continue;
    classQuestions(items, party, { party: desk.nameOf(id) });
    holderItems(items, desk, party);
  }
}

function declarationItems(items: Collector, desk: Desk): void {
  const said = desk.dossier.order.declarations;
  items.required(
    said?.commercialUseOnly,
    "order.declarations.commercialUseOnly",
    "commercial-only",
  );
  items.required(said?.militaryEndUse, "order.declarations.militaryEndUse", "military-use");
  items.required(said?.splitOfLargerOrder, "order.declarations.splitOfLargerOrder", "split");
  items.required(
    said?.stateFundedProject,
    "order.declarations.stateFundedProject",
    "state-funded-project",
  );
  const buyer = desk.party(desk.dossier.order.buyer);
  const noticed = buyer?.criticalInfrastructure?.notice?.value === "yes";
  items.conditional(
    noticed,
    said?.affectsNationalSecurity,
    "order.declarations.affectsNationalSecurity",
    "affects-security",
  );
  items.conditional(
    noticed,
    said?.cyberReviewFiled,
    "order.declarations.cyberReviewFiled",
    "cyber-review",
  );
}

function paperItems(items: Collector, desk: Desk): void {
  const paper = (kinds: readonly string[], why: string) => {
    if (!desk.hasPaper(kinds, "cn-filing") && !desk.explains(kinds, "cn-filing"))
      items.add("required", "order.evidence", why);
  };
  paper(["business-licence"], "paper-licence");
  paper(["contract", "quotation"], "paper-contract");
  paper(["shareholder-register", "registry-extract", "articles-of-association"], "paper-holders");
  paper(["datasheet"], "paper-datasheet");
  paper(["end-user-statement"], "paper-end-user");
  if (!desk.hasPaper(["exporter-licence", "exporter-classification"], "cn-filing"))
    items.add("optional", "order.evidence", "paper-exporter-licence");
  if (!desk.hasPaper(["site-lease-or-title"], "cn-filing"))
    items.add("optional", "order.evidence", "paper-site");
  if (!desk.hasPaper(["power-contract"], "cn-filing"))
    items.add("optional", "order.evidence", "paper-power");
  if (!desk.hasPaper(["beneficial-owner-filing"], "cn-filing"))
    items.add("optional", "order.evidence", "paper-beneficial-owner");
}

/** Everything the China filing set lacks, in the order of its papers. */
export function chineseItems(desk: Desk): readonly MissingItem[] {
  const items = new Collector("basics");
  coverItems(items, desk);
  routeItems(items.in("route"), desk);
  partyItems(items.in("parties"), desk);
  lineItems(items.in("lines"), desk);
  chineseLineItems(items.in("lines"), desk);
  scheduleItems(items.in("schedule"), desk);
  termItems(items.in("lines"), desk);
  chineseTermItems(items.in("lines"), desk);
  endUseItems(items.in("use"), desk, "zh");
  siteItems(items.in("use"), desk, "zh");
  tenantItems(items.in("tenants"), desk);
  necessityItems(items.in("necessity"), desk);
  if (asksForSpecialCircumstances(desk))
    items
      .in("necessity")
      .required(
        desk.dossier.order.necessity?.specialCircumstances,
        "order.necessity.specialCircumstances",
        "special-circumstances",
      );
  declarationItems(items.in("declarations"), desk);
  paperItems(items.in("evidence"), desk);
  return items.list();
}
