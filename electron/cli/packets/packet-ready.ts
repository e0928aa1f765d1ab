import { errorText, translate, translateData } from "#shared/i18n";
import { ok, type Result } from "#shared/kernel";
import { type Arguments, type ExitCode, type Io, writeJson } from "../command.ts";
import { withDesk } from "../desk/with-desk.ts";
import { table } from "../table.ts";

/** `packet ready`: everything that sealing an order needs, each met or with the reason why not; 1 while anything is. */
export async function showReadiness(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const order = args.needed("order");
  if (!order.ok) return order;
  return await withDesk({ args, io, mode: "read" }, async ({ group }) => {
    const packets = await group("packets");
    const found = packets.ok ? await packets.value.readiness({ order: order.value }) : packets;
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
