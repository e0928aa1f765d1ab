import type { Dossier } from "#shared/model";

const whole = new WeakMap<Dossier, string>();

/** The text of everything but the evidence, for one quick look at it; made once per dossier. */
export function wholeText(dossier: Dossier): string {
  let text = whole.get(dossier);
  if (text === undefined) {
    text = JSON.stringify({ ...dossier, evidence: [] });
    whole.set(dossier, text);
  }
  return text;
}
