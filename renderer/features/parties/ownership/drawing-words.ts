import { useI18n } from "#i18n";
import type { DrawnBox } from "#shared/ownership";
import { useBooks } from "#ui";
import type { Picture, PictureEdge, PictureNode } from "./picture.ts";

/** Signs beside the words, so that no mark rests on colour. */
const signs: Readonly<Record<string, string>> = {
  public: "◆",
  "public?": "◇",
  listed: "▲",
  "listed?": "△",
  loop: "↻",
  problem: "!",
};

/** How the frame of a party's box looks; the most telling mark wins. */
export function frameOf({ marks }: PictureNode): DrawnBox["frame"] {
  if (marks.includes("listed") || marks.includes("listed?")) return "listed";
  if (marks.includes("public")) return "public";
  return marks.includes("subject") ? "subject" : "plain";
}

/** The words and signs that a picture puts on boxes and lines, in the language of the screen. */
export function useDrawingWords(picture: Pick<Picture, "nodes">) {
  const { t, td, lang } = useI18n();
  const books = useBooks();
  const byId = new Map(picture.nodes.map((node) => [node.id, node]));
  const nameOf = (id: string) => {
    const node = byId.get(id);
    const own = (lang === "en" ? node?.labelEn : undefined) ?? node?.label;
    // A chain above a party may name one that a picture of what is below does not hold.
    return own ?? books.entries("party").find((entry) => entry.id === id)?.label ?? id;
  };
  const marksOf = (node: PictureNode) =>
    node.marks
      .filter((mark) => mark !== "subject")
      .map((mark) => `${signs[mark] ?? ""} ${td(`mark.${mark}`)}`.trim());
  const noteOf = (node: PictureNode) =>
    [td(`party.kind.${node.kind}`), ...marksOf(node)].join(" · ");
  const edgeText = (edge: PictureEdge) => {
    const parts = [
      edge.label === "?" ? t("ownership.edge.unknown") : edge.label,
      ...(edge.voting === undefined ? [] : [t("ownership.edge.voting", { share: edge.voting })]),
      ...(edge.kind === "share" ? [] : [td(`ownership.edge.${edge.kind}`)]),
      ...(edge.nominee === undefined ? [] : [t("ownership.edge.nominee")]),
      ...(edge.loop ? ["↻"] : []),
      ...(edge.problem ? ["!"] : []),
    ];
    return parts.filter((part) => part !== "").join(" · ");
  };
  return { nameOf, marksOf, noteOf, edgeText };
}
