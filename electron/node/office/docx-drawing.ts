import { ImageRun } from "docx";

const PIXELS_PER_MM = 96 / 25.4;
const TEXT_WIDTH_MM = 150;

// What a program older than SVG shows: one white pixel. The words of the drawing are its description either way.
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=",
  "base64",
);

/** The proportions of a drawing: height by width. */
function proportion(svg: string): number {
  const box = /viewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/.exec(svg);
  const [width, height] = [Number(box?.[1]), Number(box?.[2])];
  return width > 0 && height > 0 ? height / width : 0.6;
}

/** A drawing in a line of text, as wide as asked and never wider than the text; `alt` is its description. */
export function drawingRun(svg: string, alt: string, widthMm = TEXT_WIDTH_MM): ImageRun {
  const width = Math.min(widthMm, TEXT_WIDTH_MM) * PIXELS_PER_MM;
  return new ImageRun({
    type: "svg",
    data: Buffer.from(svg, "utf8"),
    fallback: { type: "png", data: PIXEL },
    transformation: { width: Math.round(width), height: Math.round(width * proportion(svg)) },
    altText: { name: alt.slice(0, 80), description: alt, title: "" },
  });
}
