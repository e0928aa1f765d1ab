import type { Answer, Situation } from "../situation.ts";
import { abroad, firm, privately } from "./base.ts";
import { type Deviation, deviations, firstLine, firstSite, firstUse } from "./deviation.ts";

/** A firm in Hong Kong or Singapore with mainland parents, that answers whether it holds the goods. */
function there(s: Situation, country: string, holds: Answer, parent = "CN"): void {
  s.firms.push(abroad("far", country, { headquarters: parent, holdsGoods: holds }));
  s.holdings.push(...privately("far"));
}

function endUserIn(country: string, parent = "CN") {
  return (s: Situation) => {
    there(s, country, "no", parent);
    s.endUsers = ["far"];
    firstLine(s).endUser = "far";
    firstUse(s).endUser = "far";
    s.consumingUnit = "far";
    s.consignee = "far";
    Object.assign(firstSite(s), { country, operator: "far", owner: "far" });
  };
}

const places: Readonly<Record<string, (s: Situation) => void>> = {
  buyer: (s) => {
    s.buyer = "far";
  },
  agent: (s) => {
    s.intermediaries = ["far"];
  },
  forwarder: (s) => {
    s.forwarder = "far";
  },
  "importer of record": (s) => {
    s.importer = "far";
  },
  consignee: (s) => {
    s.consignee = "far";
  },
  distributor: (s) => {
    s.distributor = "far";
  },
  seller: (s) => {
    s.seller = "far";
  },
};

/** Every role in Hong Kong and Singapore, by what it answers about holding the goods. */
const parties = ["HK", "SG"].flatMap((country) =>
  deviations(
    `party in ${country}`,
    "route",
    Object.fromEntries(
      Object.entries(places).flatMap(([role, place]) =>
        (["no", "yes", "open"] as const).map((holds) => [
          `${role}, holds: ${holds}`,
          (s: Situation) => {
            there(s, country, holds);
            place(s);
          },
        ]),
      ),
    ),
  ),
);

/** How goods leave, where the end user is, transit. */
export const routes: readonly Deviation[] = [
  ...parties,
  ...deviations("route", "route", {
    "exported from Hong Kong": (s) =>
      Object.assign(s, { countryOfExport: "HK", shipment: "re-export" }),
    "exported from Singapore": (s) =>
      Object.assign(s, { countryOfExport: "SG", shipment: "re-export" }),
    "re-export from Taiwan": (s) =>
      Object.assign(s, { countryOfExport: "TW", shipment: "re-export" }),
    "transfer in the country": (s) =>
      Object.assign(s, { countryOfExport: "CN", shipment: "in-country-transfer" }),
    "transit in Hong Kong": (s) => Object.assign(s, { transit: ["HK"] }),
    "transit in Singapore": (s) => Object.assign(s, { transit: ["SG"] }),
    "end user in Macau": endUserIn("MO"),
    "end user in Hong Kong, mainland parent": endUserIn("HK"),
    "end user in Hong Kong, own parent": endUserIn("HK", "HK"),
    "end user in Singapore, mainland parent": endUserIn("SG"),
    "final destination Singapore": (s) => Object.assign(firstLine(s), { finalDestination: "SG" }),
    "final destination Hong Kong": (s) => Object.assign(firstLine(s), { finalDestination: "HK" }),
    "final destination mainland": (s) => Object.assign(firstLine(s), { finalDestination: "CN" }),
    "site in Singapore": (s) => Object.assign(firstSite(s), { country: "SG" }),
    "site in Hong Kong": (s) => Object.assign(firstSite(s), { country: "HK" }),
    "reseller in the mainland": (s) => {
      s.firms.push(firm("reseller"));
      s.holdings.push(...privately("reseller"));
      s.distributor = "reseller";
    },
  }),
];
