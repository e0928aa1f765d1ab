import { caseHandlers } from "../cases/handlers.ts";
import { createReporter } from "../check/reporter.ts";
import { journalHandlers } from "../journal/handlers.ts";
import { createDrafts, withDraftUpdates } from "../orders/drafts.ts";
import { orderHandlers } from "../orders/handlers.ts";
import type { WorkspaceTotals } from "../totals/workspace-totals.ts";
import { workspaceHandlers } from "../workspace/handlers.ts";
import { siteHandlers } from "../workspace/sites.ts";
import type { DeskAdapters, DeskContext, OpenDesk, OpenHandlers } from "./adapters.ts";
import { encryptionHandlers } from "./encryption.ts";
import { fileHandlers } from "./files.ts";
import { hostHandlers } from "./host.ts";
import { jobHandlers } from "./jobs.ts";
import { lazyGroup, lazyPort } from "./lazy.ts";
import { settingsHandlers } from "./settings.ts";

/** The desk over an open workspace: every name of the contract answered from the adapters, the same in every host. */
export function createDesk(adapters: DeskAdapters): OpenDesk {
  const { workspace } = adapters;
  const { acts } = adapters;
  const totals = lazyPort<WorkspaceTotals>({ groups: true, snapshot: true }, async () =>
    (await import("../totals/workspace-totals.ts")).createTotals(workspace, adapters.clockAndIds),
  );
  const context: DeskContext = {
    ...adapters,
    totals,
    dossierOf: async (id) =>
      await (await import("../orders/reviewed-dossier.ts")).reviewedDossier(
        { workspace, acts, totals },
        id,
      ),
    ...createReporter(adapters),
  };
  const drafts = createDrafts();
  // What the list of orders needs is here at once; the code behind everything else comes when it is first asked for.
  const handlers: OpenHandlers = {
    encryption: encryptionHandlers(context),
    history: lazyGroup("history", async () =>
      (await import("../workspace/history.ts")).historyHandlers(context),
    ),
    trash: lazyGroup("trash", async () =>
      (await import("../workspace/trash.ts")).trashHandlers(context),
    ),
    bundles: lazyGroup("bundles", async () =>
      (await import("../workspace/bundles.ts")).bundleHandlers(context),
    ),
    host: hostHandlers(context),
    settings: settingsHandlers(context),
    persons: lazyGroup("persons", async () =>
      (await import("../reviews/persons.ts")).personHandlers(context),
    ),
    orders: withDraftUpdates(orderHandlers(context), drafts),
    drafts: drafts.handlers,
    parties: lazyGroup("parties", async () =>
      (await import("../parties/handlers.ts")).partyHandlers(context),
    ),
    sites: siteHandlers(context),
    products: lazyGroup("products", async () =>
      (await import("../workspace/products.ts")).productHandlers(context),
    ),
    evidence: lazyGroup("evidence", async () =>
      (await import("../evidence/handlers.ts")).evidenceHandlers(context),
    ),
    check: lazyGroup("check", async () =>
      (await import("../check/handlers.ts")).checkHandlers(context),
    ),
    lookups: lazyGroup("lookups", async () =>
      (await import("../lookups/handlers.ts")).lookupHandlers(context),
    ),
    totals: lazyGroup("totals", async () =>
      (await import("../totals/handlers.ts")).totalsHandlers(context),
    ),
    calendar: lazyGroup("calendar", async () =>
      (await import("../calendar/handlers.ts")).calendarHandlers(context),
    ),
    packs: lazyGroup("packs", async () =>
      (await import("../packs/handlers.ts")).packHandlers(context),
    ),
    lists: lazyGroup("lists", async () =>
      (await import("../lists/handlers.ts")).listHandlers(context),
    ),
    tenants: lazyGroup("tenants", async () =>
      (await import("../tenants/handlers.ts")).tenantHandlers(context),
    ),
    packets: lazyGroup("packets", async () =>
      (await import("../packets/handlers.ts")).packetHandlers(context),
    ),
    cases: caseHandlers(context),
    journal: journalHandlers(context),
    workspace: workspaceHandlers(context),
    files: fileHandlers(context),
    jobs: jobHandlers(context),
  };
  return {
    handlers,
    dispose: async () => {
      await adapters.jobs.dispose();
      await adapters.packets.dispose();
      adapters.tasks?.dispose();
      await workspace.close();
    },
  };
}
