import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderSchema } from "#shared/model";
import { createDraft, readPath, writePath } from "./draft.ts";
import { savable } from "./savable.ts";

const base = { id: "ord_1", title: "t", lines: [{ id: "lin_1", quantity: "16" }] };

describe("a draft", () => {
  it("reads and writes entries of lists by their id", () => {
    const next = writePath(base, "lines.lin_1.hs.code", "85423190");
    expect(readPath(next, "lines.lin_1.hs.code")).toBe("85423190");
    expect(readPath(next, "lines.0.quantity")).toBe("16");
    expect(base.lines[0]).not.toHaveProperty("hs");
  });
  it("loses the members that become empty, but keeps those the schema requires", () => {
    const filled = writePath(base, "terms.currency", "USD");
    expect(writePath(filled, "terms.currency", undefined)).toEqual(base);
    const party = { names: { zh: "甲" } };
    expect(writePath(party, "names.zh", undefined)).toEqual({ names: {} });
  });
  it("takes an entry away when it is set to nothing", () => {
    expect(writePath(base, "lines.lin_1", undefined)).toEqual({ ...base, lines: [] });
  });
  it("never reads what an object only inherits", () => {
    expect(readPath(base, "constructor")).toBeUndefined();
    expect(readPath(base, "__proto__.x")).toBeUndefined();
  });
  it("tells its readers of every change and of nothing else", () => {
    const draft = createDraft<typeof base>(base);
    let calls = 0;
    draft.subscribe(() => {
      calls += 1;
    });
    draft.set("title", "u");
    draft.replace(draft.get());
    expect(calls).toBe(1);
  });
});

describe("what can be saved of a half-filled order", () => {
  it("leaves out a claim without text and names the place", () => {
    const order = {
      ...base,
      necessity: { claims: [{ id: "clm_1", kind: "cost", evidence: [] }], needDate: "2026-12-01" },
    };
    const result = savable(orderSchema, order);
    expect(result.issues).toEqual([{ path: "necessity.claims.clm_1.text", kind: "required" }]);
    expect(result.value?.necessity).toEqual({ claims: [], needDate: "2026-12-01" });
  });
  it("keeps a line whose commodity code is wrong, without the code", () => {
    const result = savable(orderSchema, {
      ...base,
      lines: [{ id: "lin_1", quantity: "16", hs: { code: "12", basis: "own" } }],
    });
    expect(result.issues).toEqual([{ path: "lines.lin_1.hs.code", kind: "format" }]);
    expect(result.value?.lines).toEqual([{ id: "lin_1", quantity: "16", hs: { basis: "own" } }]);
  });
  it("cannot save an order without a title", () => {
    expect(savable(orderSchema, { ...base, title: "" }).value).toBeUndefined();
  });
  it("is the order itself when nothing is wrong, and always something the schema accepts", () => {
    expect(savable(orderSchema, base)).toEqual({ value: base, issues: [] });
    fc.assert(
      fc.property(
        fc.record({ terms: fc.object(), route: fc.object(), necessity: fc.object() }),
        (parts) => {
          const { value, issues } = savable(orderSchema, { ...base, ...parts });
          expect(orderSchema.safeParse(value).success).toBe(true);
          expect(issues.length > 0 || value !== undefined).toBe(true);
        },
      ),
    );
  });
});
