import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hasMessage } from "#shared/i18n";
import { type Dossier, parseDossier } from "#shared/model";
import { setFields } from "#shared/rules";
import { completenessOf } from "../index.ts";

const example = new URL("../../../examples/private-start-up-complete.json", import.meta.url);
const whole: unknown = JSON.parse(readFileSync(example, "utf8"));

function withFields(...settings: readonly { path: string; value: unknown }[]): Dossier {
  const changed = setFields(whole, settings);
  const parsed = changed.ok ? parseDossier(changed.value) : changed;
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

const on = { asOf: "2026-08-20" };
const gone = (path: string) => ({ path, value: null });

function whys(dossier: Dossier, set: "cn-filing" | "us-exporter"): string[] {
  const { missing, returns } = completenessOf(dossier, on)[set];
  return [...missing.filter((item) => item.need !== "optional"), ...returns].map(
    (item) => item.why,
  );
}

test("a whole dossier lacks nothing and would come back from nobody", () => {
  const sets = completenessOf(withFields(), on);
  expect(sets["cn-filing"]).toMatchObject({ complete: true, returns: [] });
  expect(sets["us-exporter"]).toMatchObject({ complete: true, returns: [] });
});

test.each([
  ["order.addressee", "addressee"],
  ["order.necessity.alternatives", "alternatives"],
  ["order.lines.lin_boards.schedule", "schedule"],
  ["order.route.consumingUnit", "consuming-unit"],
  ["order.terms.tradeMode", "trade-mode"],
  ["parties.pty_xinghe.uscc", "party-uscc"],
  ["parties.pty_xinghe.criticalInfrastructure.notice", "cii-notice"],
  ["sites.ste_guiyang.stateFunded", "site-state-funded"],
])("without %s the China filing set lacks it", (path, why) => {
  expect(whys(withFields(gone(path)), "cn-filing")).toContain(why);
});

test.each([
  ["parties.pty_xinghe.kycProcedures", "kyc"],
  ["sites.ste_guiyang.physicalSecurity", "physical"],
  ["order.declarations.remoteUsersComplete", "remote-users"],
  ["parties.pty_xinghe.names.en", "party-name-en"],
  ["order.subject.en", "subject-en"],
  ["order.lines.lin_boards.integrator", "line-integrator"],
])("without %s the exporter's set lacks it", (path, why) => {
  expect(whys(withFields(gone(path)), "us-exporter")).toContain(why);
});

test.each([
  ["order.necessity.claims.clm_delivery.evidence", [], "claim-evidence"],
  ["order.lines.lin_boards.quantity", "17", "schedule-sum"],
  ["order.route.consumingUnit", "pty_seller", "consuming-unit-differs"],
  ["order.endUses.use_train.description.zh", "训练模型等。", "vague"],
  ["order.endUses.use_train.description.zh", "包括但不限于训练", "vague"],
  ["order.declarations.splitOfLargerOrder", { value: "yes" }, "split-yes"],
  ["order.lines.lin_boards.hs.basis", "own", "hs-own"],
  ["evidence.evd_statement.sealed", false, "paper-unsigned"],
  ["evidence.evd_licence.expiresOn", "2026-08-19", "paper-expired"],
  ["evidence.evd_hs.language", "en", "paper-translation"],
  ["parties.pty_xinghe.uscc", "91520100MAXE000100", "party-uscc-invalid"],
])("%s set to %j is told by %s", (path, value, why) => {
  expect(whys(withFields({ path, value }), "cn-filing")).toContain(why);
});

test.each([
  [
    "order.endUses.use_train.description.en",
    "Training as on our Ascend 910C cluster",
    "domestic-chip-text",
  ],
  ["order.endUses.use_train.description.zh", "与现有昇腾集群配合训练", "domestic-chip-text"],
  [
    "sites.ste_guiyang.physicalSecurityText",
    "依《反外国制裁法》不提供名单",
    "counter-sanctions-text",
  ],
  [
    "order.endUses.use_train.description.en",
    "See 国产替代品实测报告（虚构样例）",
    "one-side-paper",
  ],
  ["order.endUses.use_train.description.en", "training, etc.", "vague"],
])("%s set to %j is told to whoever prepares the exporter's set by %s", (path, value, why) => {
  expect(whys(withFields({ path, value }), "us-exporter")).toContain(why);
});

test.each([
  ["order.necessity.statement.zh", "供应商已被列入实体清单。", "us-matters-text"],
  ["order.necessity.statement.zh", "详见《客户尽职调查制度（虚构样例）》。", "one-side-paper"],
  ["order.necessity.claims.clm_delivery.text", "交期等待定", "vague"],
  ["order.necessity.domesticPurchasePlan.zh", "采购若干", "vague"],
])("%s set to %j is told to whoever prepares the filing by %s", (path, value, why) => {
  expect(whys(withFields({ path, value }), "cn-filing")).toContain(why);
});

test("a classification by somebody who sells nothing here is asked about", () => {
  const dossier = withFields();
  const products = dossier.products.map((product) => ({
    ...product,
    classification: { eccn: "4A090.a" as const, statedBy: "Somebody Else Inc." },
  }));
  expect(whys({ ...dossier, products }, "us-exporter")).toContain("classifier-differs");
});

test("one name under two codes is asked about", () => {
  const dossier = withFields();
  const [first, ...others] = dossier.parties;
  if (first === undefined) throw new Error("no party");
  const twin = { ...first, id: "pty_twin", uscc: "91110000MA0000008X" };
  expect(whys({ ...dossier, parties: [first, twin, ...others] }, "cn-filing")).toContain(
    "same-name",
  );
});

test("the comparison with domestic products is no foreign matter in the filing itself", () => {
  const path = "order.necessity.statement.zh";
  const value = "与昇腾 910C 的实测比较见证据。";
  expect(whys(withFields({ path, value }), "cn-filing")).toEqual([]);
  expect(whys(withFields({ path, value }), "us-exporter")).toEqual([]);
});

test("a warning about words leads to the field and the section it stands in", () => {
  const dossier = withFields({
    path: "sites.ste_guiyang.physicalSecurityText",
    value: "与昇腾机房相邻",
  });
  expect(completenessOf(dossier, on)["us-exporter"].returns).toEqual([
    {
      path: "sites.ste_guiyang.physicalSecurityText",
      section: "use",
      why: "domestic-chip-text",
      need: "conditional",
    },
  ]);
});

test("a grade is no closing word: 等级 does not count as vague", () => {
  const dossier = withFields({
    path: "order.endUses.use_train.description.zh",
    value: "按等级训练模型，平等使用",
  });
  expect(whys(dossier, "cn-filing")).not.toContain("vague");
});

test("a paper that expires on the day itself still stands", () => {
  const dossier = withFields({ path: "evidence.evd_licence.expiresOn", value: "2026-08-20" });
  expect(whys(dossier, "cn-filing")).not.toContain("paper-expired");
});

test("shares of tenants must be able to make up the whole", () => {
  const share = (value: unknown) => withFields({ path: "order.tenantMix.tnt_own.share", value });
  expect(whys(share({ kind: "exact", percent: "99" }), "cn-filing")).toContain("tenant-sum");
  expect(whys(share({ kind: "range", min: "90", max: "100" }), "cn-filing")).not.toContain(
    "tenant-sum",
  );
});

test("a provider of computing capacity is asked for its undertakings", () => {
  const dossier = withFields({
    path: "parties.pty_xinghe.infrastructureService",
    value: { value: "yes" },
  });
  expect(whys(dossier, "us-exporter")).toEqual(
    expect.arrayContaining(["iaas-weights", "iaas-remote"]),
  );
});

test("every reason that can be given has its sentence", () => {
  const empty = parseDossier({
    schema: "h200-desk/dossier@1",
    order: {
      id: "ord_e",
      title: "x",
      lines: [{ id: "lin_1" }],
      buyer: "pty_gone",
      sites: ["ste_gone"],
    },
    parties: [],
    links: [],
    sites: [],
    products: [],
    evidence: [],
    persons: [],
  });
  const sets = completenessOf(empty.ok ? empty.value : withFields(), on);
  const given = [sets["cn-filing"], sets["us-exporter"]].flatMap((set) => [
    ...set.missing,
    ...set.returns,
  ]);
  expect(given.length).toBeGreaterThan(40);
  for (const item of given) expect(hasMessage(`completeness.why.${item.why}`), item.why).toBe(true);
});

test("a character that no font has is named with its field, in words that can be printed", () => {
  const dossier = withFields(
    { path: "order.necessity.statement.zh", value: "模型\u{1f600}训练所需" },
    { path: "order.notes", value: "内部\ue000" },
  );
  const { complete, missing } = completenessOf(dossier, on)["us-exporter"];
  expect(complete).toBe(false);
  expect(missing.filter((item) => item.why === "unprintable")).toEqual([
    {
      path: "order.necessity.statement.zh",
      section: "necessity",
      why: "unprintable",
      need: "required",
      params: { codePoint: "U+1F600", text: "模型□训练所需" },
    },
    {
      path: "order.notes",
      section: "basics",
      why: "unprintable",
      need: "required",
      params: { codePoint: "U+E000", text: "内部□" },
    },
  ]);
});

test("a mark that turns the reading direction is told as papers print it, and keeps nothing from being sealed", () => {
  const dossier = withFields({ path: "order.subject.zh", value: "甲\u202e乙" });
  const { complete, returns } = completenessOf(dossier, on)["cn-filing"];
  expect(complete).toBe(true);
  expect(returns).toMatchObject([
    { path: "order.subject.zh", why: "direction-mark", params: { text: "甲‹U+202E›乙" } },
  ]);
});

test("rare characters of names, and characters without ink, are no fault", () => {
  expect(
    whys(withFields({ path: "order.addressee", value: "𠮷䶮㐂\u200b堃" }), "cn-filing"),
  ).toEqual([]);
});
