import type { Firm, Situation } from "../situation.ts";
import { firm, holding, privately } from "./base.ts";
import {
  buyerOf,
  type Deviation,
  deviations,
  firstLine,
  firstSite,
  firstUse,
  partlySold,
  sellsCapacity,
} from "./deviation.ts";

/** What makes a firm one of the four classes, or nearly so. */
const classes: Readonly<Record<string, Partial<Firm>>> = {
  "military answer": { military: "yes" },
  "military unit": { kind: "military-unit", prefix: "A1" },
  "government declared": { sensitiveGovernment: "yes" },
  "government organ": { kind: "public-body", prefix: "11", sectors: ["S9221"] },
  "institution with administrative functions": {
    kind: "public-body",
    prefix: "12",
    administrativeFunctions: "yes",
    sectors: ["M7320"],
  },
  "institution without": { kind: "public-body", prefix: "12", sectors: ["M7320"] },
  "infrastructure notice": { notice: "yes" },
  "infrastructure business": { business: "yes" },
  "serves infrastructure": { serves: "yes" },
  "wholly state-owned": {},
  "private, all given": {},
};

/** Gives a firm its owners: the state wholly, or two persons. */
function own(situation: Situation, id: string, name: string, change: Partial<Firm>): void {
  if (name === "wholly state-owned") {
    situation.firms.push(
      firm(`${id}-state`, { kind: "public-body", prefix: "12", sectors: ["M7320"] }),
    );
    situation.holdings.push(holding(`${id}-state`, id, 100));
  } else if (change.kind === undefined) situation.holdings.push(...privately(id));
}

/** Questions that nobody answered, for the roles whose answers decide. */
const unanswered: Readonly<Record<string, Partial<Firm>>> = {
  "military not answered": { military: "open" },
  "military end user not answered": { militaryEndUser: "open" },
  "government not answered": { sensitiveGovernment: "open" },
  "institution, functions not answered": {
    kind: "public-body",
    prefix: "12",
    administrativeFunctions: "open",
    sectors: ["M7320"],
  },
  "notice not answered, finance": { notice: "open", sectors: ["J6621"] },
  "notice not answered, unlisted": { notice: "open" },
  "military end user": { militaryEndUser: "yes" },
  "mass organisation with administrative functions": {
    kind: "public-body",
    prefix: "13",
    administrativeFunctions: "yes",
    sectors: ["S9411"],
  },
};
const answering = ["buyer", "end user of the order", "consuming unit", "tenant", "remote user"];

type Place = (situation: Situation, id: string) => void;

const roles: Readonly<Record<string, Place>> = {
  buyer: (s, id) => {
    s.buyer = id;
  },
  "end user of the order": (s, id) => {
    s.endUsers = [id];
  },
  "end user of a line": (s, id) => {
    firstLine(s).endUser = id;
  },
  "end user of a use": (s, id) => {
    firstUse(s).endUser = id;
  },
  "consuming unit": (s, id) => {
    s.consumingUnit = id;
  },
  tenant: (s, id) => {
    sellsCapacity(s);
    s.tenants = [
      { class: "own-use", share: 60, firms: [] },
      { class: "private-commercial", share: 40, firms: [id] },
    ];
  },
  "remote user": (s, id) => {
    sellsCapacity(s);
    s.tenants = partlySold;
    s.remoteUsers = [{ firm: id }];
  },
  "site operator": (s, id) => {
    firstSite(s).operator = id;
  },
  "owner of a leased site": (s, id) => {
    firstSite(s).owner = id;
    firstSite(s).tenure = "leased";
  },
  "importer of record": (s, id) => {
    s.importer = id;
  },
  consignee: (s, id) => {
    s.consignee = id;
  },
  intermediary: (s, id) => {
    s.intermediaries = [id];
  },
  agent: (s, id) => {
    s.agent = id;
  },
  "lessor of the goods": (s, id) => {
    s.goodsLessor = id;
  },
  "lessor of the site": (s, id) => {
    firstSite(s).lessor = id;
    firstSite(s).tenure = "leased";
  },
  manufacturer: (s, id) => {
    s.manufacturer = id;
  },
  integrator: (s, id) => {
    s.integrator = id;
  },
  forwarder: (s, id) => {
    s.forwarder = id;
  },
  distributor: (s, id) => {
    s.distributor = id;
  },
};

