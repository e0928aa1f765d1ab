import type { DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import { wireError } from "../workspace/file-issues.ts";
import type { DeskAdapters } from "./adapters.ts";

/** What the page must know of the place it runs in. */
export function hostHandlers(context: DeskAdapters): DeskHandlers["host"] {
  const { host, version, clockAndIds, store } = context;
  return {
    info: () => {
      const { readOnlyReason } = store;
      return Promise.resolve(
        ok({
          kind: host.kind,
          version,
          platform: host.platform,
          today: clockAndIds.today(),
          workspace: store.dir,
          readOnly: store.mode === "read",
          ...(readOnlyReason === undefined
            ? {}
            : { readOnlyReason: readOnlyReason.code, readOnlyBecause: wireError(readOnlyReason) }),
        }),
      );
    },
  };
}
