import type { Alignment } from "./pieces.ts";

/** Message codes of an alignment under `screening.explain.*`, each as `code|asked|found`, what tells most first. */
export function explanationOf({ pieces, against }: Alignment): readonly string[] {
  const clean = (text: string) => text.replaceAll("|", " ");
  return [
    ...pieces
      .toSorted((a, b) => b.bits - a.bits)
      .map(({ kind, asked, found }) => `piece-${kind}|${clean(asked)}|${clean(found)}`),
    ...against
      .filter(({ bits, reason }) => bits >= 0.5 && reason !== "brand")
      .map(({ reason, text }) => {
        const [asked = "", found = ""] = text.split("|");
        return `against-${reason}|${asked}|${found}`;
      }),
  ];
}
