import { caseHandlers } from "../cases/handlers.ts";
import { journalHandlers } from "../journal/handlers.ts";
import { createDrafts, withDraftUpdates } from "../orders/drafts.ts";
import { orderHandlers } from "../orders/handlers.ts";
import { workspaceHandlers } from "../workspace/handlers.ts";
import { siteHandlers } from "../workspace/sites.ts";
import type { DeskAdapters, DeskContext, OpenDesk, OpenHandlers } from "./adapters.ts";
import type { DeskWorks } from "./desk-works.ts";
import { encryptionHandlers } from "./encryption.ts";
import { fileHandlers } from "./files.ts";
import { hostHandlers } from "./host.ts";
import { jobHandlers } from "./jobs.ts";
import { settingsHandlers } from "./settings.ts";

/** How each group is made. What the list of orders needs is here at once; all other code comes when it is first asked for. */
type Makers = {
  readonly [G in keyof OpenHandlers]: () => OpenHandlers[G] | Promise<OpenHandlers[G]>;
};

function makersOf(desk: DeskAdapters, contextOf: () => Promise<DeskContext>): Makers {
  const drafts = createDrafts();
  return {
    encryption: () => encryptionHandlers(desk),
    history: async () => (await import("../workspace/history.ts")).historyHandlers(desk),
    trash: async () => (await import("../workspace/trash.ts")).trashHandlers(desk),
    bundles: async () => (await import("../workspace/bundles.ts")).bundleHandlers(desk),
    host: () => hostHandlers(desk),
    settings: () => settingsHandlers(desk),
    persons: async () => (await import("../reviews/persons.ts")).personHandlers(await contextOf()),
    orders: () => withDraftUpdates(orderHandlers(desk, contextOf), drafts),
    drafts: () => drafts.handlers,
    parties: async () => (await import("../parties/handlers.ts")).partyHandlers(await contextOf()),
    sites: () => siteHandlers(desk),
    products: async () => (await import("../workspace/products.ts")).productHandlers(desk),
    evidence: async () => (await import("../evidence/handlers.ts")).evidenceHandlers(desk),
    check: async () => (await import("../check/handlers.ts")).checkHandlers(await contextOf()),
    lookups: async () => (await import("../lookups/handlers.ts")).lookupHandlers(await contextOf()),
    totals: async () => (await import("../totals/handlers.ts")).totalsHandlers(await contextOf()),
    calendar: async () =>
      (await import("../calendar/handlers.ts")).calendarHandlers(await contextOf()),
    packs: async () => (await import("../packs/handlers.ts")).packHandlers(await contextOf()),
    lists: async () => (await import("../lists/handlers.ts")).listHandlers(await contextOf()),
    tenants: async () => (await import("../tenants/handlers.ts")).tenantHandlers(await contextOf()),
    packets: async () => (await import("../packets/handlers.ts")).packetHandlers(await contextOf()),
    cases: () => caseHandlers(desk),
    journal: () => journalHandlers(desk),
    workspace: () => workspaceHandlers(desk),
    files: () => fileHandlers(desk),
    jobs: () => jobHandlers(desk),
  };
}

/** The desk over an open workspace: each group of the contract, the same in every host, made when it is first asked for. */
export function createDesk(desk: DeskAdapters): OpenDesk {
  const { jobs, tasks, changeFeed, backupPlan, store } = desk;
  let works: Promise<DeskWorks> | undefined;
  const contextOf = async () => {
    works ??= import("./desk-works.ts").then(({ createWorks }) => createWorks(desk));
    return (await works).context;
  };
  const makers = makersOf(desk, contextOf);
  const groups = new Map<string, Promise<unknown>>();
  return {
    group: async <G extends keyof OpenHandlers>(name: G) => {
      const made = groups.get(name) ?? Promise.resolve(makers[name]());
      groups.set(name, made);
      return (await made) as OpenHandlers[G];
    },
    dispose: async () => {
      await jobs.dispose();
      await (await works)?.dispose();
      tasks?.dispose();
      backupPlan.stop();
      changeFeed.stop();
      await store.close({ force: true });
    },
  };
}
