import { describe, expect, test } from "vitest";
import { stepOf } from "./guide-steps.ts";

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
