import type { DeskHandlers } from "#shared/ipc";
import { putEntry } from "../check/look-up.ts";
import type { DeskContext } from "../session/adapters.ts";
import { done } from "../workspace/books.ts";
import { confirmLookup, entryIn } from "./confirm-lookup.ts";
import { previewLookup, touchedByLookup } from "./preview-lookup.ts";
import { workspaceLookups } from "./workspace-lookups.ts";

/** What persons looked up about the law: seen across the workspace, weighed, taken over, confirmed by a second person. */
export function lookupHandlers(context: DeskContext): DeskHandlers["lookups"] {
  return {
    list: ({ asOf }) => workspaceLookups(context, asOf),
    preview: (input) => previewLookup(context, input),
    touched: (input) => touchedByLookup(context, input),
    confirm: (input) => confirmLookup(context, input),
    take: async ({ order, id, from }) => {
      const entry = await entryIn(context, from, id);
      return entry.ok ? done(await putEntry(context, order, entry.value)) : entry;
    },
  };
}
