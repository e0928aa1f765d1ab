import type { DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import type { DeskAdapters } from "../session/adapters.ts";
import { bookHandlers, namedList } from "./books.ts";

/** Data centres and laboratories. */
export function siteHandlers({ workspace }: DeskAdapters): DeskHandlers["sites"] {
  const { sites } = workspace.books;
  return { ...bookHandlers(sites), list: () => Promise.resolve(ok(namedList(sites))) };
}
