import { readUscc } from "#shared/identity";
import type { Party } from "#shared/model";
import type { Collector, Desk } from "./collector.ts";

const registered = (party: Party) =>
  party.addresses?.find((address) => address.kind === "registered") ?? party.addresses?.[0];

/** Whether the party is of the mainland: then it has a unified social credit code. */
function isMainland(party: Party): boolean {
  return party.country === "CN" || (party.country === undefined && party.uscc !== undefined);
}

/** Name, code and address as a Chinese reader asks for them (FM-01, FM-07). */
export function chineseIdentity(items: Collector, party: Party, params: { party: string }): void {
  const at = `parties.${party.id}`;
  items.required(party.names.zh, `${at}.names.zh`, "party-name-zh", params);
  items.required(party.country, `${at}.country`, "party-country", params);
  if (isMainland(party)) {
    items.required(party.uscc, `${at}.uscc`, "party-uscc", params);
    if (party.uscc !== undefined && !readUscc(party.uscc).valid)
      items.add("required", `${at}.uscc`, "party-uscc-invalid", { ...params, code: party.uscc });
  }
  items.required(registered(party)?.zh, `${at}.addresses`, "party-address-zh", params);
}

/** Name and address as an English reader asks for them (US-D-02, US-D-05). */
export function englishIdentity(items: Collector, party: Party, params: { party: string }): void {
  const at = `parties.${party.id}`;
  items.required(party.names.en, `${at}.names.en`, "party-name-en", params);
  items.required(party.country, `${at}.country`, "party-country", params);
  items.required(registered(party)?.en, `${at}.addresses`, "party-address-en", params);
}

/** Questions about who the applicant and end users are, which the reported classes turn on (CN-I-03, DF-C-06, DF-S-07). */
export function classQuestions(items: Collector, party: Party, params: { party: string }): void {
  const at = `parties.${party.id}`;
  const critical = party.criticalInfrastructure;
  items.required(critical?.notice, `${at}.criticalInfrastructure.notice`, "cii-notice", params);
  items.required(
    critical?.business,
    `${at}.criticalInfrastructure.business`,
    "cii-business",
    params,
  );
  items.required(critical?.serves, `${at}.criticalInfrastructure.serves`, "cii-serves", params);
  items.required(party.military, `${at}.military`, "party-military", params);
  items.required(
    party.sensitiveGovernment,
    `${at}.sensitiveGovernment`,
    "party-sensitive-government",
    params,
  );
  const institution = /^1[23]/.test(party.uscc ?? "");
  items.conditional(
    institution,
    party.publicFunction,
    `${at}.publicFunction`,
    "public-function",
    params,
  );
}

/** Holders of a firm: without them nobody can say who stands behind it (DF-S-08, US-R-08). */
export function holderItems(items: Collector, desk: Desk, party: Party): void {
  if (party.kind === "person" || party.kind === "public-body") return;
  const params = { party: desk.nameOf(party.id) };
  const holders = desk.dossier.links.filter((link) => link.target === party.id);
  items.required(holders, `parties.${party.id}.holders`, "holders", params);
}
