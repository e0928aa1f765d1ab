import type { DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import type { DeskAdapters } from "../session/adapters.ts";
import { mapOk } from "./books.ts";
import { describeWorkspace } from "./describe-workspace.ts";
import { fileIssueHandlers } from "./file-issues.ts";

/** The folder itself: backups, quarantine, news. */
export function workspaceHandlers(context: DeskAdapters): DeskHandlers["workspace"] {
  const { workspace, store, changeFeed } = context;
  return {
    ...fileIssueHandlers(context),
    info: async () => {
      const { readOnlyReason: _reason, ...rest } = await describeWorkspace(store);
      return ok(rest);
    },
    backup: async () => mapOk(await store.backups.create(workspace.actor()), ({ id }) => ({ id })),
    backups: async () =>
      mapOk(await store.backups.list(), (all) =>
        all.map(({ id, at, documents, bytes }) => ({ id, at, documents, bytes })),
      ),
    restoreBackup: async ({ id, document }) => {
      const one = document === undefined ? {} : { document };
      return await store.restoreBackup(id, { by: workspace.actor(), ...one });
    },
    quarantined: store.quarantined,
    changes: async ({ since, waitMs }) => ok(await changeFeed.wait(since, waitMs)),
  };
}
