import type { CheckInput } from "#shared/check";
import { ok, type Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import type { CheckOptions, DeskAdapters, DeskContext } from "../session/adapters.ts";

/** Rules, ownership and screening: loaded when something is first checked. */
const rules = async () => await import("./check-run.ts");

/** Runs checks against the active packs and the imported lists; compiled packs and list indexes are kept by their shelves. */
export function createReporter({
  packs,
  lists,
  clockAndIds,
}: Pick<DeskAdapters, "packs" | "lists" | "clockAndIds">): Pick<
  DeskContext,
  "reportOf" | "lanesFor"
> {
  async function inputFor(
    dossier: Dossier,
    { asOf, reading }: CheckOptions,
  ): Promise<Result<CheckInput>> {
    const active = await packs.active();
    if (!active.ok) return active;
    const indexes = await lists.indexes({ asOf });
    if (!indexes.ok) return indexes;
    return ok({
      dossier,
      packs: active.value,
      lists: indexes.value,
      asOf: asOf ?? clockAndIds.today(),
      reading: reading ?? "working",
    });
  }

  return {
    reportOf: async (dossier, options) => {
      const input = await inputFor(dossier, options);
      return input.ok ? (await rules()).runCheck(input.value) : input;
    },
    lanesFor: async (dossier, options) => {
      const input = await inputFor(dossier, options);
      return input.ok ? (await rules()).lanesOf(input.value) : input;
    },
  };
}
