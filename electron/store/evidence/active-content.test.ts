import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ActiveContent } from "./active-content.ts";

const MEGABYTE = 1024 ** 2;

function acts(file: Uint8Array, size = file.length || 1): boolean {
  const content = new ActiveContent();
  for (let at = 0; at < file.length; at += size) content.take(file.subarray(at, at + size));
  return content.end();
}

const pdf = (...parts: readonly (string | Uint8Array)[]) =>
  Buffer.concat(["%PDF-1.7\n", ...parts].map((part) => Buffer.from(part as string)));

const packed = (text: string) =>
  Buffer.concat([
    Buffer.from("1 0 obj << /Type /ObjStm /N 1 >>\nstream\r\n"),
    deflateSync(text),
    Buffer.from("\nendstream endobj"),
  ]);

test.each([
  ["a script", pdf("<< /S /JavaScript /JS (app.alert) >>"), true],
  ["a script with an escaped name", pdf("<< /S /J#61vaScript >>"), true],
  ["a script in a packed stream", pdf(packed("<< /OpenAction << /S /Launch >> >>")), true],
  ["a stream that does not unpack", pdf("/ObjStm >>\nstream\nnot deflated endstream"), true],
  ["a quiet packed stream", pdf(packed("<< /Type /Catalog >>")), false],
  ["plain text that speaks of scripts", Buffer.from("/JavaScript /Launch"), false],
  ["nothing", Buffer.alloc(0), false],
])("%s", (_name, file, expected) => {
  expect(acts(file)).toBe(expected);
});

test("the answer does not depend on how the file is cut, nor on where in it something stands", () => {
  const quiet = Buffer.alloc(MEGABYTE + 300_000, "0 0 m ");
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 * MEGABYTE }),
      fc.integer({ min: 40_000, max: MEGABYTE }),
      fc.constantFrom("/S /JavaScript ", packed("<< /S /SubmitForm >>")),
      (at, size, act) => {
        const filler = Buffer.alloc(at, "0 0 m ");
        expect(acts(pdf(filler, act, quiet), size)).toBe(true);
        expect(acts(pdf(filler, quiet), size)).toBe(false);
      },
    ),
    { numRuns: 25 },
  );
});
