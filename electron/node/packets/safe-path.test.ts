import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasMessage } from "#shared/i18n";
import { reasons } from "./reasons.ts";
import { collisions, pathFault, safeName } from "./safe-path.ts";

describe("safe names", () => {
  it("keep Chinese, spaces inside and the extension", () => {
    expect(safeName("附件 1 营业执照（副本）.pdf")).toBe("附件 1 营业执照（副本）.pdf");
    expect(safeName("CON.txt")).toBe("_CON.txt");
    expect(safeName("a/b\\c:d*?.pdf")).toBe("a_b_c_d__.pdf");
    expect(safeName("../../x")).toBe("_._x");
    expect(safeName("", "evidence")).toBe("evidence");
  });
  it("are safe whatever was wished for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (wish) => {
        expect(pathFault(safeName(wish))).toBeNull();
      }),
    );
  });
  it("stay as they are when they are safe", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (wish) => {
        const name = safeName(wish);
        expect(safeName(name)).toBe(name);
      }),
    );
  });
});

it("finds paths that meet on disks blind to case or composition", () => {
  expect(collisions(["a/B", "A/b", "c", "é", "e\u0301"])).toEqual([
    ["a/B", "A/b"],
    ["é", "e\u0301"],
  ]);
});

it("every reason has its sentence in both languages", () => {
  const unsaid = reasons.filter((reason) => !hasMessage(`verify.reason.${reason}`));
  expect(unsaid).toEqual([]);
});
