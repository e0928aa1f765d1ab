import type { DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import { wireError } from "../workspace/file-issues.ts";
import type { DeskContext } from "./adapters.ts";

/** What the page must know of the place it runs in. */
export function hostHandlers(context: DeskContext): DeskHandlers["host"] {
  const { host, version, clockAndIds, workspace } = context;
  return {
    info: async () => {
      const info = await workspace.info();
      if (!info.ok) return info;
      const { path, readOnly, readOnlyReason } = info.value;
      return ok({
        kind: host.kind,
        version,
        platform: host.platform,
        today: clockAndIds.today(),
        workspace: path,
        readOnly,
        ...(readOnlyReason === undefined
          ? {}
          : { readOnlyReason: readOnlyReason.code, readOnlyBecause: wireError(readOnlyReason) }),
      });
    },
  };
}
