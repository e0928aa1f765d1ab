import { hasMessage, type Lang, translate, translateData } from "#shared/i18n";

/** The remarks of a line as they are kept: `asOf=2026-11-23 cn-import=verify-first`; a value may hold spaces. */
function remarksIn(note: string): readonly (readonly [string, string])[] {
  return [...note.matchAll(/([A-Za-z][\w-]*)=(.*?)(?=\s[A-Za-z][\w-]*=|$)/gs)].map(
    ([, key = "", value = ""]) => [key, value] as const,
  );
}

function valueText(lang: Lang, value: string): string {
  const key = [
    `lane.${value}`,
    `set.${value}`,
    `case.status.${value}`,
    `journal.value.${value}`,
  ].find(hasMessage);
  if (key !== undefined) return translateData(lang, key);
  return /^[0-9a-f]{40,}$/.test(value) ? `${value.slice(0, 12)}…` : value;
}

/** What a line of the journal remarks, in words; what has none of its own stays as it was written. */
export function noteText(lang: Lang, note: string): string {
  const remarks = remarksIn(note);
  if (remarks.length === 0) return note;
  return remarks
    .map(([key, value]) => {
      const name = [`journal.note.${key}`, `track.${key}`].find(hasMessage);
      return translate(lang, "journal.remark", {
        name: name === undefined ? key : translateData(lang, name),
        value: valueText(lang, value),
      });
    })
    .join(lang === "zh" ? "；" : "; ");
}
