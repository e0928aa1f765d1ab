import { runCheck } from "#shared/check";
import { ok } from "#shared/kernel";
import type { DeskAdapters, DeskContext } from "./adapters.ts";

/** Runs checks against the active packs and the imported lists; compiled packs and list indexes are kept by their shelves. */
export function createReporter({ packs, lists, ambient }: DeskAdapters): DeskContext["reportOf"] {
  return async (dossier, { asOf, reading }) => {
    const active = await packs.active();
    if (!active.ok) return active;
    const indexes = await lists.indexes();
    if (!indexes.ok) return indexes;
    const report = runCheck({
      dossier,
      packs: active.value,
      lists: indexes.value,
      asOf: asOf ?? ambient.today(),
      reading: reading ?? "working",
    });
    return report.ok ? ok(report.value) : report;
  };
}
