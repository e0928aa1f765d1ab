import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText, parseStrictJson } from "./index.ts";

test("whatever JSON.stringify writes is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 6 }),
      fc.constantFrom(undefined, 2, "\t"),
      (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseStrictJson(text, "x")).toEqual({ ok: true, value: JSON.parse(text) });
      },
    ),
  );
});

test("a text is taken exactly when JSON.parse takes it", () => {
  const pieces = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"a"',
    '"b"',
    "1",
    "-",
    "0.5e3",
    "01",
    "true",
    "nul",
    " ",
    "\n",
    "\\",
    '"\\u00e9"',
    '"\\x"',
    "\u0001",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      let taken = true;
      try {
        JSON.parse(text);
      } catch {
        taken = false;
      }
      const read = parseStrictJson(text, "x");
      // A key that stands twice is the one thing that JSON.parse lets pass.
      if (!read.ok && read.error.code === "json-duplicate-key") return;
      expect(read.ok).toBe(taken);
    }),
    { numRuns: 3_000 },
  );
});

test("a key twice is found however it is spelt", () => {
  const read = parseStrictJson('{"a":{"b":1,\n "\\u0062":2}}', "x.json");
  expect(read).toEqual({
    ok: false,
    error: {
      code: "json-duplicate-key",
      params: { file: "x.json", line: 2, column: 2, what: "b" },
    },
  });
});

test("the same key in different objects is no fault", () => {
  expect(parseStrictJson('[{"a":{"a":1}},{"a":2}]', "x").ok).toBe(true);
});

test("a deep nesting ends in an answer, not in a broken stack", () => {
  const read = parseStrictJson("[".repeat(1_000_000), "x");
  expect(!read.ok && read.error.code).toBe("json-depth");
});

test("foreign bytes are named with the place where they begin", () => {
  const bytes = Buffer.concat([Buffer.from("abc"), Buffer.from([0xff, 0x41])]);
  const read = decodeText(bytes, "x", { mark: "refuse" });
  expect(!read.ok && read.error.params["byte"]).toBe(4);
});

test("a byte-order mark is refused before JSON and dropped before CSV", () => {
  const bytes = Buffer.from("\ufeffa");
  expect(decodeText(bytes, "x", { mark: "refuse" }).ok).toBe(false);
  expect(decodeText(bytes, "x", { mark: "drop" })).toEqual({ ok: true, value: "a" });
});

test("texts of tens of megabytes are read in time that grows with their length alone", () => {
  const long = "x".repeat(30_000_000);
  const begun = performance.now();
  expect(parseStrictJson(JSON.stringify({ [long]: long }), "x").ok).toBe(true);
  const escapes = `"${'\\"'.repeat(5_000_000)}"`;
  expect(parseStrictJson(escapes, "x").ok).toBe(true);
  expect(parseStrictJson('"'.repeat(20_000_000), "x").ok).toBe(false);
  expect(parseStrictJson(`["${long}`, "x").ok).toBe(false);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
