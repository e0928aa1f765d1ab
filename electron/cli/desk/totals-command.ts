import { translate } from "#shared/i18n";
import type { TotalsValue } from "#shared/ipc";
import { ok } from "#shared/kernel";
import { type Command, writeJson } from "../command.ts";
import { table } from "../table.ts";
import { secretOptions } from "../workspace/secrets.ts";
import { withDesk } from "./with-desk.ts";

/** `totals`: chips over all orders of a workspace. */
export const totalsCommand: Command = {
  name: "totals",
  help: "cli.help.totals",
  options: { ...secretOptions, workspace: { type: "string" }, json: { type: "boolean" } },
  run: async (args, io) => {
    const words = args.words(0);
    if (!words.ok) return words;
    const { lang } = args;
    const totals = await withDesk({ args, io, mode: "read" }, ({ call }) =>
      call<TotalsValue>("totals", "list", {}),
    );
    if (!totals.ok) return totals;
    if (args.has("json")) {
      writeJson(io, totals.value);
      return ok(0);
    }
    for (const group of totals.value.groups) {
      const name = group.name ?? group.controller ?? translate(lang, "totals.no.buyer");
      io.out(`${translate(lang, "totals.group", { name, total: group.total })}\n`);
      io.out(
        table(
          group.rows.map((row) => [
            `  ${translate(lang, `totals.state.${row.state}`)}`,
            row.year ?? translate(lang, "totals.unstated"),
            row.siteName ?? row.site ?? translate(lang, "totals.unstated"),
            row.chips,
          ]),
        ),
      );
      for (const { count, orders } of group.split) {
        io.out(`  ${translate(lang, "totals.split", { count })}\n`);
        for (const { order, title } of orders) io.out(`    ${order}  ${title}\n`);
      }
    }
    if (totals.value.groups.length === 0) io.out(`${translate(lang, "totals.none")}\n`);
    for (const site of totals.value.sites.filter(({ contradicts }) => contradicts))
      io.out(`${site.name}: ${translate(lang, "totals.contradicts")}\n`);
    return ok(0);
  },
};
