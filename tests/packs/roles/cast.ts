import { type FieldSetting, setFields } from "#shared/rules";
import type { Class, Role } from "./table.ts";

const no = { value: "no" };
const yes = { value: "yes" };

/** A firm outside every class with all answers given; the class adds what makes it one. */
const plain = {
  id: "pty_cast",
  kind: "company",
  names: { zh: "角色示例有限公司", en: "Cast Sample Ltd." },
  country: "CN",
  headquarters: "CN",
  sectors: ["C2450"],
  military: no,
  militaryEndUser: no,
  sensitiveGovernment: no,
  administrativeFunctions: no,
  infrastructureService: no,
  kycProcedures: yes,
  criticalInfrastructure: { notice: no, business: no, serves: no },
};

const traits: Readonly<Record<Class, object>> = {
  "military by answer": { military: yes, uscc: "91110000MA00EX062U" },
  "military by kind": { kind: "military-unit" },
  "government by answer": { sensitiveGovernment: yes, uscc: "91110000MA00EX062U" },
  "government by code 11": { kind: "public-body", uscc: "11100000000013338W" },
  "institution with administrative functions": {
    kind: "public-body",
    uscc: "12100000400000624D",
    administrativeFunctions: yes,
  },
  "infrastructure by notice": {
    uscc: "91110000MA00EX062U",
    criticalInfrastructure: { notice: yes, business: no, serves: no },
  },
  "infrastructure by business": {
    uscc: "91110000MA00EX062U",
    criticalInfrastructure: { notice: no, business: yes, serves: no },
  },
  "serving infrastructure": {
    uscc: "91110000MA00EX062U",
    criticalInfrastructure: { notice: no, business: no, serves: yes },
  },
  "state-owned by certificate": { uscc: "91110000MA00EX062U", stateCapital: "state-owned" },
  private: { uscc: "91110000MA00EX062U" },
};

const link = (id: string, owner: string, target: string, percent: string): FieldSetting => ({
  path: `links.${id}`,
  value: {
    id,
    owner,
    target,
    equity: { kind: "exact", percent },
    agreement: { kind: "other", controls: no },
  },
});
const set = (path: string, value: unknown): FieldSetting => ({ path, value });
const gone = (path: string): FieldSetting => ({ path, value: null });

const places: Readonly<Record<Role, readonly FieldSetting[]>> = {
  buyer: [set("order.buyer", "pty_cast")],
  "end user of the order": [set("order.route.endUsers", ["pty_cast"])],
  "end user of a line": [set("order.lines.0.endUser", "pty_cast")],
  "end user of a use": [set("order.endUses.0.endUser", "pty_cast")],
  "consuming unit": [set("order.route.consumingUnit", "pty_cast")],
  tenant: [
    set("order.tenantMix", [
      { id: "tnt_own", class: "own-use", share: { kind: "exact", percent: "60" } },
      {
        id: "tnt_cast",
        class: "private-commercial",
        share: { kind: "exact", percent: "40" },
        tenants: ["pty_cast"],
      },
    ]),
  ],
  "remote user": [set("order.remoteUsers", [{ id: "rmu_1", country: "CN", party: "pty_cast" }])],
  "owner above half": [
    gone("links.lnk_founder"),
    gone("links.lnk_partner"),
    link("lnk_cast", "pty_cast", "pty_buyer", "51"),
    link("lnk_rest", "pty_founder", "pty_buyer", "49"),
  ],
  "owner above half at two tiers": [
    set("parties.pty_middle", { ...plain, id: "pty_middle", uscc: "91110000MA00EX118Y" }),
    gone("links.lnk_founder"),
    gone("links.lnk_partner"),
    link("lnk_middle", "pty_middle", "pty_buyer", "60"),
    link("lnk_rest", "pty_founder", "pty_buyer", "40"),
    link("lnk_cast", "pty_cast", "pty_middle", "60"),
    link("lnk_above", "pty_partner", "pty_middle", "40"),
  ],
  "owner below control": [
    gone("links.lnk_founder"),
    gone("links.lnk_partner"),
    link("lnk_cast", "pty_cast", "pty_buyer", "30"),
    link("lnk_rest", "pty_founder", "pty_buyer", "70"),
  ],
  "site owner": [set("sites.ste_dc.owner", "pty_cast")],
  "site operator": [set("sites.ste_dc.operator", "pty_cast")],
  "site lessor": [set("sites.ste_dc.lessor", "pty_cast")],
  "lessor of the goods": [set("order.route.lessor", "pty_cast")],
  "importer of record": [set("order.route.importerOfRecord", "pty_cast")],
  consignee: [set("order.route.consignee", "pty_cast")],
  agent: [set("order.route.agent", "pty_cast")],
  intermediary: [set("order.route.intermediaries", ["pty_cast"])],
  manufacturer: [set("order.route.manufacturer", "pty_cast")],
  integrator: [set("order.lines.0.integrator", "pty_cast")],
  forwarder: [set("order.route.forwarder", "pty_cast")],
  distributor: [set("order.route.distributor", "pty_cast")],
};

/** A private firm's order in which one further party of the class has the role; its own owner is a natural person. */
export function orderWith(base: unknown, role: Role, kind: Class): unknown {
  const party = { ...plain, ...traits[kind] };
  const owned = party.kind === "company" && kind !== "state-owned by certificate";
  const settings = [
    set("parties.pty_cast", party),
    ...(owned ? [link("lnk_own", "pty_partner", "pty_cast", "100")] : []),
    ...places[role],
  ];
  const made = setFields(base, settings);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}
