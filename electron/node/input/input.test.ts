import fc from "fast-check";
import { expect, test } from "vitest";
import {
  csvRecords,
  decodeText,
  InputFault,
  jsonPieces,
  memorySource,
  parseStrictJson,
} from "./index.ts";

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

test("strings of twenty megabytes are read, or refused in words", () => {
  const long = `["${"a\\n".repeat(7_000_000)}"]`;
  expect(parseStrictJson(long, "x").ok).toBe(true);
  const open = parseStrictJson(long.slice(0, -2), "x");
  expect(!open.ok && open.error.code).toBe("json-syntax");
});

/** Everything that a file gives piece by piece, put together again; or the refusal. */
async function pieced(text: string): Promise<unknown> {
  const whole: Record<string, unknown> = {};
  try {
    const source = memorySource("x.json", Buffer.from(text));
    for await (const piece of jsonPieces(source, new Set(["results"]))) {
      if (piece.kind === "value") whole[piece.key] = piece.value;
      else whole[piece.key] = [...((whole[piece.key] ?? []) as unknown[]), piece.value];
    }
    return whole;
  } catch (fault) {
    if (fault instanceof InputFault) return fault.error;
    throw fault;
  }
}

test("an object read piece by piece is the object read whole", async () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  await fc.assert(
    fc.asyncProperty(
      fc.record({ results: fc.array(value, { minLength: 1 }), a: value, b: value }),
      fc.constantFrom(undefined, 1),
      async (object, space) => {
        const text = JSON.stringify(object, null, space);
        expect(await pieced(text)).toEqual(JSON.parse(text));
      },
    ),
  );
});

test("a fault in a piece is told by the line and column of the file", async () => {
  const text = '{"a":1,\n"results":[{"n":1},\n  {"n":1 2}]}';
  const params = { file: "x.json", line: 3, column: 10, what: "2}" };
  expect(await pieced(text)).toEqual({ code: "json-syntax", params });
  expect(await pieced(text.replaceAll("\n", ""))).toMatchObject({
    params: { line: 1, column: 36 },
  });
  expect(await pieced('{"a":1,"a":2}')).toMatchObject({ code: "json-duplicate-key" });
  for (const bad of ["", "{", "[1]", '{"results":[1,]}', '{"results":[1}', '{"a":1}x', '{"a"}'])
    expect(await pieced(bad)).toMatchObject({ code: "json-syntax" });
});

test.each([
  ["twenty megabytes of quotes", '"'.repeat(20_000_000), "csv-record-long"],
  ["one cell of fifty megabytes", "a".repeat(50_000_000), "csv-record-long"],
  ["an open quote before millions of rows", `"${"x\n".repeat(6_000_000)}`, "csv-record-long"],
  ["more rows than can be held", "a,b\n".repeat(1_000_002), "csv-too-many-rows"],
])("%s are refused in words", (_name, text, code) => {
  const read = csvRecords(text, "x.csv");
  expect(!read.ok && read.error.code).toBe(code);
});
