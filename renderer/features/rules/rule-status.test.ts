import { expect, test } from "vitest";
import cnPack from "#packs/cn-import/2026-11-23/pack.json" with { type: "json" };
import cnSources from "#packs/cn-import/2026-11-23/sources.json" with { type: "json" };
import usPack from "#packs/us-export/2026-11-23/pack.json" with { type: "json" };
import usSources from "#packs/us-export/2026-11-23/sources.json" with { type: "json" };
import { packSchema, sourceSchema } from "#shared/rules";
import { ruleState } from "./rule-status.ts";

const cn = { pack: packSchema.parse(cnPack), sources: sourceSchema.array().parse(cnSources) };
const us = { pack: packSchema.parse(usPack), sources: sourceSchema.array().parse(usSources) };

test.each([
  [us, "us.presumption-before-2026", "2026-01-14", "in-force"],
  [us, "us.presumption-before-2026", "2026-01-15", "repealed"],
  [us, "us.affiliates", "2025-10-01", "in-force"],
  [us, "us.affiliates", "2025-11-10", "suspended"],
  [us, "us.affiliates", "2026-11-09", "suspended"],
  [us, "us.affiliates", "2026-11-10", "unverified"],
  [cn, "cn.hold", "2026-06-15", "in-force"],
  [cn, "cn.hold", "2026-11-23", "unverified"],
] as const)(
  "%# a rule stands on a day as its own dates and its parameters say",
  (law, id, day, state) => {
    const rule = law.pack.rules.find((one) => one.id === id);
    expect(rule, `${id} is in the pack`).toBeDefined();
    if (rule) expect([id, day, ruleState(rule, law, day)]).toEqual([id, day, state]);
  },
);
