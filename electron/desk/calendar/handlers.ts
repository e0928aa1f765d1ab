import { type Lang, translate } from "#shared/i18n";
import type { CalendarEntryValue, DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import type { DeskContext } from "../session/adapters.ts";
import { type CalendarDay, calendarFile } from "./calendar-file.ts";
import { watchList } from "./watch-list.ts";

function dayOf(entry: CalendarEntryValue, lang: Lang): CalendarDay {
  const kind = translate(lang, `calendar.kind.${entry.kind}`);
  const looked = entry.lastLooked;
  const lines = [
    entry.about?.[lang],
    looked === undefined ? undefined : `${translate(lang, "calendar.head.looked")}: ${looked}`,
    entry.owner === undefined
      ? undefined
      : `${translate(lang, "calendar.head.owner")}: ${entry.owner}`,
    ...entry.drafts.map(({ title }) => title),
  ].filter((line) => line !== undefined);
  return {
    uid: `${entry.id}@h200-desk`,
    day: entry.due,
    summary: translate(lang, "calendar.ics.title", { kind, title: entry.title[lang] }),
    ...(lines.length === 0 ? {} : { description: lines.join("\n") }),
    categories: [kind],
  };
}

/** The watch list, and the same as a file that any calendar takes in. */
export function calendarHandlers(context: DeskContext): DeskHandlers["calendar"] {
  const { grants, clockAndIds } = context;
  return {
    list: (wish) => watchList(context, wish),
    export: async ({ language }) => {
      const entries = await watchList(context, { drafts: false });
      if (!entries.ok) return entries;
      const name = translate(language, "screen.nav.calendar");
      const days = entries.value.map((entry) => dayOf(entry, language));
      const bytes = Buffer.from(calendarFile(days, name, clockAndIds.now()), "utf8");
      return ok(
        grants.offer({
          fileName: `${translate(language, "calendar.file")}-${clockAndIds.today()}.ics`,
          mediaType: "text/calendar; charset=utf-8",
          bytes: () => Promise.resolve(ok(bytes)),
        }),
      );
    },
  };
}
