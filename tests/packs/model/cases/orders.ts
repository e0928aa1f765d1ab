import type { Situation } from "../situation.ts";
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

function use(kind: string, commercial: "yes" | "no" | "open" = "yes") {
  return (s: Situation) => Object.assign(firstUse(s), { kind, commercial });
}
function declare(name: string, answer: "yes" | "no" | "open") {
  return (s: Situation) => {
    s.declared[name] = answer;
  };
}

/** Uses on both sides: kinds, commercial or not, declared for the order as a whole. */
export const uses: readonly Deviation[] = [
  ...deviations("use", "use", {
    inference: use("inference"),
    "cloud rental": (s) => {
      use("cloud-rental")(s);
      sellsCapacity(s);
      s.tenants = partlySold;
    },
    military: use("military"),
    surveillance: use("surveillance"),
    nuclear: use("nuclear"),
    missile: use("missile"),
    "chemical or biological": use("chemical-biological"),
    "training, not commercial": use("training", "no"),
    "training, commercial not answered": use("training", "open"),
    "university research, not commercial": use("university-research", "no"),
    "laboratory, not commercial": use("rd-laboratory", "no"),
  }),
  ...deviations("use declared", "use declared", {
    "military end use: yes": declare("militaryEndUse", "yes"),
    "military end use: open": declare("militaryEndUse", "open"),
    "prohibited end use: yes": declare("prohibitedEndUse", "yes"),
    "prohibited end use: open": declare("prohibitedEndUse", "open"),
    "commercial use only: no": declare("commercialUseOnly", "no"),
    "commercial use only: open": declare("commercialUseOnly", "open"),
  }),
];

function goods(id: string) {
  return (s: Situation) => {
    firstLine(s).goods = id;
  };
}

/** Goods on both sides of each number, letter products, low cards, and none named. */
export const products: readonly Deviation[] = [
  ...deviations("goods", "goods", {
    "HGX H200": goods("hgx-h200-8"),
    "DGX H200": goods("dgx-h200"),
    "H200 NVL": goods("h200-nvl"),
    "H100 SXM": goods("h100-sxm"),
    B200: goods("b200"),
    "low card": goods("low-card"),
    "not named": goods("unnamed"),
    "no line": (s) => {
      s.lines = [];
    },
    "H200 without a classification": goods("h200-unclassified"),
    "H200 without figures": goods("h200-without-figures"),
    "a card without figures": goods("card-without-figures"),
    "20,999.9 and 6,499.9": goods("below-both"),
    "21,000": goods("tpp-at-line"),
    "6,500": goods("bandwidth-at-line"),
    "sold on 2026-01-15": goods("sold-on-the-day"),
    "sold on 2026-01-16": goods("sold-a-day-late"),
  }),
  ...deviations("letter goods", "goods", {
    MI308X: goods("mi308"),
    H20: goods("h20"),
    "H20, letter no": goods("h20-letter-no"),
  }),
];

function exporter(name: string, part: "exporter" | "laboratory", answer: "yes" | "no" | "open") {
  return (s: Situation) => {
    s[part][name] = answer;
  };
}

const certificates = [
  "usSupplySufficient",
  "noUsDelay",
  "noFoundryDiversion",
  "aggregateCapMet",
  "noProhibitedUsers",
  "technicalDataStated",
];
const tested = ["headquarteredInUs", "independent", "testsInUs", "sampleOfEveryShipment"];

