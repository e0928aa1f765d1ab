import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyHead, makeLine, readLine, verifyChain } from "./chain.ts";
import type { JournalEntry } from "./entry.ts";

const entry = (n: number): JournalEntry => ({
  at: "2026-11-23T08:00:00.000Z",
  by: "psn_invented",
  verb: "document.save",
  subject: { collection: "orders", id: `ord_${n}` },
  revision: n,
});

function chain(count: number): string[] {
  let head = emptyHead;
  const lines: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    const line = makeLine(head, { entry: entry(n) }, 0);
    head = line.head;
    lines.push(line.text);
  }
  return lines;
}

test("a chain that was only appended to verifies and ends at its last number", () => {
  const report = verifyChain(chain(20));
  expect(report.breaks).toEqual([]);
  expect(report.head.seq).toBe(20);
});

test("any change of one character is reported at the line where it was made", () => {
  const lines = chain(6);
  fc.assert(
    fc.property(fc.nat(5), fc.nat(2000), (at, offset) => {
      const text = lines[at]!;
      const place = offset % text.length;
      const other = text[place] === "x" ? "y" : "x";
      const changed = text.slice(0, place) + other + text.slice(place + 1);
      const report = verifyChain(lines.map((line, index) => (index === at ? changed : line)));
      expect(report.breaks[0]?.line).toBe(at + 1);
    }),
  );
});

test("a line left out, repeated or moved breaks the chain", () => {
  const lines = chain(5);
  const [a, b, c, d, e] = lines as [string, string, string, string, string];
  for (const forged of [
    [a, b, d, e],
    [a, b, b, c, d, e],
    [a, c, b, d, e],
    [b, c, d, e],
  ]) {
    expect(verifyChain(forged).breaks.length).toBeGreaterThan(0);
  }
});

test("a line rewritten with a fresh hash is caught by the line after it", () => {
  const lines = chain(3);
  const first = readLine(lines[0]!);
  const forged = makeLine(
    { seq: 1, hash: first.ok ? first.value.hash : "" },
    { entry: { ...entry(2), by: "psn_other" } },
    0,
  );
  const report = verifyChain([lines[0]!, forged.text, lines[2]!]);
  expect(report.breaks).toEqual([
    { line: 3, afterSeq: 2, error: { code: "journal.link-broken", params: { seq: 3 } } },
  ]);
});

test("an entry with a verb this program does not know is reported, not skipped", () => {
  const unknown = JSON.stringify({ seq: 1, prev: emptyHead.hash, entry: { verb: "order.forge" } });
  expect(readLine(`{"body":${unknown},"hash":"${"0".repeat(64)}"}`).ok).toBe(false);
});

test("a sealed line verifies without being opened", () => {
  const line = makeLine(emptyHead, { sealed: "AAAA" }, 0);
  const report = verifyChain([line.text]);
  expect(report.breaks).toEqual([]);
});
