import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok } from "#shared/kernel";
import { gatherDossier } from "../orders/dossier.ts";
import type { DeskContext } from "../session/adapters.ts";

/** What stands beside a draft while it is written. Nothing of it is recorded: a check is run when a person asks for one. */
export function glanceHandlers(
  context: DeskContext,
): Pick<DeskHandlers["check"], "lanes" | "glance"> {
  const { workspace, clockAndIds } = context;
  return {
    lanes: async ({ order, value }) => {
      if (value !== undefined && value.id !== order)
        return err(appError("not-found", { id: order }));
      const dossier =
        value === undefined
          ? await context.dossierOf(order)
          : await gatherDossier(workspace.books, value);
      if (!dossier.ok) return dossier;
      const lanes = await context.lanesFor(dossier.value, {});
      return lanes.ok ? ok({ asOf: clockAndIds.today(), lanes: lanes.value }) : lanes;
    },
    glance: async ({ order }) => {
      const dossier = await context.dossierOf(order);
      if (!dossier.ok) return dossier;
      const tracks = await context.glanceOf(dossier.value);
      return tracks.ok ? ok({ asOf: clockAndIds.today(), tracks: tracks.value }) : tracks;
    },
  };
}
