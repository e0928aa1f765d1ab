import { describe, expect, it } from "vitest";
import { graphSvg } from "./graph-svg.ts";

const size = { width: 100, height: 40 };

describe("the ownership picture as a file", () => {
  it("never lets a name become markup", () => {
    const svg = graphSvg([{ id: "a", x: 0, y: 0, label: '<script>"&', note: "<b>" }], [], size);
    expect(svg).not.toContain("<script>");
    expect(svg).toContain("&lt;script&gt;&quot;&amp;");
  });
  it("draws control by agreement as a dashed line and leaves out lines that lead nowhere", () => {
    const boxes = ["a", "b"].map((id, index) => ({
      id,
      x: 0,
      y: index * 100,
      label: id,
      note: "",
    }));
    const svg = graphSvg(
      boxes,
      [
        { from: "a", to: "b", label: "VIE", style: "dashed" },
        { from: "a", to: "gone", label: "lost", style: "solid" },
      ],
      size,
    );
    expect(svg).toContain("stroke-dasharray");
    expect(svg).not.toContain("lost");
  });
});
