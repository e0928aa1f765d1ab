import type { Paper } from "./paper.ts";
import type { PaperVoice } from "./paper-formatter.ts";

/** Every paper that the set carries or should carry, with the hash that tells its copy from any other. */
export function evidenceIndex(voice: PaperVoice): Paper {
  const { evidence } = voice.dossier;
  return {
    name: "evidence",
    title: voice.say("title.evidence"),
    blocks: [
      ...(evidence.length === 0 ? [] : [voice.paragraph("evidence.about")]),
      voice.table(
        [
          ["number", 1.8, "center"],
          ["paper", 7],
          ["kind", 3],
          ["dates", 3.4],
        ],
        evidence.map((item) => [
          voice.proof(item.id),
          [
            voice.text(item.title),
            item.missingReason === undefined
              ? item.fileName
              : voice.say("evidence.missing", { reason: item.missingReason }),
            item.missingReason === undefined ? `SHA-256 ${item.sha256}` : "",
          ]
            .filter(Boolean)
            .join("\n"),
          [
            voice.word(`evidence.kind.${item.kind}`),
            item.issuer,
            item.language === undefined ? "" : voice.word(`evidence.language.${item.language}`),
          ]
            .filter((part) => part !== undefined && part !== "")
            .join("\n"),
          [
            item.issuedOn === undefined
              ? ""
              : voice.say("evidence.issued", { date: item.issuedOn }),
            item.expiresOn === undefined
              ? ""
              : voice.say("evidence.expires", { date: item.expiresOn }),
          ]
            .filter(Boolean)
            .join("\n"),
        ]),
        { size: "tiny" },
      ),
    ],
  };
}
