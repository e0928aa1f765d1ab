import { describe, expect, it } from "vitest";
import { svgFault, svgText } from "./safe-svg.ts";

const svg = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${inner}</svg>`;

describe("drawings", () => {
  it("of lines, shapes, gradients and text are taken", () => {
    const inner =
      '<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><text>母公司 60%</text>';
    expect(svgFault(svg(inner), "b")).toBeNull();
  });
  it.each([
    "<script>1</script>",
    "<foreignObject/>",
    '<image xlink:href="file:///etc/passwd"/>',
    '<use href="#a"/>',
    '<rect onload="x()"/>',
    '<a href="https://example.org">x</a>',
    "<style>@import 'x'</style>",
    '<rect fill="url(https://example.org/x)"/>',
  ])("with %s are refused", (inner) => {
    expect(svgFault(svg(inner), "blocks.3")).toMatchObject({
      code: "pdf-drawing-unsafe",
      params: { block: "blocks.3" },
    });
  });
  it("that declare entities are refused, and so is what is no drawing", () => {
    expect(svgFault(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg("")}`, "b")?.code).toBe(
      "pdf-drawing-unsafe",
    );
    expect(svgFault("hello", "b")?.code).toBe("pdf-drawing-invalid");
  });
  it("give up their words for the check of glyphs", () => {
    expect(svgText(svg("<text>甲&amp;乙 &#x4e19;</text><text>丁</text>"))).toContain("甲&乙 丙");
  });
});
