import type { Entry, Situation } from "../situation.ts";
import { type Deviation, deviations } from "./deviation.ts";

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
