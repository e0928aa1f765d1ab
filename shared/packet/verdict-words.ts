import { type Lang, translate, translateData } from "#shared/i18n";
import type { Verdict, VerifiedSigner } from "./verdict.ts";

/** A moment of signing for a reader: to the minute, in universal time, or that none is stated. */
export function signedAtText(lang: Lang, signer: VerifiedSigner | null): string {
  const moment = signer?.signedAt;
  if (moment === undefined || moment === null) return translate(lang, "verify.signedAt.none");
  return translate(lang, "verify.signedAt", {
    moment: `${moment.slice(0, 10)} ${moment.slice(11, 16)}`,
  });
}

/** A role in the reader's language; one without a word stands as it was stated. */
export function roleText(lang: Lang, signer: VerifiedSigner | null): string {
  const role = signer?.role;
  if (role === undefined || role === null) return translate(lang, "verify.role.none");
  return translateData(lang, `person.role.${role}`).replace(/^person\.role\./, "");
}

/** The one sentence of a verdict, the same on a terminal and on a page. */
export function verdictText(lang: Lang, verdict: Verdict, signer: VerifiedSigner | null): string {
  return translate(lang, `verify.verdict.${verdict}`, {
    name: signer?.name ?? "",
    role: roleText(lang, signer),
    signedAt: signedAtText(lang, signer),
    fingerprint: signer?.fingerprint ?? "",
  });
}

/** What was found of a copy that was signed in another program. */
export type SignedCopyFound = {
  readonly fileName: string;
  readonly path: string;
  readonly begins: boolean;
  readonly adds: "nothing" | "signatures" | "else" | "cannot-tell";
  readonly visible: boolean;
  readonly signatures: readonly {
    readonly subject: string;
    readonly claimedAt?: string | undefined;
    readonly fits: "yes" | "no" | "unknown";
    readonly coversAll: boolean;
  }[];
};

/** What a signed copy is to its paper, one sentence, and one line for each signature that it holds. */
export function copyLines(lang: Lang, copy: SignedCopyFound): readonly string[] {
  const { fileName: file, path } = copy;
  const known = copy.begins ? copy.adds : "other";
  return [
    translate(lang, `verify.copy.${known}`, { file, path }),
    ...(copy.visible ? [translate(lang, "verify.copy.visible")] : []),
    ...copy.signatures.map(({ subject, claimedAt, fits, coversAll }) =>
      [
        translate(lang, "verify.copy.signature", {
          subject: subject === "" ? translate(lang, "verify.copy.nobody") : subject,
          time: claimedAt ?? translate(lang, "verify.copy.notime"),
        }),
        translate(lang, `verify.copy.fits.${fits}`),
        ...(coversAll ? [] : [translate(lang, "verify.copy.part")]),
      ].join(lang === "zh" ? "；" : "; "),
    ),
  ];
}
