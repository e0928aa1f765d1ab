import type { CivilDate } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import type { Completeness, MissingItem } from "../report-schema.ts";
import { chineseItems } from "./chinese-items.ts";
import { Collector, inspect } from "./collector.ts";
import { exporterItems } from "./exporter-items.ts";
import { chineseReturns, exporterReturns } from "./returns.ts";
import { unprintableTexts } from "./unprintable.ts";

/** What either reader would miss, item by item, and what either would send the papers back for. */
export type CompletenessOfSets = {
  readonly "cn-filing": Completeness;
  readonly "us-exporter": Completeness;
};

function judged(missing: readonly MissingItem[], returns: readonly MissingItem[]): Completeness {
  const complete = !missing.some((item) => item.need !== "optional");
  return { complete, missing: [...missing], returns: [...returns] };
}

/**
 * The completeness gate. No official form for this approval was found (FM-03); what is asked for follows the licence form,
 * the declaration, the end-user statement and what was reported as asked (FM-04). Depends on nothing but the dossier and
 * the day.
 */
export function completenessOf(
  dossier: Dossier,
  { asOf }: { readonly asOf: CivilDate },
): CompletenessOfSets {
  const desk = inspect(dossier, asOf);
  const [lacking, turning] = [new Collector("basics"), new Collector("basics")];
  unprintableTexts(lacking, turning, dossier);
  const joined = (missing: readonly MissingItem[], returns: readonly MissingItem[]) =>
    judged([...lacking.list(), ...missing], [...turning.list(), ...returns]);
  return {
    "cn-filing": joined(chineseItems(desk), chineseReturns(desk)),
    "us-exporter": joined(exporterItems(desk), exporterReturns(desk)),
  };
}
