import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createDraft } from "./draft.ts";

type Line = { readonly id: string; readonly quantity?: string };
type Value = { readonly title: string; readonly lines: readonly Line[] };
const start: Value = { title: "a", lines: [{ id: "lin_1", quantity: "16" }, { id: "lin_2" }] };

describe("undo and redo of a draft", () => {
  afterEach(() => vi.restoreAllMocks());

  test("bring a deleted row back whole, and take it away again", () => {
    const draft = createDraft<Value>(start);
    draft.set("lines", [{ id: "lin_2" }]);
    expect(draft.undo()).toBe("lines");
    expect(draft.get()).toEqual(start);
    expect(draft.redo()).toBe("lines");
    expect(draft.get().lines).toEqual([{ id: "lin_2" }]);
  });

  test("take typing in one field back at once, and the field before it apart", () => {
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    const draft = createDraft<Value>(start);
    for (const text of ["ab", "abc", "abcd"]) {
      draft.set("title", text);
      now += 100;
    }
    draft.set("lines.lin_2.quantity", "4");
    expect(draft.undo()).toBe("lines.lin_2.quantity");
    expect(draft.get().title).toBe("abcd");
    expect(draft.undo()).toBe("title");
    expect(draft.get()).toEqual(start);
    expect(draft.undo()).toBeUndefined();
  });

  test("forget what was taken back once something new is written, and everything when another value is taken over", () => {
    const draft = createDraft<Value>(start);
    draft.set("title", "b");
    draft.undo();
    draft.set("title", "c");
    expect(draft.redo()).toBeUndefined();
    draft.replace({ ...start, title: "theirs" });
    expect(draft.undo()).toBeUndefined();
    expect(draft.get().title).toBe("theirs");
  });

  test("any run of changes can be taken back to the start and made again to the end", () => {
    const change = fc.record({
      path: fc.constantFrom("title", "lines.lin_1.quantity", "lines.lin_2.quantity"),
      text: fc.string({ minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const draft = createDraft<Value>(start);
        for (const { path, text } of changes) draft.set(path, text);
        const end = draft.get();
        while (draft.undo() !== undefined);
        expect(draft.get()).toEqual(start);
        while (draft.redo() !== undefined);
        expect(draft.get()).toEqual(end);
      }),
    );
  });
});
