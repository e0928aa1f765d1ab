/** One whole-day entry of a calendar. */
export type CalendarDay = {
  /** Stays the same for the same thing: another export replaces the entry instead of adding one. */
  readonly uid: string;
  /** Civil day, `2026-12-01`. */
  readonly day: string;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly categories?: readonly string[] | undefined;
};

const LONGEST_LINE = 75;

/** Text of a property: backslash, comma and semicolon are escaped, line ends are written as `\n` (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** A content line in pieces of at most 75 octets, no character divided; pieces after the first begin with a space. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let length = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character, "utf8");
    if (length + octets > LONGEST_LINE) {
      pieces.push(piece);
      piece = " ";
      length = 1;
    }
    piece += character;
    length += octets;
  }
  return [...pieces, piece].join("\r\n");
}

const compact = (day: string) => day.replaceAll("-", "");

/** The day after, as the end of a whole-day event is exclusive. */
function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** A calendar file as RFC 5545 has it: dates only, so that no zone can move an entry; `stamp` is the moment in UTC. */
export function calendarFile(days: readonly CalendarDay[], name: string, stamp: string): string {
  const moment = `${stamp.replace(/\.\d+/, "").replace(/[-:]/g, "")}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//H200 Procurement Desk//Watch list//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ uid, day, summary, description, categories = [] }) => [
      "BEGIN:VEVENT",
      `UID:${escaped(uid)}`,
      `DTSTAMP:${moment}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
      `SUMMARY:${escaped(summary)}`,
      ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
      ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escaped).join(",")}`]),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
