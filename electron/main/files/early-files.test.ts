import { expect, test } from "vitest";
import { EarlyFiles } from "./early-files.ts";

test("files that come before the page are shown when it is there, each once and in order", () => {
  const shown: (readonly string[])[] = [];
  const files = new EarlyFiles((paths) => shown.push(paths));
  files.take(["/a.h200order"]);
  files.take([]);
  files.take(["/b.h200packet", "/a.h200order"]);
  expect(shown).toEqual([]);
  files.ready();
  expect(shown).toEqual([["/a.h200order", "/b.h200packet"]]);
  files.take(["/c.h200pack"]);
  files.ready();
  expect(shown).toEqual([["/a.h200order", "/b.h200packet"], ["/c.h200pack"]]);
});
