import { xlsxOf } from "#node/office";
import { translate } from "#shared/i18n";
import type { DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import type { DeskContext } from "../session/adapters.ts";
import { totalsCsv, totalsTables } from "./totals-table.ts";
import { totalsView } from "./totals-view.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Totals over all orders: the page, and a table that is exported. */
export function totalsHandlers(context: DeskContext): DeskHandlers["totals"] {
  const { grants, clockAndIds } = context;
  return {
    list: () => totalsView(context),
    export: async ({ as, language }) => {
      const view = await totalsView(context);
      if (!view.ok) return view;
      const tables = totalsTables(view.value, language);
      const sheetOf = (name: "groups" | "sites") => {
        const [head = [], ...rows] = tables[name];
        return {
          name: translate(language, `totals.sheet.${name}`),
          table: {
            kind: "table" as const,
            columns: head.map(() => ({ width: { fr: 1 } })),
            header: [[...head]],
            rows: rows.map((row) => [...row]),
          },
        };
      };
      const bytes =
        as === "csv"
          ? Buffer.from(totalsCsv(tables), "utf8")
          : Buffer.from(await xlsxOf([sheetOf("groups"), sheetOf("sites")]));
      return ok(
        grants.offer({
          fileName: `${translate(language, "totals.file")}-${clockAndIds.today()}.${as}`,
          mediaType: as === "csv" ? "text/csv; charset=utf-8" : XLSX,
          bytes: () => Promise.resolve(ok(bytes)),
        }),
      );
    },
  };
}
