import type { SetContent } from "../set-content.ts";
import type { Paper } from "./paper.ts";
import type { PaperFormatter } from "./paper-formatter.ts";

/** Every paper that the set carries or should carry, with the hash that tells its copy from any other. */
export function evidenceIndex({ enclosed }: SetContent, formatter: PaperFormatter): Paper {
  const { evidence } = formatter.dossier;
  const copies = new Set(enclosed.map(({ sha256 }) => sha256));
  return {
    name: "evidence",
    title: formatter.say("title.evidence"),
    blocks: [
      ...(evidence.length === 0 ? [] : [formatter.paragraph("evidence.about")]),
      formatter.table(
        [
          ["number", 1.8, "center"],
          ["paper", 7],
          ["kind", 3],
          ["dates", 3.4],
        ],
        evidence.map((item) => [
          formatter.proof(item.id),
          [
            formatter.text(item.title),
            item.missingReason === undefined
              ? item.fileName
              : formatter.say("evidence.missing", { reason: item.missingReason }),
            item.missingReason === undefined ? `SHA-256 ${item.sha256}` : "",
            item.missingReason === undefined && !copies.has(item.sha256)
              ? formatter.say("evidence.notEnclosed")
              : "",
          ]
            .filter(Boolean)
            .join("\n"),
          [
            formatter.word(`evidence.kind.${item.kind}`),
            item.issuer,
            item.language === undefined ? "" : formatter.word(`evidence.language.${item.language}`),
          ]
            .filter((part) => part !== undefined && part !== "")
            .join("\n"),
          [
            item.issuedOn === undefined
              ? ""
              : formatter.say("evidence.issued", { date: item.issuedOn }),
            item.expiresOn === undefined
              ? ""
              : formatter.say("evidence.expires", { date: item.expiresOn }),
          ]
            .filter(Boolean)
            .join("\n"),
        ]),
        { size: "tiny" },
      ),
    ],
  };
}