/** Conditions of the January rule: false by its owner, open by the buyer, open by others. */
export const conditions: readonly Deviation[] = [
  ...deviations(
    "exporter states",
    "exporter",
    Object.fromEntries(
      certificates.flatMap((name) => [
        [`${name}: no`, exporter(name, "exporter", "no")],
        [`${name}: open`, exporter(name, "exporter", "open")],
      ]),
    ),
  ),
  ...deviations("laboratory states", "exporter", {
    ...Object.fromEntries(
      tested.flatMap((name) => [
        [`${name}: no`, exporter(name, "laboratory", "no")],
        [`${name}: open`, exporter(name, "laboratory", "open")],
      ]),
    ),
    "controlledFromD5: yes": exporter("controlledFromD5", "laboratory", "yes"),
    "qualificationRevoked: yes": exporter("qualificationRevoked", "laboratory", "yes"),
  }),
  ...deviations("buyer states", "buyer condition", {
    "KYC: no": (s) => Object.assign(buyerOf(s), { kyc: "no" }),
    "KYC: open": (s) => Object.assign(buyerOf(s), { kyc: "open" }),
    "physical security: no": (s) => Object.assign(firstSite(s), { physicalSecurity: "no" }),
    "physical security: open": (s) => Object.assign(firstSite(s), { physicalSecurity: "open" }),
    "remote access: no": (s) => Object.assign(firstSite(s), { remoteAccessControlled: "no" }),
    "remote access: open": (s) => Object.assign(firstSite(s), { remoteAccessControlled: "open" }),
    "remote users complete: no": declare("remoteUsersComplete", "no"),
    "remote users complete: open": declare("remoteUsersComplete", "open"),
  }),
  ...deviations(
    "undertakings of a provider",
    "role tenant",
    Object.fromEntries(
      (["yes", "no", "open"] as const).map((answer) => [
        answer,
        (s: Situation) => {
          buyerOf(s).infrastructureService = "yes";
          s.declared["weightsTransferUndertaking"] = "yes";
          s.declared["remoteAccessUndertaking"] = answer;
        },
      ]),
    ),
  ),
];

type Load = {
  readonly chips: number;
  readonly stated?: number;
  readonly envelope?: "yes" | "no";
  readonly most?: number;
};

function load({ chips, stated, envelope, most }: Load) {
  return (s: Situation) => {
    firstLine(s).quantity = chips;
    const { statedFp64: _double, statedFp32: _single, ...rest } = firstSite(s);
    const given = stated === undefined ? {} : { statedFp64: stated, statedFp32: stated };
    const limit = most === undefined ? {} : { envelopeChips: most };
    s.sites = [{ ...rest, ...given, ...limit, oneEnvelope: envelope ?? "open" }];
  };
}

const loads: Readonly<Record<string, Load>> = {
  "1,492 chips": { chips: 1_492 },
  "1,493 chips": { chips: 1_493 },
  "1,493 chips, one envelope": { chips: 1_493, envelope: "yes" },
  "2,941 chips, one envelope": { chips: 2_941, envelope: "yes" },
  "2,942 chips, one envelope": { chips: 2_942, envelope: "yes" },
  "2,942 chips": { chips: 2_942 },
  "2,942 chips, several envelopes": { chips: 2_942, envelope: "no" },
  "2,942 chips, at most 1,492 in one": { chips: 2_942, envelope: "no", most: 1_492 },
  "2,942 chips, at most 1,493 in one": { chips: 2_942, envelope: "no", most: 1_493 },
  "9,000 chips, at most 2,942 in one": { chips: 9_000, envelope: "no", most: 2_942 },
  "99.9 PF stated, 1,400 chips": { chips: 1_400, stated: 99.9 },
  "100 PF stated, 16 chips": { chips: 16, stated: 100 },
  "9 PF stated, 5,000 chips": { chips: 5_000, stated: 9 },
  "9 PF stated, 1,000 chips": { chips: 1_000, stated: 9 },
};

