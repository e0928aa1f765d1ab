import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import { customsSheet } from "./customs-sheet.ts";
import { endUserSheet } from "./end-user-sheet.ts";
import { licenceSheet } from "./licence-sheet.ts";

/**
 * Data prepared for entry in the forms of others: licence, end-user statement, customs declaration. It stands in the order of
 * those forms, bears no form number and says which fields are still to be filled in.
 */
export function dataSheets(formatter: PaperFormatter): Paper {
  return {
    name: "data-sheets",
    title: formatter.say("title.data-sheets"),
    blocks: [...licenceSheet(formatter), ...endUserSheet(formatter), ...customsSheet(formatter)],
  };
}
