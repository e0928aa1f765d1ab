import file from "#packs/alternatives/2026-11-30/alternatives.json" with { type: "json" };
import { type Alternative, alternativeSeedSchema, type Dossier } from "#shared/model";

let seed: readonly Alternative[] | undefined;

function published(): readonly Alternative[] {
  seed ??= alternativeSeedSchema.parse(file).alternatives;
  return seed;
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Of several products with one source, the one whose model the row names; the row's own words decide, never a guess. */
function bestOf(found: readonly Alternative[], product: string): Alternative | undefined {
  if (found.length < 2) return found[0];
  const wanted = plain(product);
  return found.find(({ model }) => wanted.includes(plain(model)) || plain(model).includes(wanted));
}

/** The published figures that the applicant's comparison refers to (AL-01 and on), each once; nothing where nobody published. */
export function alternativesNamedBy(dossier: Dossier): readonly Alternative[] {
  const rows = dossier.order.necessity?.alternatives ?? [];
  const found = rows.flatMap((row) => {
    const match = publishedFor(published(), row);
    return match === undefined ? [] : [match];
  });
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

/** The published figures that one row of the comparison names, among some. */
export function publishedFor(
  among: readonly Alternative[],
  row: { readonly product: string; readonly sourceId?: string | undefined },
): Alternative | undefined {
  const own = among.filter(({ id, source }) => row.sourceId === source || row.sourceId === id);
  return bestOf(own, row.product);
}
