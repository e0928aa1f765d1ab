import type { Firm, ListId, Listing, Situation } from "../situation.ts";
import { firm, holding, privately } from "./base.ts";
import { buyerOf, type Deviation, deviations, firstLine } from "./deviation.ts";

const lists: readonly ListId[] = [
  "entity-list",
  "meu",
  "mieu",
  "sdn",
  "dpl",
  "uvl",
  "1260h",
  "cmic",
];

const decided: Readonly<Record<string, Omit<Listing, "list">>> = {
  "signed true match": { exact: true, decision: "true-match", signed: true },
  "unsigned true match": { exact: true, decision: "true-match", signed: false },
  "exact, undecided": { exact: true, decision: "none", signed: false },
  "alike, undecided": { exact: false, decision: "none", signed: false },
  "signed dismissal": { exact: true, decision: "not-this-party", signed: true },
  "unsigned dismissal": { exact: true, decision: "not-this-party", signed: false },
};
const truly = { exact: true, decision: "true-match", signed: true } as const;

function low(s: Situation): void {
  firstLine(s).goods = "low-card";
}

/** The buyer on each list, by where a person has come with it; with H200 and with a low card. */
const ofBuyer = lists.flatMap((list) =>
  deviations(
    `list: ${list}`,
    "listing",
    Object.fromEntries(
      Object.entries(decided).flatMap(([name, rest]) => [
        [name, (s: Situation) => void buyerOf(s).listings.push({ list, ...rest })],
        [
          `${name}, low card`,
          (s: Situation) => {
            low(s);
            buyerOf(s).listings.push({ list, ...rest });
          },
        ],
      ]),
    ),
  ),
);

const policies = deviations("entity list policy", "listing", {
  "presumption of denial": (s) =>
    void buyerOf(s).listings.push({
      list: "entity-list",
      policy: "Presumption of denial",
      ...truly,
    }),
  "case-by-case": (s) =>
    void buyerOf(s).listings.push({ list: "entity-list", policy: "Case-by-case review", ...truly }),
  "case-by-case, low card": (s) => {
    low(s);
    buyerOf(s).listings.push({ list: "entity-list", policy: "Case-by-case review", ...truly });
  },
});

function named(s: Situation, change: Partial<Firm> = {}): void {
  s.firms.push(firm("listed", { listings: [{ list: "entity-list", ...truly }], ...change }));
  s.holdings.push(...privately("listed"));
}

const inRoles = deviations("listed in another role", "listing", {
  forwarder: (s) => {
    named(s);
    s.forwarder = "listed";
  },
  integrator: (s) => {
    named(s);
    s.integrator = "listed";
  },
  "site operator": (s) => {
    named(s);
    const [site] = s.sites;
    if (site !== undefined) site.operator = "listed";
  },
  consignee: (s) => {
    named(s);
    s.consignee = "listed";
  },
  tenant: (s) => {
    named(s);
    s.tenants = [
      { class: "own-use", share: 90, firms: [] },
      { class: "private-commercial", share: 10, firms: ["listed"] },
    ];
  },
});

function ownedBy(
  list: ListId,
  shares: readonly (number | readonly [number, number])[],
  low_ = false,
) {
  return (s: Situation) => {
    if (low_) low(s);
    s.holdings = s.holdings.filter(({ target }) => target !== "buyer");
    let rest = 100;
    shares.forEach((share, at) => {
      const id = `listed-${at + 1}`;
      s.firms.push(firm(id, { listings: [{ list, ...truly }] }));
      s.holdings.push(...privately(id), holding(id, "buyer", share));
      rest -= typeof share === "number" ? share : share[0];
    });
    const straddles = shares.some((share) => typeof share !== "number");
    s.holdings.push(holding("founder", "buyer", straddles ? [rest - 10, rest] : rest));
  };
}

/** Listed owners on both sides of one half, alone and together, of each list that the rule names. */
export const affiliates: readonly Deviation[] = deviations("affiliates", "shares", {
  "50 %": ownedBy("entity-list", [50]),
  "50 %, low card": ownedBy("entity-list", [50], true),
  "49.99 %": ownedBy("entity-list", [49.99]),
  "49.99 %, low card": ownedBy("entity-list", [49.99], true),
  "30 and 20 %": ownedBy("entity-list", [30, 20]),
  "30 and 19.99 %, low card": ownedBy("entity-list", [30, 19.99], true),
  "45 to 55 %": ownedBy("entity-list", [[45, 55]]),
  "45 to 55 %, low card": ownedBy("entity-list", [[45, 55]], true),
  "MEU 60 %": ownedBy("meu", [60]),
  "MEU 60 %, low card": ownedBy("meu", [60], true),
});

/** Lists in every state of decision, in roles, with their own policies. */
export const listings: readonly Deviation[] = [...ofBuyer, ...policies, ...inRoles];
