import { describe, expect, it } from "vitest";
import type { Case } from "#shared/model";
import { drawnDown } from "./drawn-down.ts";

describe("units drawn down", () => {
  it("add up per line, and entries without a whole number do not count yet", () => {
    const value = {
      drawdowns: [
        { id: "drw_1", date: "2026-01-01", line: "lin_1", quantity: "16" },
        { id: "drw_2", date: "2026-01-02", line: "lin_2", quantity: "5" },
        { id: "drw_3", date: "2026-01-03", line: "lin_1", quantity: "x" },
        { id: "drw_4", date: "2026-01-04", line: "lin_1", quantity: "184" },
      ],
    } as unknown as Case;
    expect(drawnDown(value, "lin_1")).toBe("200");
    expect(drawnDown(value, "lin_3")).toBe("0");
  });
});
