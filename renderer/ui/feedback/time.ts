import type { Lang } from "#shared/i18n";

// Making one takes as long as drawing a row of a list.
const clocks = new Map<Lang, Intl.DateTimeFormat>();

function clockOf(lang: Lang): Intl.DateTimeFormat {
  const known = clocks.get(lang);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(lang === "zh" ? "zh-Hans-CN" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    hour12: false,
  });
  clocks.set(lang, made);
  return made;
}

/** A moment as the reader's clock shows it, to the minute; the text itself where it is no moment. */
export function momentText(moment: string, lang: Lang): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  return clockOf(lang).format(at);
}

/** A number of bytes in the unit a person would use. */
export function bytesText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB"];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** step;
  return `${step === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[step]}`;
}
