import type { DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import type { DeskAdapters } from "../session/adapters.ts";
import { mapOk } from "../workspace/books.ts";
import { wireError } from "../workspace/file-issues.ts";

/** The record of what happened. */
export function journalHandlers({
  workspace,
  grants,
  clockAndIds,
}: DeskAdapters): DeskHandlers["journal"] {
  return {
    show: ({ subject, before, limit }) =>
      workspace.journal.show({
        limit,
        ...(subject === undefined ? {} : { subject }),
        ...(before === undefined ? {} : { before }),
      }),
    verify: async () =>
      mapOk(await workspace.journal.verify(), ({ breaks, ...report }) => ({
        ...report,
        breaks: breaks.map(wireError),
      })),
    export: async () => {
      const lines = await workspace.journal.show({ limit: Number.MAX_SAFE_INTEGER });
      return mapOk(lines, (all) => {
        const text = all
          .toReversed()
          .map((line) => `${JSON.stringify(line)}\n`)
          .join("");
        return grants.offer({
          fileName: `journal-${clockAndIds.today()}.ndjson`,
          mediaType: "application/x-ndjson",
          bytes: () => Promise.resolve(ok(Buffer.from(text, "utf8"))),
        });
      });
    },
  };
}
