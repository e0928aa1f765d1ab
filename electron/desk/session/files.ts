import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok } from "#shared/kernel";
import type { DeskAdapters } from "./adapters.ts";

/** Files cross the border in pieces, through the same contract as everything else. */
export function fileHandlers({ grants, host }: DeskAdapters): DeskHandlers["files"] {
  return {
    begin: ({ fileName, bytes }) => Promise.resolve(grants.begin(fileName, bytes)),
    append: ({ grant, base64 }) =>
      Promise.resolve(grants.append(grant, Buffer.from(base64, "base64"))),
    finish: ({ grant }) => Promise.resolve(grants.finish(grant)),
    save: async ({ grant }) => {
      // A host without a save dialog leaves the grant alone: the page fetches it.
      if (host.saveFile === undefined) return ok({ saved: false });
      const file = grants.redeem(grant);
      return file === undefined ? err(appError("grant-unknown")) : await host.saveFile(file);
    },
    show: ({ place }) => {
      const shown = host.showFile?.(place) ?? err(appError("grant-unknown"));
      return Promise.resolve(shown.ok ? ok({}) : shown);
    },
  };
}
