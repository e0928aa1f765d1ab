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
