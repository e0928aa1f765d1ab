import { errorText, translate, translateData } from "#shared/i18n";
import { ok, type Result } from "#shared/kernel";
import { type Arguments, type ExitCode, type Io, writeJson } from "../command.ts";
import { table } from "../table.ts";
import { withDesk } from "./packet-papers.ts";

/** `packet ready`: everything that sealing an order needs, each met or with the reason why not; 1 while anything is. */
export async function showReadiness(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const order = args.needed("order");
  if (!order.ok) return order;
  return await withDesk(args, io, "read", async (desk) => {
    const found = await desk.handlers.packets.readiness({ order: order.value });
    if (!found.ok) return found;
    const { ready, onePerson, items } = found.value;
    if (args.has("json")) writeJson(io, found.value);
    else {
      const { lang } = args;
      io.out(
        table(
          items.map(({ item, fault }) => [
            fault === undefined ? "+" : "-",
            translateData(lang, `readiness.item.${item}`),
            fault === undefined ? "" : errorText(lang, fault),
          ]),
        ),
      );
      if (onePerson) io.out(`${translate(lang, "readiness.onePerson")}\n`);
      if (ready) io.out(`${translate(lang, "readiness.ready")}\n`);
    }
    return ok(ready ? 0 : 1);
  });
}
