import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarFile } from "./calendar-file.ts";

const stamp = "2026-12-01T08:00:00.123Z";

/** Reads a file back as RFC 5545 says: unfold, then undo the escapes. */
function textsOf(file: string, property: string): readonly string[] {
  const lines = file.replaceAll("\r\n ", "").split("\r\n");
  return lines
    .filter((line) => line.startsWith(`${property}:`))
    .map((line) =>
      line
        .slice(property.length + 1)
        .replace(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === "n" ? "\n" : one)),
    );
}

describe("a calendar file", () => {
  test("holds whole days with stable names and an exclusive end", () => {
    const day = { uid: "verify-x@h200-desk", day: "2026-12-31", summary: "核实；甲, 乙" };
    const file = calendarFile([day], "关注", stamp);
    expect(file).toContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
    expect(file).toContain("DTSTAMP:20261201T080000Z\r\n");
    expect(file).toContain("UID:verify-x@h200-desk\r\n");
    expect(file.startsWith("BEGIN:VCALENDAR\r\n") && file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(calendarFile([day], "关注", stamp)).toBe(file);
  });

  test("whatever the words: no line is longer than 75 octets, no character is torn, the words come back", () => {
    const words = fc
      .string({ unit: "grapheme", maxLength: 300 })
      .map((text) => text.replace(/\p{Cc}/gu, ""));
    fc.assert(
      fc.property(words, words, (summary, more) => {
        const description = `${summary}\n${more}`;
        const file = calendarFile(
          [{ uid: "a", day: "2026-02-28", summary, description }],
          "n",
          stamp,
        );
        for (const line of file.split("\r\n"))
          expect(Buffer.byteLength(line, "utf8")).toBeLessThanOrEqual(75);
        expect(file).not.toContain("\uFFFD");
        expect(textsOf(file, "SUMMARY")).toEqual([summary]);
        expect(textsOf(file, "DESCRIPTION")).toEqual([description]);
      }),
    );
  });
});
