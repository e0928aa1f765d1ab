import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { hasMessage } from "#shared/i18n";

const folders = ["./", "../node/files/"];

test("every error code of store, files, journal and evidence has a sentence in both languages", () => {
  const codes = new Set<string>();
  for (const folder of folders) {
    const dir = fileURLToPath(new URL(folder, import.meta.url));
    for (const name of readdirSync(dir, { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".ts") || name.endsWith(".test.ts")) continue;
      const text = readFileSync(`${dir}${name}`, "utf8");
      for (const [, code] of text.matchAll(/"((?:store|files|journal|evidence)\.[a-z-]+)"/g)) {
        if (code) codes.add(code);
      }
    }
  }
  // Verbs of the journal look alike and are no errors.
  for (const verb of ["evidence.add", "evidence.remove", "evidence.restore"]) codes.delete(verb);
  expect(codes.size).toBeGreaterThan(60);
  expect([...codes].filter((code) => !hasMessage(`error.${code}`)).sort()).toEqual([]);
});