/** Chips against 100 and 200 petaflops: 1,492 and 1,493 at the tensor rate, 2,941 and 2,942 at the vector rate. */
export const computers: readonly Deviation[] = [
  ...deviations("supercomputer", "load", {
    ...Object.fromEntries(Object.entries(loads).map(([name, one]) => [name, load(one)])),
    "200 PF of single precision stated": (s) => Object.assign(firstSite(s), { statedFp32: 200 }),
    "199.9 PF of single precision stated": (s) =>
      Object.assign(firstSite(s), { statedFp32: 199.9 }),
    "368 boards of eight": (s) => {
      load({ chips: 368, envelope: "yes" })(s);
      firstLine(s).goods = "hgx-h200-8";
    },
    "187 boards of eight": (s) => {
      load({ chips: 187 })(s);
      firstLine(s).goods = "hgx-h200-8";
    },
    "186 boards of eight": (s) => {
      load({ chips: 186 })(s);
      firstLine(s).goods = "hgx-h200-8";
    },
    "two lines of 800 chips": (s) => {
      load({ chips: 800 })(s);
      s.lines.push({ ...firstLine(s) });
    },
  }),
  ...deviations(
    "supercomputer, rates in the dossier",
    "load",
    Object.fromEntries(
      Object.entries(loads).map(([name, one]) => [
        name,
        (s: Situation) => {
          load(one)(s);
          s.ratesGiven = true;
        },
      ]),
    ),
  ),
];

/** Counts around the reported cap and the reported orders: findings, never a lane. */
export const counting: readonly Deviation[] = deviations(
  "counting",
  "load",
  Object.fromEntries(
    [74_999, 75_000, 75_001, 200_000, 200_001].map((chips) => [
      `${chips} chips, at most 1,000 in one envelope`,
      load({ chips, envelope: "no", most: 1_000 }),
    ]),
  ),
);

/** More than one line, site or end user: each is judged, and the most severe counts. */
export const several: readonly Deviation[] = deviations("several", "goods", {
  "H200 and a low card": (s) => {
    s.lines.push({ ...firstLine(s), goods: "low-card" });
  },
  "low card and H200": (s) => {
    s.lines.unshift({ ...firstLine(s), goods: "low-card" });
  },
  "H200 and B200": (s) => {
    s.lines.push({ ...firstLine(s), goods: "b200" });
  },
  "H200 and an unnamed line": (s) => {
    s.lines.push({ ...firstLine(s), goods: "unnamed" });
  },
  "low card and an unnamed line": (s) => {
    s.lines = [
      { ...firstLine(s), goods: "low-card" },
      { ...firstLine(s), goods: "unnamed" },
    ];
  },
  "low card and H20": (s) => {
    s.lines = [
      { ...firstLine(s), goods: "low-card" },
      { ...firstLine(s), goods: "h20" },
    ];
  },
  "two sites of 1,000 chips": (s) => {
    const { statedFp64: _double, statedFp32: _single, ...site } = firstSite(s);
    const open = { ...site, oneEnvelope: "open" as const };
    s.sites = [open, { ...open, id: "second" }];
    const line = { ...firstLine(s), quantity: 1_000 };
    s.lines = [line, { ...line, site: "second" }];
  },
  "a second site without security": (s) => {
    s.sites.push({ ...firstSite(s), id: "second", physicalSecurity: "no" });
    s.lines.push({ ...firstLine(s), site: "second" });
  },
  "training and military": (s) => {
    s.uses.push({ ...firstUse(s), kind: "military" });
  },
  "training and laboratory, not commercial": (s) => {
    s.uses.push({ ...firstUse(s), kind: "rd-laboratory", commercial: "no" });
  },
  "low card for a military use": (s) => {
    firstLine(s).goods = "low-card";
    firstUse(s).kind = "military";
  },
  "low card for a nuclear use": (s) => {
    firstLine(s).goods = "low-card";
    firstUse(s).kind = "nuclear";
  },
  "H20 for a military use": (s) => {
    firstLine(s).goods = "h20";
    firstUse(s).kind = "military";
  },
  "low card for a military end user": (s) => {
    firstLine(s).goods = "low-card";
    buyerOf(s).military = "yes";
  },
  "low card, military not answered": (s) => {
    firstLine(s).goods = "low-card";
    buyerOf(s).military = "open";
  },
  "unnamed for a military use": (s) => {
    firstLine(s).goods = "unnamed";
    firstUse(s).kind = "military";
  },
  "unnamed for an organ": (s) => {
    firstLine(s).goods = "unnamed";
    Object.assign(buyerOf(s), { sensitiveGovernment: "yes" });
  },
});
