import { describe, expect, test } from "vitest";
import { firstOpen, guideSteps, stateOf, stepOf } from "./guide-steps.ts";

const roles = { buyer: "pty_a", route: { seller: "pty_s" } };

describe("the part of the guided way that asks for a field", () => {
  test.each([
    ["order.lines.lin_1.product", "start"],
    ["order.lines.lin_1.hs.code", "goods"],
    ["order.lines.lin_1.schedule", "goods"],
    ["order.customs.declarationPorts", "goods"],
    ["order.route.kind", "start"],
    ["order.route.consignee", "route"],
    ["parties.pty_a.military", "applicant"],
    ["parties.pty_s.addresses", "route"],
    ["parties.pty_founder.names.en", "applicant"],
    ["links.lnk_1.equity", "applicant"],
    ["sites.ste_1.tenure", "site"],
    ["order.endUses.use_1.commercial", "use"],
    ["order.declarations.capacityServesOthers", "use"],
    ["order.declarations.militaryEndUse", "declarations"],
    ["order.subject.en", "cover"],
    ["order.evidence", "papers"],
  ])("%s is %s", (address, step) => {
    expect(stepOf(address, roles)).toBe(step);
  });

  test("a seller who is the applicant itself is asked about once, as the applicant", () => {
    expect(stepOf("parties.pty_a.uscc", { buyer: "pty_a", route: { seller: "pty_a" } })).toBe(
      "applicant",
    );
  });
});

describe("what the list says of a part", () => {
  test("nothing before anything was counted", () => {
    expect(stateOf("goods", undefined, roles)).toBe("open");
  });

  test("the applicant's part is not done while nobody is the applicant", () => {
    expect(stateOf("applicant", 0, { route: undefined, buyer: undefined })).toBe("open");
    expect(stateOf("applicant", 0, roles)).toBe("done");
  });

  test("what is missing, and that all is there", () => {
    expect(stateOf("goods", 3, roles)).toEqual({ missing: 3 });
    expect(stateOf("goods", 0, roles)).toBe("done");
  });
});

test("whoever comes back goes on at the first part that lacks something", () => {
  expect(firstOpen(new Map())).toBe("start");
  expect(
    firstOpen(
      new Map([
        ["use", 2],
        ["site", 1],
        ["start", 0],
      ]),
    ),
  ).toBe(guideSteps.find((name) => name === "use" || name === "site"));
});
