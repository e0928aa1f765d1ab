import type { DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import type { DeskContext } from "../session/adapters.ts";
import { done } from "./books.ts";
import { fileIssueHandlers } from "./file-issues.ts";

/** The folder itself: backups, quarantine, news. */
export function workspaceHandlers(context: DeskContext): DeskHandlers["workspace"] {
  const { workspace } = context;
  return {
    ...fileIssueHandlers(context),
    info: async () => {
      const info = await workspace.info();
      if (!info.ok) return info;
      const { readOnlyReason: _reason, ...rest } = info.value;
      return ok(rest);
    },
    backup: () => workspace.backup(),
    backups: () => workspace.backups(),
    restoreBackup: async ({ id, document }) => done(await workspace.restoreBackup(id, document)),
    quarantined: () => workspace.quarantined(),
    changes: ({ since, waitMs }) => workspace.changes(since, waitMs),
  };
}
