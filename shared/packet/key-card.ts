import { type Lang, translate, translateData } from "#shared/i18n";
import type { PacketDocument } from "./document.ts";

/** A person's public key as somebody compares it in person. */
export type KeyCard = {
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly roles: readonly string[];
  readonly firm?: string | undefined;
  readonly publicKey: string;
  readonly fingerprint: string;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
  /** The day on which the card was made. */
  readonly madeOn: string;
};

/** What the code on a key card says; a reader's camera shows it as this text. */
export function keyCardText({ fingerprint }: Pick<KeyCard, "fingerprint">): string {
  return `h200-desk:key:${fingerprint.replaceAll(" ", "")}`;
}

/**
 * The card as a paper of one page: who, which firm, which key, since when, and a code with the fingerprint. `svg` is the drawn code.
 * The card proves nothing by itself: two people compare it, and the sentence on it says so.
 */
export function keyCardDocument(card: KeyCard, svg: string, lang: Lang): PacketDocument {
  const say = (key: Parameters<typeof translate>[1]) => translate(lang, key);
  const row = (label: string, value: string | undefined) =>
    value === undefined || value === "" ? [] : [{ label, value }];
  const roles = card.roles
    .map((role) => translateData(lang, `person.role.${role}`).replace(/^person\.role\./, ""))
    .join(lang === "zh" ? "、" : ", ");
  return {
    schema: "h200-desk/document@1",
    id: "key-card",
    lang,
    title: say("keycard.title"),
    date: card.madeOn,
    draft: false,
    blocks: [
      {
        kind: "keyValue",
        rows: [
          ...row(say("keycard.name"), [card.name, card.nameEn].filter(Boolean).join(" / ")),
          ...row(say("keycard.firm"), card.firm),
          ...row(say("keycard.roles"), roles),
          ...row(say("keycard.fingerprint"), card.fingerprint),
          ...row(say("keycard.publicKey"), card.publicKey),
          ...row(say("keycard.from"), card.validFrom),
          ...row(say("keycard.to"), card.validTo),
        ],
      },
      {
        kind: "figure",
        svg,
        alt: keyCardText(card),
        caption: say("keycard.code"),
        widthMm: 50,
      },
      { kind: "paragraph", text: say("keycard.compare") },
    ],
  };
}
