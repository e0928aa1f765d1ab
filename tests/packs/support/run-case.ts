import { createFactSource, type FactSource } from "#shared/facts";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { parseDossier } from "#shared/model";
import { type PackCase, setFields } from "#shared/rules";

/** The facts of a case: its base dossier with some fields set otherwise, and what screening is taken to have found. */
export function factsOfCase(
  one: PackCase,
  bases: ReadonlyMap<string, unknown>,
): Result<FactSource, AppError> {
  const base = bases.get(one.dossier);
  if (base === undefined) return err(appError("case-dossier", { dossier: one.dossier }));
  const changed = setFields(base, one.set ?? []);
  if (!changed.ok) return changed;
  const dossier = parseDossier(changed.value);
  if (!dossier.ok) return dossier;
  const { hits = [], screened, asOf } = one;
  return ok(createFactSource({ dossier: dossier.value, hits, screened, asOf }));
}
