import { type AppError, appError } from "#shared/kernel";

const FORBIDDEN =
  /<\s*(script|foreignObject|iframe|object|embed|image|use|audio|video|animate\w*|set|style|link)\b|<!(?:DOCTYPE|ENTITY)|\son\w+\s*=|(?:xlink:)?href\s*=|url\s*\(\s*['"]?(?!#)|@import/i;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function decode(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number.parseInt(name.slice(1), 10));
    return ENTITIES[name] ?? whole;
  });
}

/** Why a drawing may not be typeset: scripts, references or embedded files; null when it is plain shapes and text. */
export function svgFault(svg: string, block: string): AppError | null {
  const hit = FORBIDDEN.exec(svg);
  if (hit) return appError("pdf-drawing-unsafe", { block, found: hit[0].trim().slice(0, 40) });
  return svg.trimStart().startsWith("<svg") ? null : appError("pdf-drawing-invalid", { block });
}

/** The words inside a drawing, whose glyphs must exist like those of the text around it. */
export function svgText(svg: string): string {
  return [...svg.matchAll(/>([^<>]+)</g)].map((match) => decode(match[1] ?? "")).join("");
}
