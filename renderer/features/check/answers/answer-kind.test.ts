import { describe, expect, it } from "vitest";
import { answerKind } from "./answer-kind.ts";

describe("what kind of answer a question takes", () => {
  it("is read from the dossier's schema", () => {
    expect(answerKind("order.declarations.commercialUseOnly")).toBe("answer");
    expect(answerKind("order.endUses.use_1.commercial")).toBe("answer");
    expect(answerKind("parties.pty_1.criticalInfrastructure.notice")).toBe("answer");
    expect(answerKind("order.route.countryOfExport")).toBe("country");
    expect(answerKind("products.prd_1.usAvailableOn")).toBe("date");
  });
  it("is left to the editor for everything else, and for paths that lead nowhere", () => {
    for (const path of [
      "order.buyer",
      "links.lnk_1.equity",
      "order.constructor",
      "",
      "persons.p.x",
    ])
      expect(answerKind(path), path).toBeUndefined();
  });
});
