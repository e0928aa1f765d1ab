import { type Dossier, type DossierTexts, dossierTexts } from "#shared/model";

const texts = new WeakMap<Dossier, DossierTexts>();

/** The text of a dossier, its evidence apart, for a quick look at all of it and for its hash; written once per dossier. */
export function textsOf(dossier: Dossier): DossierTexts {
  let found = texts.get(dossier);
  if (found === undefined) {
    found = dossierTexts(dossier);
    texts.set(dossier, found);
  }
  return found;
}
