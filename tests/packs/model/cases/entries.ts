import type { Entry, Situation } from "../situation.ts";
import { firm, holding, privately } from "./base.ts";
import { buyerOf, type Deviation, deviations, firstLine } from "./deviation.ts";

const importEntry = {
  track: "cn-import",
  parameter: "import-state",
  state: "in-force",
  from: "2025-12-01",
  citation: "样例文号〔2026〕第 1 号（虚构）",
} as const;

function enter(...entries: readonly Partial<Entry>[]) {
  return (s: Situation) => {
    s.lookups = entries.map((entry) => ({ ...importEntry, ...entry }));
  };
}

const values = ["weighed", "planned", "hold", "in-principle", "conditional", "pause", "limited"];

/** What persons found about the import state, confirmed or not, alone or at odds. */
export const lookups: readonly Deviation[] = [
  ...deviations(
    "look-up",
    "look-up",
    Object.fromEntries(
      values.flatMap((value) => [
        [`import state ${value}`, enter({ value })],
        [`import state ${value}, confirmed`, enter({ value, confirmed: true })],
      ]),
    ),
  ),
  ...deviations("look-up, other states", "look-up", {
    "limited and pause": enter({ value: "limited" }, { value: "pause" }),
    "limited confirmed and pause": enter({ value: "limited", confirmed: true }, { value: "pause" }),
    "limited and pause confirmed": enter({ value: "limited" }, { value: "pause", confirmed: true }),
    "repealed, limited instead": enter({ state: "repealed", instead: "limited" }),
    "not enforced, limited instead": enter({ state: "not-enforced", instead: "limited" }),
    "suspended, nothing instead": enter({ state: "suspended" }),
    "suspended, pause instead": enter({ state: "suspended", instead: "pause" }),
    "over before the day": enter({ value: "pause", to: "2025-12-31" }),
    "review policy denial": enter({
      track: "us-export",
      parameter: "us-review-policy",
      value: "presumption-of-denial",
    }),
    "review policy denial, confirmed": enter({
      track: "us-export",
      parameter: "us-review-policy",
      value: "presumption-of-denial",
      confirmed: true,
    }),
  }),
  ...deviations("look-up refused", "look-up", {
    "unknown value": enter({ value: "banned" }),
    "unknown value in Chinese": enter({ value: "暂停" }),
    "value of the wrong type": enter({ value: true }),
    "no value": enter({}),
    "repealed without instead": enter({ state: "repealed" }),
    "not enforced without instead": enter({ state: "not-enforced" }),
    "instead of another type": enter({ state: "repealed", instead: "banned" }),
    "unknown parameter": enter({ parameter: "no-such-parameter", value: "limited" }),
    "wrong track": enter({ track: "us-export", value: "limited" }),
    "no citation": (s: Situation) => {
      const { citation: _none, ...entry } = { ...importEntry, value: "limited" };
      s.lookups = [entry];
    },
  }),
];

const classOf: Readonly<Record<string, (s: Situation) => void>> = {
  "class-military": (s) => Object.assign(buyerOf(s), { military: "yes" }),
  "class-sensitive-government": (s) => Object.assign(buyerOf(s), { sensitiveGovernment: "yes" }),
  "class-critical-infrastructure": (s) => Object.assign(buyerOf(s), { notice: "yes" }),
  "class-state-owned": (s) => {
    s.firms.push(firm("state", { kind: "public-body", prefix: "12", sectors: ["M7320"] }));
    s.holdings = [holding("state", "buyer", 100)];
  },
};

/** Entries about the reported classes, beside a buyer of that class and beside one of none. */
export const classEntries: readonly Deviation[] = deviations(
  "look-up, classes",
  "look-up",
  Object.fromEntries(
    Object.entries(classOf).flatMap(([parameter, become]) =>
      [true, false].flatMap((confirmed) => [
        [
          `${parameter} not barred${confirmed ? ", confirmed" : ""}`,
          (s: Situation) => {
            become(s);
            enter({ parameter, value: "not-barred", confirmed, from: "2026-01-08" })(s);
          },
        ],
        [
          `${parameter} not barred${confirmed ? ", confirmed" : ""}, buyer of no class`,
          enter({ parameter, value: "not-barred", confirmed, from: "2026-01-08" }),
        ],
      ]),
    ),
  ),
);

const usEntry = { track: "us-export", from: "2025-09-01" } as const;
const listed = { exact: true, decision: "true-match", signed: true } as const;

function ownedByListed(s: Situation): void {
  s.firms.push(firm("listed", { listings: [{ list: "entity-list", ...listed }] }));
  s.holdings = [
    holding("listed", "buyer", 60),
    holding("founder", "buyer", 40),
    ...privately("listed"),
  ];
}

/** Entries about American parameters, beside the facts that they decide. */
export const usEntries: readonly Deviation[] = deviations("look-up, American", "look-up", {
  "supplement holds 3A090, MEU match": (s) => {
    buyerOf(s).listings.push({ list: "meu", ...listed });
    enter({ ...usEntry, parameter: "meu-supplement", value: true })(s);
  },
  "supplement does not hold 3A090, MEU match": (s) => {
    buyerOf(s).listings.push({ list: "meu", ...listed });
    enter({ ...usEntry, parameter: "meu-supplement", value: false })(s);
  },
  "affiliates rule in force": (s) => {
    ownedByListed(s);
    enter({ ...usEntry, parameter: "affiliates-rule", value: true })(s);
  },
  "affiliates rule in force, confirmed": (s) => {
    ownedByListed(s);
    enter({ ...usEntry, parameter: "affiliates-rule", value: true, confirmed: true })(s);
  },
  "affiliates rule suspended, nothing applies instead": (s) => {
    ownedByListed(s);
    enter({ ...usEntry, parameter: "affiliates-rule", state: "suspended", instead: false })(s);
  },
  "affiliates rule repealed": (s) => {
    ownedByListed(s);
    enter({ ...usEntry, parameter: "affiliates-rule", state: "repealed", instead: false })(s);
  },
  "Hong Kong is outside": (s) => {
    Object.assign(firstLine(s), { finalDestination: "HK" });
    enter({ ...usEntry, parameter: "hong-kong-as-location", value: "outside" })(s);
  },
  "Hong Kong is inside": (s) => {
    Object.assign(firstLine(s), { finalDestination: "HK" });
    enter({ ...usEntry, parameter: "hong-kong-as-location", value: "inside" })(s);
  },
});

/** An entry "suspended" with nothing instead, on a day on which no dated text says so: unverified still. */
export const suspendedEntry: readonly Deviation[] = deviations("look-up, American", "look-up", {
  "affiliates rule suspended": (s) => {
    ownedByListed(s);
    enter({ ...usEntry, parameter: "affiliates-rule", state: "suspended" })(s);
  },
});
