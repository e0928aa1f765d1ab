import { scheduleAddsUp } from "#shared/model";
import type { Collector, Desk } from "./collector.ts";

/** Lines with what both readers need of a commodity (FM-01 fields 10 to 17, US-D-02). */
export function lineItems(items: Collector, desk: Desk): void {
  const { order } = desk.dossier;
  items.required(order.lines, "order.lines", "lines");
  for (const [index, line] of order.lines.entries()) {
    const at = `order.lines.${line.id}`;
    const params = { line: String(index + 1) };
    items.required(line.product ?? line.description, `${at}.product`, "line-product", params);
    items.required(line.quantity, `${at}.quantity`, "line-quantity", params);
    items.required(line.unitPrice, `${at}.unitPrice`, "line-price", params);
    items.required(line.unit, `${at}.unit`, "line-unit", params);
  }
}

/** What only the import licence form and the declaration ask of a line (FM-01, FM-07, HS-01, CN-S-04). */
export function chineseLineItems(items: Collector, desk: Desk): void {
  const { order, products } = desk.dossier;
  for (const [index, line] of order.lines.entries()) {
    const at = `order.lines.${line.id}`;
    const params = { line: String(index + 1) };
    const product = products.find((item) => item.id === line.product);
    items.required(line.specification ?? product, `${at}.specification`, "line-spec", params);
    items.required(line.hs?.code, `${at}.hs.code`, "hs-code", params);
    if (line.hs?.code !== undefined && !/^\d{10}$/.test(line.hs.code.replace(/\D/g, "")))
      items.add("conditional", `${at}.hs.code`, "hs-ten", params);
    items.optional(line.hs?.inspection, `${at}.hs.inspection`, "hs-inspection", params);
    items.required(line.hs?.basis, `${at}.hs.basis`, "hs-basis", params);
    const given = line.hs?.basis !== undefined && line.hs.basis !== "own";
    items.conditional(given, line.hs?.evidence, `${at}.hs.evidence`, "hs-evidence", params);
    items.required(line.origin, `${at}.origin`, "line-origin", params);
    items.required(line.purpose, `${at}.purpose`, "line-purpose", params);
    items.optional(
      line.domesticDestination,
      `${at}.domesticDestination`,
      "domestic-destination",
      params,
    );
    const many = (order.route?.endUsers?.length ?? 0) > 1;
    items.conditional(many, line.endUser, `${at}.endUser`, "line-end-user", params);
    const crypto = product?.form === "crypto-device" || product?.form === "server";
    items.conditional(crypto, line.cryptoDevice, `${at}.cryptoDevice`, "line-crypto", params);
  }
}

/** Deliveries: dates, quantities that add up, a place for each where there is more than one. */
export function scheduleItems(items: Collector, desk: Desk): void {
  const { order } = desk.dossier;
  const manySites = (order.sites?.length ?? 0) > 1;
  for (const [index, line] of order.lines.entries()) {
    const at = `order.lines.${line.id}.schedule`;
    const params = { line: String(index + 1) };
    items.required(line.schedule, at, "schedule", params);
    if (!scheduleAddsUp(line)) items.add("required", at, "schedule-sum", params);
    const placeless = line.schedule?.some((delivery) => delivery.site === undefined) ?? false;
    if (manySites && placeless && line.site === undefined)
      items.add("conditional", at, "schedule-site", params);
  }
}

/** Money and trade terms (FM-01 fields 5 to 8 and 17, FM-07). */
export function termItems(items: Collector, desk: Desk): void {
  const terms = desk.dossier.order.terms;
  items.required(terms?.currency, "order.terms.currency", "currency");
  items.required(terms?.incoterm, "order.terms.incoterm", "incoterm");
  items.conditional(
    terms?.incoterm !== undefined,
    terms?.incotermPlace,
    "order.terms.incotermPlace",
    "incoterm-place",
  );
  const currency = terms?.currency;
  const rated =
    currency === undefined ||
    currency === "USD" ||
    terms?.exchangeRates?.some((rate) => rate.from === currency && rate.to === "USD") === true;
  if (!rated)
    items.add("required", "order.terms.exchangeRates", "exchange-rate", {
      currency: currency ?? "",
    });
  const agreed =
    desk.hasPaper(["contract", "quotation"], "cn-filing") ||
    desk.hasPaper(["contract", "quotation"], "us-exporter");
  if (!agreed) items.add("required", "order.evidence", "paper-contract");
  items.optional(terms?.contractNumber, "order.terms.contractNumber", "contract-number");
}

/** Fields of the Chinese forms that stand beside the goods. */
export function chineseTermItems(items: Collector, desk: Desk): void {
  const { order } = desk.dossier;
  items.required(order.terms?.tradeMode, "order.terms.tradeMode", "trade-mode");
  items.required(
    order.terms?.foreignExchangeSource,
    "order.terms.foreignExchangeSource",
    "foreign-exchange",
  );
  const customs = items.in("customs");
  customs.required(
    order.customs?.declarationPorts,
    "order.customs.declarationPorts",
    "declaration-port",
  );
  customs.optional(order.customs?.supervisionMode, "order.customs.supervisionMode", "supervision");
  customs.optional(order.customs?.transportMode, "order.customs.transportMode", "transport");
}
