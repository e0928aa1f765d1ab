import type { Firm, Holding, Situation } from "../situation.ts";

const settled = {
  military: "no",
  militaryEndUser: "no",
  sensitiveGovernment: "no",
  administrativeFunctions: "no",
  notice: "no",
  business: "no",
  serves: "no",
  kyc: "yes",
  infrastructureService: "no",
  holdsGoods: "no",
} as const;

/** A private mainland firm in an unlisted sector whose every answer is given. */
export function firm(id: string, change: Partial<Firm> = {}): Firm {
  return {
    ...settled,
    id,
    kind: "company",
    prefix: "91",
    country: "CN",
    headquarters: "CN",
    sectors: ["C3922"],
    listings: [],
    ...change,
  };
}

/** A natural person; the desk asks a person nothing. */
function person(id: string): Firm {
  const { prefix: _none, ...rest } = firm(id, { kind: "person", sectors: [] });
  return rest;
}

/** A firm outside the mainland: no unified social credit code. */
export function abroad(id: string, country: string, change: Partial<Firm> = {}): Firm {
  const { prefix: _none, ...rest } = firm(id, { country, headquarters: country, ...change });
  return rest;
}

/** An interest of so many per cent. */
export function holding(
  owner: string,
  target: string,
  equity: Holding["equity"],
  more: Partial<Holding> = {},
): Holding {
  return { owner, target, equity, ...more };
}

/** Two natural persons who hold a firm to seven and three tenths. */
export function privately(target: string): readonly Holding[] {
  return [holding("founder", target, 70), holding("partner", target, 30)];
}

/** An order of sixteen H200 by a private firm for itself, all facts given, on a day of limited approvals. */
export function baseSituation(): Situation {
  return {
    asOf: "2026-08-20",
    firms: [
      firm("buyer"),
      person("founder"),
      person("partner"),
      abroad("seller", "US"),
      abroad("forwarder", "US"),
    ],
    holdings: [...privately("buyer")],
    buyer: "buyer",
    endUsers: ["buyer"],
    consumingUnit: "buyer",
    importer: "buyer",
    consignee: "buyer",
    seller: "seller",
    exporterOfRecord: "seller",
    manufacturer: "seller",
    forwarder: "forwarder",
    intermediaries: [],
    countryOfExport: "US",
    shipment: "export",
    transit: [],
    lines: [{ goods: "h200-sxm", quantity: 16, endUser: "buyer", site: "site" }],
    uses: [{ kind: "training", commercial: "yes", endUser: "buyer", site: "site" }],
    tenants: [{ class: "own-use", share: 100, firms: [] }],
    remoteUsers: [],
    sites: [
      {
        id: "site",
        country: "CN",
        operator: "buyer",
        owner: "buyer",
        tenure: "owned",
        physicalSecurity: "yes",
        remoteAccessControlled: "yes",
        statedFp64: 1.1,
        statedFp32: 1.1,
        oneEnvelope: "yes",
      },
    ],
    declared: {
      commercialUseOnly: "yes",
      militaryEndUse: "no",
      prohibitedEndUse: "no",
      noTransferWithoutAuthorisation: "yes",
      capacityServesOthers: "no",
      remoteUsersComplete: "yes",
      tenantMixComplete: "yes",
      splitOfLargerOrder: "no",
      affectsNationalSecurity: "no",
      personalDataConsent: "yes",
      stateFundedProject: "no",
      changedAfterDelivery: "no",
      dataToForeignAuthority: "no",
      prohibitionOrderKnown: "no",
    },
    exporter: {
      usSupplySufficient: "yes",
      noUsDelay: "yes",
      noFoundryDiversion: "yes",
      aggregateCapMet: "yes",
      noProhibitedUsers: "yes",
      technicalDataStated: "yes",
    },
    laboratory: {
      headquarteredInUs: "yes",
      controlledFromD5: "no",
      independent: "yes",
      testsInUs: "yes",
      sampleOfEveryShipment: "yes",
      qualificationRevoked: "no",
    },
    lookups: [],
    ratesGiven: false,
  };
}
