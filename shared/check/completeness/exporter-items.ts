import { performanceDensity, type Site, totalProcessingPerformance } from "#shared/model";
import type { MissingItem } from "../report-schema.ts";
import { Collector, type Desk, isAbsent } from "./collector.ts";
import { englishItems } from "./english-items.ts";
import { lineItems, scheduleItems, termItems } from "./goods-items.ts";
import { englishIdentity, holderItems } from "./party-items.ts";
import { endUseItems, servesOthers, siteItems, tenantItems } from "./use-items.ts";

function statementItems(items: Collector, desk: Desk): void {
  const { order } = desk.dossier;
  items.required(order.subject?.en, "order.subject.en", "subject-en");
  items.required(order.buyer, "order.buyer", "buyer");
  const buyer = desk.party(order.buyer);
  const at = `parties.${order.buyer ?? ""}.signatory`;
  items.required(buyer?.signatory, at, "signatory");
  items.conditional(buyer?.signatory !== undefined, buyer?.signatory?.nameEn, at, "signatory-en");
  const { terms } = order;
  const rated = terms?.exchangeRates?.some(
    ({ from, to }) => from === terms.currency && to === "USD",
  );
  if (terms?.currency !== undefined && terms.currency !== "USD" && rated !== true)
    items.in("lines").add("required", "order.terms.exchangeRates", "rate-usd");
}

function routeItems(items: Collector, desk: Desk): void {
  const route = desk.dossier.order.route;
  items.required(route?.exporterOfRecord, "order.route.exporterOfRecord", "exporter");
  items.required(route?.countryOfExport, "order.route.countryOfExport", "country-of-export");
  items.required(route?.kind, "order.route.kind", "route-kind");
  items.required(route?.consignee, "order.route.consignee", "consignee");
  items.required(route?.endUsers, "order.route.endUsers", "end-users");
  items.optional(route?.forwarder, "order.route.forwarder", "forwarder");
}

function partyItems(items: Collector, desk: Desk): void {
  const { order } = desk.dossier;
  const { route } = order;
  const named = [
    order.buyer,
    route?.exporterOfRecord,
    route?.importerOfRecord,
    route?.consignee,
    ...(route?.endUsers ?? []),
    ...(route?.intermediaries ?? []),
    ...order.lines.map((line) => line.integrator),
  ];
  for (const id of new Set(named)) {
    const party = desk.party(id);
    if (party === undefined) {
      if (id !== undefined) items.add("required", `parties.${id}`, "party-gone", { party: id });
      continue;
    }
    englishIdentity(items, party, { party: desk.nameOf(id) });
  }
  for (const id of new Set([order.buyer, route?.consignee, ...(route?.endUsers ?? [])])) {
    const party = desk.party(id);
    if (party === undefined) continue;
    const params = { party: desk.nameOf(id) };
    const at = `parties.${party.id}`;
    items.required(party.headquarters, `${at}.headquarters`, "headquarters", params);
    items.required(party.militaryEndUser, `${at}.militaryEndUser`, "military-end-user", params);
    items.required(party.business?.en, `${at}.business.en`, "business-en", params);
    holderItems(items, desk, party);
  }
}

function productItems(items: Collector, desk: Desk): void {
  const { order, products } = desk.dossier;
  for (const [index, line] of order.lines.entries()) {
    const product = products.find((item) => item.id === line.product);
    const params = { line: String(index + 1) };
    const at = `order.lines.${line.id}`;
    items.required(product, `${at}.product`, "line-product-book", params);
    if (product === undefined) continue;
    const book = `products.${product.id}`;
    const named = { ...params, product: `${product.vendor} ${product.model}` };
    const tpp = totalProcessingPerformance(product);
    items.conditional(true, tpp, `${book}.denseRates`, "product-rates", named);
    items.conditional(
      true,
      product.dramBandwidthGBs,
      `${book}.dramBandwidthGBs`,
      "product-dram",
      named,
    );
    items.optional(performanceDensity(product), `${book}.dieAreaMm2`, "product-die", named);
    items.optional(
      product.interconnectGBs,
      `${book}.interconnectGBs`,
      "product-interconnect",
      named,
    );
    items.optional(product.memoryGB, `${book}.memoryGB`, "product-memory", named);
    items.optional(product.powerW, `${book}.powerW`, "product-power", named);
    items.optional(product.classification, `${book}.classification`, "product-eccn", named);
    const built = ["baseboard", "server", "rack"].includes(product.form);
    items.conditional(built, line.integrator, `${at}.integrator`, "line-integrator", params);
  }
}

