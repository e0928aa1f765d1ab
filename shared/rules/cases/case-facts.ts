import { createFactSource, type FactSource } from "#shared/facts";
import { appError, err, ok, type Result } from "#shared/kernel";
import { parseDossier } from "#shared/model";
import type { Program } from "../pack/program.ts";
import { setFields } from "../questions/set-fields.ts";
import type { PackCase } from "./case-schema.ts";
import { type CaseResult, runCases } from "./run-cases.ts";

/**
 * The facts of a case: its base dossier with some fields set otherwise, and what screening is taken to have found. `case-dossier`
 * names a dossier that does not lie beside the cases.
 */
export function caseFacts(one: PackCase, bases: ReadonlyMap<string, unknown>): Result<FactSource> {
  const base = bases.get(one.dossier);
  if (base === undefined) return err(appError("case-dossier", { dossier: one.dossier }));
  const changed = setFields(base, one.set ?? []);
  if (!changed.ok) return changed;
  const dossier = parseDossier(changed.value);
  if (!dossier.ok) {
    const { code, params } = dossier.error;
    return err(appError(code, { file: `dossiers/${one.dossier}.json`, ...params }));
  }
  const { hits = [], screened, asOf } = one;
  return ok(createFactSource({ dossier: dossier.value, hits, screened, asOf }));
}

/** Runs a pack's own cases on the dossiers that lie beside them. */
export function runPackCases(
  program: Program,
  bases: ReadonlyMap<string, unknown>,
): readonly CaseResult[] {
  return runCases(program, (one) => caseFacts(one, bases));
}
