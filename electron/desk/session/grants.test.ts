import fc from "fast-check";
import { expect, test } from "vitest";
import { ok } from "#shared/kernel";
import { createGrants, safeFileName } from "./grants.ts";

test.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Windows\\evil.exe", "evil.exe"],
  ["con", "_con"],
  ["nul.pdf", "_nul.pdf"],
  [".hidden. ", "hidden"],
  ["a\u202Efdp.exe", "a_fdp.exe"],
  ["a\u0000b\n.pdf", "a_b_.pdf"],
  ["", "file"],
  ["采购单.json", "采购单.json"],
])("the file name %j becomes %j", (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test("no name leads out of a folder, and a safe name stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[\\/:*?"<>|]/);
      expect([".", "..", ""]).not.toContain(safe);
      expect(Array.from(safe).length).toBeLessThanOrEqual(121);
      expect(safeFileName(safe)).toBe(safe);
    }),
  );
});

test("a grant is good once, and a guessed one for nothing", () => {
  const grants = createGrants();
  const { grant } = grants.offer({
    fileName: "a.txt",
    mediaType: "text/plain",
    bytes: () => Promise.resolve(ok(new Uint8Array())),
  });
  expect(grants.redeem(`${grant}x`)).toBeUndefined();
  expect(grants.redeem(grant)).toBeDefined();
  expect(grants.redeem(grant)).toBeUndefined();
});
