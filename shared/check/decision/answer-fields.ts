import { createFactSource, factCatalogue, type Subject } from "#shared/facts";
import type { CivilDate } from "#shared/kernel";
import type { Dossier } from "#shared/model";

/** A fact about a subject, as a finding's reasons name it. */
export type AnsweredFact = { readonly fact: string; readonly subject: Subject };

/** The same subjects with nothing said about them: what is asked then is asked in the field that holds the answer now. */
function unanswered(dossier: Dossier): Dossier {
  const { order } = dossier;
  const { id, title, buyer, lines, route, endUses, tenantMix, sites, remoteUsers } = order;
  return {
    ...dossier,
    evidence: [],
    order: {
      id,
      title,
      ...(buyer === undefined ? {} : { buyer }),
      lines: lines.map((line) => ({
        id: line.id,
        ...(line.product ? { product: line.product } : {}),
      })),
      ...(route?.endUsers === undefined ? {} : { route: { endUsers: route.endUsers } }),
      ...(endUses === undefined
        ? {}
        : { endUses: endUses.map((use) => ({ id: use.id, kind: use.kind })) }),
      ...(tenantMix === undefined ? {} : { tenantMix }),
      ...(remoteUsers === undefined ? {} : { remoteUsers }),
      ...(sites === undefined ? {} : { sites }),
    },
    parties: dossier.parties.map((party) => ({
      id: party.id,
      kind: party.kind,
      names: party.names,
    })),
    sites: dossier.sites.map((site) => ({ id: site.id, names: site.names })),
    products: dossier.products.map((product) => ({
      id: product.id,
      vendor: product.vendor,
      model: product.model,
      form: product.form,
    })),
  };
}

/**
 * The field in which each of some facts was answered, by `fact@subject`. Computed facts and those that take arguments of a pack have
 * none and are left out.
 */
export function answerFields(
  dossier: Dossier,
  asked: readonly AnsweredFact[],
  asOf: CivilDate,
): ReadonlyMap<string, string> {
  const facts = createFactSource({ dossier: unanswered(dossier), hits: [], asOf });
  const fields = new Map<string, string>();
  for (const { fact, subject } of asked) {
    const spec = factCatalogue.facts.get(fact);
    if (spec === undefined || spec.checkArgs !== undefined || spec.subject !== subject.kind)
      continue;
    const answer = facts.answer(fact, subject, undefined);
    const [first, ...more] = answer.known ? [] : answer.ask;
    if (first !== undefined && more.length === 0) fields.set(`${fact}@${subject.id}`, first.path);
  }
  return fields;
}
