import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import type { CollectionSpec } from "./types.ts";

/** Why a list of migrations does not lead, step by step, from version 1 to the present one; undefined when it does. */
export function checkMigrations(name: string, spec: CollectionSpec): AppError | undefined {
  const fits =
    spec.migrations.length === spec.version - 1 &&
    spec.migrations.every(({ from, to }, index) => from === index + 1 && to === index + 2);
  return fits ? undefined : appError("store.migrations-broken", { name, version: spec.version });
}

/** Takes data from the version it was written with to the present one. Pure; the file changes with the next save. */
export function migrateData(spec: CollectionSpec, data: unknown, version: number): Result<unknown> {
  let value = data;
  for (const { from, to, migrate } of spec.migrations) {
    if (from < version) continue;
    try {
      value = migrate(value);
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
      return err(appError("store.migration-failed", { from, to, reason }));
    }
  }
  return ok(value);
}
