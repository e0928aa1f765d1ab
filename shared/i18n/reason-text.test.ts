import { expect, test } from "vitest";
import { seenText, testText } from "./reason-text.ts";

test.each([
  ["party.military", "true", "是", "Yes"],
  ["line.form", "baseboard", "基板", "Baseboard"],
  ["line.tpp", "15832", "15832", "15832"],
  ["party.interest", "unknown (40…60)", "未知，在 40 与 60 之间", "unknown, between 40 and 60"],
  ["order.screened-lists", "none", "没有", "none"],
  [
    "import-state",
    "in-force: limited",
    "有效：据报道少量放行",
    "In force: reportedly limited approvals",
  ],
  [
    "import-state",
    "unverified (careful: hold)",
    "未经核实，从严按“据报道暂停办理”",
    "unverified; carefully “reported hold”",
  ],
  ["lantern-state", "in-force: dimmed", "有效：dimmed", "In force: dimmed"],
  ["affiliates-rule", "suspended", "暂停", "Suspended"],
  [
    "affiliates-rule",
    "unverified (careful: true)",
    "未经核实，从严按“是”",
    "unverified; carefully “Yes”",
  ],
  ["order.lines", "3 or more", "3 个或更多", "3 or more"],
  ["goods-ordered", "holds", "成立", "holds"],
])("%s seen to say %s is told in both languages", (id, seen, zh, en) => {
  expect([seenText("zh", id, seen), seenText("en", id, seen)]).toEqual([zh, en]);
});

test.each([
  ["party.military", "is true", "为“是”", "is “Yes”"],
  ["line.form", "in ic, server", "属于：芯片、服务器", "one of: IC, Server"],
  ["line.tpp", "< 21000 (tpp-limit)", "< 21000", "< 21000"],
  ["line.tpp", "< 17500 (a-below), > 1 (b-above)", "< 17500, > 1", "< 17500, > 1"],
  [
    "tenant.party-marks",
    "has any of kind-military-unit, prefix-11, capital-state-owned, infrastructure-notice",
    "含有其一：军事单位、代码前缀 11、国有独资或全资、收到关键信息基础设施认定通知",
    "has any of: Military unit, code prefix 11, State-owned, notice of critical infrastructure",
  ],
  ["line.technical-figures", "has any of memory", "含有其一：显存容量", "has any of: memory"],
  ["order.lines", "some", "其中任一", "any of them"],
  ["ai-diffusion", "not-enforced", "不执行", "Not enforced"],
])("a comparison of %s, %s, is told in both languages", (id, written, zh, en) => {
  expect([testText("zh", id, written), testText("en", id, written)]).toEqual([zh, en]);
});
