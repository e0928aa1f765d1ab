import type { DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import type { DeskAdapters } from "../session/adapters.ts";
import { bookHandlers, flatList } from "../workspace/books.ts";

/** Filed packets and what became of them; each under the title of its order. */
export function caseHandlers({ workspace }: DeskAdapters): DeskHandlers["cases"] {
  const { cases, orders } = workspace.books;
  return {
    ...bookHandlers(cases),
    list: () => {
      const titles = new Map(
        orders
          .list()
          .map(({ id, summary }) => [id, { title: summary.title, units: summary.units }]),
      );
      const rows = flatList(cases.list()).map((row) => ({ ...row, ...titles.get(row.order) }));
      return Promise.resolve(ok(rows.toSorted((a, b) => (a.savedAt > b.savedAt ? -1 : 1))));
    },
  };
}