function castFor(role: string): Readonly<Record<string, Partial<Firm>>> {
  return answering.includes(role) ? { ...classes, ...unanswered } : classes;
}

/** Puts a firm of a class into a role. */
function cast(role: string, change: Partial<Firm>, name: string, place: Place) {
  return (s: Situation) => {
    const id = `cast-${role.replaceAll(" ", "-")}`;
    s.firms.push(firm(id, change));
    own(s, id, name, change);
    place(s, id);
  };
}

/** Every role with every class. */
export const matrix: readonly Deviation[] = Object.entries(roles).flatMap(([role, place]) =>
  deviations(
    `role: ${role}`,
    `role ${role}`,
    Object.fromEntries(
      Object.entries(castFor(role)).map(([name, change]) => [
        name,
        cast(role, change, name, place),
      ]),
    ),
  ),
);

/** Owners of the buyer by class, above half and below, directly and two tiers up. */
export const ownerMatrix: readonly Deviation[] = Object.entries(classes)
  .filter(([name]) => !["wholly state-owned", "military answer"].includes(name))
  .flatMap(([name, change]) =>
    deviations(`owner: ${name}`, "shares", {
      "100 %": (s) => owned(s, change, 100),
      "51 %": (s) => owned(s, change, 51),
      "30 %, not largest": (s) => owned(s, change, 30),
      "10 %": (s) => owned(s, change, 10),
      "60 % of a parent with 60 %": (s) => {
        owned(s, {}, 60);
        s.firms.push(firm("top", change));
        if (change.kind === undefined) s.holdings.push(...privately("top"));
        s.holdings = s.holdings.filter(({ target }) => target !== "owner");
        s.holdings.push(holding("top", "owner", 60), holding("partner", "owner", 40));
      },
    }),
  );

function owned(s: Situation, change: Partial<Firm>, share: number): void {
  s.firms.push(firm("owner", change));
  if (change.kind === undefined) s.holdings.push(...privately("owner"));
  s.holdings = [
    ...s.holdings.filter(({ target }) => target !== "buyer"),
    holding("owner", "buyer", share),
    ...(share < 100 ? [holding("founder", "buyer", 100 - share)] : []),
  ];
}

/** Answers of the buyer that are open, or that declare a military end user. */
export const answers: readonly Deviation[] = [
  ...deviations("open answer", "buyer answer", {
    military: (s) => Object.assign(buyerOf(s), { military: "open" }),
    "military end user": (s) => Object.assign(buyerOf(s), { militaryEndUser: "open" }),
    "sensitive government": (s) => Object.assign(buyerOf(s), { sensitiveGovernment: "open" }),
    "notice, unlisted sector": (s) => Object.assign(buyerOf(s), { notice: "open" }),
    "notice, finance": (s) => Object.assign(buyerOf(s), { notice: "open", sectors: ["J6621"] }),
    "notice, no sector": (s) => Object.assign(buyerOf(s), { notice: "open", sectors: [] }),
    "business of infrastructure": (s) => Object.assign(buyerOf(s), { business: "open" }),
    "serves infrastructure": (s) => Object.assign(buyerOf(s), { serves: "open" }),
  }),
  ...deviations("declared military end user", "buyer answer", {
    buyer: (s) => Object.assign(buyerOf(s), { militaryEndUser: "yes" }),
  }),
];

/** Classes of tenants that are named by class alone. */
export const tenantClasses: readonly Deviation[] = deviations(
  "tenant class",
  "role tenant",
  Object.fromEntries(
    [
      "private-commercial",
      "state-owned-enterprise",
      "government",
      "sensitive-government",
      "military",
      "critical-infrastructure",
      "public-institution",
      "not-known",
    ].flatMap((name) => [
      [
        `tenant ${name}`,
        (s: Situation) => {
          sellsCapacity(s);
          s.tenants = [
            { class: "own-use", share: 70, firms: [] },
            { class: name, share: 30, firms: [] },
          ];
        },
      ],
      [
        `remote user ${name}`,
        (s: Situation) => {
          sellsCapacity(s);
          s.tenants = partlySold;
          s.remoteUsers = [{ class: name }];
        },
      ],
    ]),
  ),
);