function safeguardItems(items: Collector, desk: Desk): void {
  const { order } = desk.dossier;
  const said = order.declarations;
  const at = "order.declarations";
  const declare = items.in("declarations");
  declare.required(said?.militaryEndUse, `${at}.militaryEndUse`, "military-use");
  declare.required(said?.prohibitedEndUse, `${at}.prohibitedEndUse`, "prohibited-use");
  declare.required(
    said?.noTransferWithoutAuthorisation,
    `${at}.noTransferWithoutAuthorisation`,
    "no-transfer",
  );
  declare.required(said?.splitOfLargerOrder, `${at}.splitOfLargerOrder`, "split");
  declare.required(said?.personalDataConsent, `${at}.personalDataConsent`, "personal-data");
  // Remote users are declared even when there are none: then the answer says that the list is complete (US-R-14).
  declare.required(said?.remoteUsersComplete, `${at}.remoteUsersComplete`, "remote-users");
  for (const user of order.remoteUsers ?? [])
    items
      .in("tenants")
      .required(user.country, `order.remoteUsers.${user.id}.country`, "remote-country");
  if (servesOthers(desk)) {
    declare.conditional(
      true,
      said?.weightsTransferUndertaking,
      `${at}.weightsTransferUndertaking`,
      "iaas-weights",
    );
    declare.conditional(
      true,
      said?.remoteAccessUndertaking,
      `${at}.remoteAccessUndertaking`,
      "iaas-remote",
    );
  }
}

/** A bare "yes" describes nothing: the exporter must be able to say how a site is kept (US-R-13). */
function undescribed(items: Collector, site: Site): void {
  const params = { site: site.names.zh ?? site.names.en ?? site.id };
  const { physicalSecurity, physicalSecurityText, remoteAccessControlled } = site;
  items.conditional(
    physicalSecurity?.value === "yes",
    physicalSecurityText ?? physicalSecurity?.note,
    `sites.${site.id}.physicalSecurityText`,
    "physical-described",
    params,
  );
  items.conditional(
    remoteAccessControlled?.value === "yes",
    remoteAccessControlled?.note,
    `sites.${site.id}.remoteAccessControlled`,
    "remote-described",
    params,
  );
}

function securityItems(items: Collector, desk: Desk): void {
  const { order } = desk.dossier;
  const consignee = desk.party(order.route?.consignee) ?? desk.party(order.buyer);
  if (consignee !== undefined)
    items
      .in("parties")
      .required(consignee.kycProcedures, `parties.${consignee.id}.kycProcedures`, "kyc", {
        party: desk.nameOf(consignee.id),
      });
  const kyc = consignee?.kycProcedures;
  if (consignee !== undefined && kyc?.value === "yes" && isAbsent(kyc.note))
    items
      .in("parties")
      .add("conditional", `parties.${consignee.id}.kycProcedures`, "kyc-described", {
        party: desk.nameOf(consignee.id),
      });
  for (const id of order.sites ?? []) {
    const site = desk.site(id);
    if (site === undefined) continue;
    undescribed(items.in("use"), site);
    const params = { site: site.names.zh ?? site.names.en ?? id };
    const at = `sites.${id}`;
    items.in("use").required(site.physicalSecurity, `${at}.physicalSecurity`, "physical", params);
    items
      .in("use")
      .required(
        site.remoteAccessControlled,
        `${at}.remoteAccessControlled`,
        "remote-access",
        params,
      );
  }
  const paper = (kinds: readonly string[], why: string) => {
    if (!desk.hasPaper(kinds, "us-exporter") && !desk.explains(kinds, "us-exporter"))
      items.in("evidence").add("required", "order.evidence", why);
  };
  paper(["kyc-policy"], "paper-kyc");
  paper(["physical-security-plan"], "paper-physical");
  paper(["remote-access-policy"], "paper-remote");
  paper(["end-user-statement"], "paper-eus");
  if (isAbsent(order.exporterFacts?.licence))
    items.in("exporter").add("optional", "order.exporterFacts.licence", "exporter-licence-status");
}

/** Everything the information set for the US exporter lacks (US-D-02, US-R-09 to US-R-15). */
export function exporterItems(desk: Desk): readonly MissingItem[] {
  const items = new Collector("basics");
  statementItems(items, desk);
  routeItems(items.in("route"), desk);
  partyItems(items.in("parties"), desk);
  lineItems(items.in("lines"), desk);
  productItems(items.in("lines"), desk);
  scheduleItems(items.in("schedule"), desk);
  termItems(items.in("lines"), desk);
  endUseItems(items.in("use"), desk, "en");
  siteItems(items.in("use"), desk, "en");
  tenantItems(items.in("tenants"), desk);
  safeguardItems(items, desk);
  securityItems(items, desk);
  englishItems(items, desk.dossier);
  return items.list();
}
