import { expect, test } from "vitest";
import { noteText } from "./journal-note.ts";

test.each([
  [
    "asOf=2026-11-24 cn-import=verify-first us-export=case-by-case",
    "检查日期：2026-11-24；中国进口侧：须先核实；美国出口侧：个案审查",
    "as of: 2026-11-24; China import side: Verify first; US export side: Case by case",
  ],
  [
    "file=my order (2).json changes=3",
    "文件：my order (2).json；改动：3",
    "file: my order (2).json; changes: 3",
  ],
  ["odd=1", "odd：1", "odd: 1"],
  ["no remark at all", "no remark at all", "no remark at all"],
])("the remark %s is told in both languages", (note, zh, en) => {
  expect([noteText("zh", note), noteText("en", note)]).toEqual([zh, en]);
});
