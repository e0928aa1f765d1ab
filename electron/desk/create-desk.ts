import type { DeskAdapters, DeskContext, OpenDesk, OpenHandlers } from "./adapters.ts";
import { binHandlers } from "./bin.ts";
import { bundleHandlers } from "./bundles.ts";
import { checkHandlers } from "./check.ts";
import { gatherDossier } from "./dossier.ts";
import { createDrafts, tellingDrafts } from "./drafts.ts";
import { evidenceHandlers } from "./evidence.ts";
import { fileHandlers } from "./files.ts";
import { historyHandlers } from "./history.ts";
import { listHandlers } from "./lists.ts";
import { orderHandlers } from "./orders.ts";
import { packetHandlers } from "./packets.ts";
import { packHandlers } from "./packs.ts";
import { partyHandlers } from "./parties.ts";
import { personHandlers } from "./persons.ts";
import { productHandlers } from "./products.ts";
import { createReporter } from "./reporter.ts";
import {
  caseHandlers,
  hostHandlers,
  jobHandlers,
  journalHandlers,
  settingsHandlers,
  siteHandlers,
  workspaceHandlers,
} from "./small-groups.ts";
import { vaultHandlers } from "./vault.ts";

/** The desk over an open workspace: every name of the contract answered from the adapters, the same in every host. */
export function createDesk(adapters: DeskAdapters): OpenDesk {
  const { workspace } = adapters;
  const context: DeskContext = {
    ...adapters,
    dossierOf: async (id) => {
      const order = await workspace.books.orders.get(id);
      return order.ok ? await gatherDossier(workspace.books, order.value.value) : order;
    },
    ...createReporter(adapters),
  };
  const drafts = createDrafts();
  const handlers: OpenHandlers = {
    vault: vaultHandlers(context),
    history: historyHandlers(context),
    bin: binHandlers(context),
    bundles: bundleHandlers(context),
    host: hostHandlers(context),
    settings: settingsHandlers(context),
    persons: personHandlers(context),
    orders: tellingDrafts(orderHandlers(context), drafts),
    drafts: drafts.handlers,
    parties: partyHandlers(context),
    sites: siteHandlers(context),
    products: productHandlers(context),
    evidence: evidenceHandlers(context),
    check: checkHandlers(context),
    packs: packHandlers(context),
    lists: listHandlers(context),
    packets: packetHandlers(context),
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
      await workspace.close();
    },
  };
}
