import { confirmedLookups, countedDecisions } from "#shared/acts";
import type { CheckInput } from "#shared/check";
import { ok, type Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import type { CheckOptions, DeskContext } from "../session/adapters.ts";
import { hostedGlance, hostedLanes, hostedReport, isHeavy } from "./hosted-check.ts";

/** Rules, ownership and screening: loaded when something is first checked. */
const rules = async () => await import("./check-run.ts");

/** Runs checks against the active packs and the imported lists; compiled packs and list indexes are kept by their shelves. */
export function createReporter({
  packs,
  lists,
  clockAndIds,
  tasks,
  acts,
}: Pick<DeskContext, "packs" | "lists" | "clockAndIds" | "tasks" | "acts">): Pick<
  DeskContext,
  "reportOf" | "glanceOf" | "lanesFor" | "lanesOn" | "checkInputOf"
> {
  const lanesOn: DeskContext["lanesOn"] = async (input) =>
    tasks !== undefined && isHeavy(input.dossier)
      ? await hostedLanes(tasks, input)
      : (await rules()).lanesOf(input);
  /** Look-ups that a second person confirmed as they stand; an entry that was changed since is confirmed no longer. */
  async function confirmedIn({ order }: Dossier): Promise<Result<ReadonlySet<string>>> {
    const { lookups = [] } = order;
    if (lookups.length === 0) return ok(new Set());
    const state = await acts.read();
    if (!state.ok) return state;
    const entrants = await acts.entrants();
    if (!entrants.ok) return entrants;
    return ok(new Set(confirmedLookups(state.value, order, entrants.value).keys()));
  }
  /** Decisions about list matches that signed acts stand behind as they are. */
  async function countedIn({ order }: Dossier): Promise<Result<ReadonlySet<string>>> {
    if ((order.screening ?? []).length === 0) return ok(new Set());
    const state = await acts.read();
    return state.ok ? ok(countedDecisions(state.value, order)) : state;
  }
  async function inputFor(
    dossier: Dossier,
    { asOf, reading }: CheckOptions,
  ): Promise<Result<CheckInput>> {
    const active = await packs.active();
    if (!active.ok) return active;
    const indexes = await lists.indexes({ asOf });
    if (!indexes.ok) return indexes;
    const confirmed = await confirmedIn(dossier);
    if (!confirmed.ok) return confirmed;
    const counted = await countedIn(dossier);
    if (!counted.ok) return counted;
    return ok({
      dossier,
      confirmed: confirmed.value,
      counted: counted.value,
      packs: active.value,
      lists: indexes.value,
      asOf: asOf ?? clockAndIds.today(),
      reading: reading ?? "working",
    });
  }

  return {
    checkInputOf: inputFor,
    reportOf: async (dossier, options) => {
      const input = await inputFor(dossier, options);
      if (!input.ok) return input;
      return tasks !== undefined && isHeavy(dossier)
        ? await hostedReport(tasks, input.value)
        : (await rules()).runCheck(input.value);
    },
    glanceOf: async (dossier) => {
      const input = await inputFor(dossier, {});
      if (!input.ok) return input;
      return tasks !== undefined && isHeavy(dossier)
        ? await hostedGlance(tasks, input.value)
        : (await rules()).glanceOf(input.value);
    },
    lanesFor: async (dossier, options) => {
      const input = await inputFor(dossier, options);
      return input.ok ? await lanesOn(input.value) : input;
    },
    lanesOn,
  };
}
