import { expect, expectTypeOf, test } from "vitest";
import { type MessageArgs, translate, translateData } from "./translate.ts";

test("blanks are filled, lists joined as each language does it, and an unfilled one stays to be seen", () => {
  expect(translate("en", "error.files.missing", { path: "a.json" })).toBe("a.json does not exist.");
  expect(translateData("zh", "trash.names.more", { names: ["甲", "乙"], count: 3 })).toContain(
    "甲、乙",
  );
  expect(translateData("en", "error.files.missing")).toBe("{path} does not exist.");
  expect(translateData("en", "no.such-key")).toBe("no.such-key");
});

test.each([
  [0, "0 entries"],
  [1, "1 entry"],
  ["1", "1 entry"],
  [2, "2 entries"],
  [11, "11 entries"],
  ["1,001", "1,001 entries"],
])("English says %j as %j", (count, said) => {
  expect(translate("en", "rules.count", { count })).toBe(said);
});

test("verbs go by the number too, and Chinese needs no forms", () => {
  const key = "screen.record.issues";
  expect(translate("en", key, { count: 1 })).toBe(
    "1 entry is incomplete or not in the expected form; correct it to save.",
  );
  expect(translate("en", key, { count: 2 })).toBe(
    "2 entries are incomplete or not in the expected form; correct them to save.",
  );
  expect(translate("zh", key, { count: 1 })).not.toContain("{");
});

test("the compiler holds each call to the blanks of its message", () => {
  type Filling = string | number | boolean | readonly string[];
  expectTypeOf<MessageArgs<"rules.count">>().toEqualTypeOf<[params: { readonly count: Filling }]>();
  expectTypeOf<MessageArgs<"screen.undo">>().toEqualTypeOf<
    [params?: Readonly<Record<string, never>>]
  >();
  // @ts-expect-error a message with a blank is not said without it
  expect(translate("en", "rules.count")).toBe("{count} {count|entry|entries}");
  // @ts-expect-error nor with another in its place
  expect(translate("en", "rules.count", { number: 1 })).toContain("{count}");
});
