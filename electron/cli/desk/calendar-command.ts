import { translate } from "#shared/i18n";
import type { CalendarEntryValue } from "#shared/ipc";
import { ok } from "#shared/kernel";
import { type Command, writeJson } from "../command.ts";
import { writeNewFile } from "../outputs.ts";
import { table } from "../table.ts";
import { secretOptions } from "../workspace/secrets.ts";
import { withDesk } from "./with-desk.ts";

/** `calendar`: the watch list of a workspace, and the same as a calendar file. */
export const calendarCommand: Command = {
  name: "calendar",
  help: "cli.help.calendar",
  options: {
    ...secretOptions,
    workspace: { type: "string" },
    out: { type: "string" },
    json: { type: "boolean" },
  },
  run: async (args, io) => {
    const words = args.words(0);
    if (!words.ok) return words;
    const { lang } = args;
    const out = args.text("out");
    if (out !== undefined) {
      const bytes = await withDesk({ args, io, mode: "read" }, ({ call, offered }) =>
        offered(call<{ grant: string }>("calendar", "export", { language: lang })),
      );
      if (!bytes.ok) return bytes;
      const file = await writeNewFile(io, out, bytes.value);
      if (!file.ok) return file;
      io.out(`${translate(lang, "cli.written", { file: file.value })}\n`);
      return ok(0);
    }
    const list = await withDesk({ args, io, mode: "read" }, ({ call }) =>
      call<CalendarEntryValue[]>("calendar", "list", { drafts: true }),
    );
    if (!list.ok) return list;
    if (args.has("json")) writeJson(io, list.value);
    else if (list.value.length === 0) io.out(`${translate(lang, "calendar.none")}\n`);
    else
      io.out(
        table(
          list.value.map((entry) => [
            entry.due,
            translate(lang, `calendar.kind.${entry.kind}`),
            entry.title[lang],
            entry.owner ?? translate(lang, "calendar.owner.pack"),
            entry.lastLooked ?? "",
            entry.drafts.map(({ title }) => title).join(lang === "zh" ? "；" : "; "),
          ]),
        ),
      );
    return ok(0);
  },
};
