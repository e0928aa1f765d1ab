import { expect, test } from "vitest";
import { namesModel } from "./model-name.ts";

test.each([
  ["H200 SXM", true],
  ["HGX H200 8-GPU", true],
  ["h200-nvl", true],
  ["H200（141GB）", true],
  ["GH200", false],
  ["H2000", false],
  ["B200", false],
])("%s names the H200: %s", (model, named) => {
  expect(namesModel({ model }, ["H200"])).toBe(named);
});

test("a part number names a model as well", () => {
  expect(namesModel({ model: "Accelerator card", partNumber: "SAMPLE-H200-01" }, ["H200"])).toBe(
    true,
  );
});
