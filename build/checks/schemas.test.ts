import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkSchemas, writeSchemas } from "./schemas.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "desk-schemas-"));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

test("what was just written is current; a changed, missing or unknown document is not", () => {
  const [first = "", second = ""] = writeSchemas(root);
  expect(checkSchemas(root, [])).toEqual([]);
  writeFileSync(
    join(root, first),
    readFileSync(join(root, first), "utf8").replace("object", "array"),
  );
  rmSync(join(root, second));
  writeFileSync(join(root, "docs/schema/other.schema.json"), "{}");
  expect(checkSchemas(root, []).map(({ file }) => file)).toEqual([
    first,
    second,
    "docs/schema/other.schema.json",
  ]);
});

test("a dossier's schema admits no member that the program does not know", () => {
  const [dossier = ""] = writeSchemas(root);
  expect(JSON.parse(readFileSync(join(root, dossier), "utf8"))).toMatchObject({
    type: "object",
    additionalProperties: false,
    properties: { schema: { const: "h200-desk/dossier@1" } },
  });
});
