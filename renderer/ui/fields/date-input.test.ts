import { describe, expect, it } from "vitest";
import { readDay } from "./date-input.tsx";

describe("a typed day", () => {
  it("is read in the ways people write it", () => {
    for (const text of [
      "2026-01-05",
      "2026/1/5",
      "2026.1.5",
      "20260105",
      "2026年1月5日",
      " 2026-1-5 ",
    ])
      expect(readDay(text), text).toBe("2026-01-05");
  });
  it("stays as it is when it is no day, so that nothing is guessed", () => {
    expect(readDay("tomorrow")).toBe("tomorrow");
    expect(readDay("")).toBe("");
  });
});
