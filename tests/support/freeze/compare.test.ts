import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compareRecords } from "./compare.ts";
import { createRecorder, type Recorder, readRecords } from "./recorder.ts";
import { splitWords } from "./split.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "desk-freeze-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, keep: (recorder: Recorder) => void) {
  const recorder = createRecorder(join(folder, name));
  keep(recorder);
  recorder.finish();
  return readRecords(join(folder, name));
}

function compared(before: unknown, after: unknown, except?: RegExp) {
  const a = written("a", (recorder) => recorder.keepSplit("check/x", before));
  const b = written("b", (recorder) => recorder.keepSplit("check/x", after));
  return compareRecords(a, b, except === undefined ? {} : { except });
}

const report = {
  lane: "verify-first",
  packs: [{ sha256: "aa" }],
  findings: [{ rule: "cn.military", title: "Military end user" }],
  units: 16,
};

test("words for people stand apart from ids, keys and numbers", () => {
  expect(splitWords(report)).toEqual({
    facts: { ...report, findings: [{ rule: "cn.military", title: "<words>" }] },
    texts: { ".findings.0.title": "Military end user" },
  });
});

test("equal runs give no line, whatever order the records were taken in", () => {
  const a = written("a", (recorder) => {
    recorder.keep("facts", "one", report);
    recorder.keep("files", "two", { "a.pdf": "00" });
  });
  const b = written("b", (recorder) => {
    recorder.keep("files", "two", { "a.pdf": "00" });
    recorder.keep("facts", "one", report);
  });
  expect(compareRecords(a, b)).toEqual({
    lines: [],
    counts: { facts: 0, files: 0, texts: 0, records: 2 },
  });
});

test("a changed lane is a difference of facts, with its path and both values", () => {
  const { lines, counts } = compared(report, { ...report, lane: "reported-hold" });
  expect(lines).toEqual(['facts/check/x\tlane\t"verify-first"\t"reported-hold"']);
  expect(counts).toMatchObject({ facts: 1, files: 0, texts: 0 });
});

test("changed words alone are a difference of texts", () => {
  const findings = [{ rule: "cn.military", title: "A military end user" }];
  const { lines, counts } = compared(report, { ...report, findings });
  expect(lines).toEqual([
    'texts/check/x\t.findings.0.title\t"Military end user"\t"A military end user"',
  ]);
  expect(counts).toMatchObject({ facts: 0, files: 0, texts: 1 });
});

test("what is gone, what is new, another order of keys and a list for an object are all told", () => {
  const { units, ...rest } = report;
  expect(compared(report, rest).lines).toEqual([`facts/check/x\tunits\t${units}\t(absent)`]);
  expect(compared(rest, report).lines).toEqual([`facts/check/x\tunits\t(absent)\t${units}`]);
  expect(compared({ a: 1, b: 2 }, { b: 2, a: 1 }).counts.facts).toBe(1);
  expect(compared({ a: [] }, { a: {} }).lines).toEqual(["facts/check/x\ta\t[]\t{}"]);
});

test("a record that only one run has is a difference", () => {
  const a = written("a", (recorder) => recorder.keep("files", "packet", { "a.pdf": "00" }));
  const b = written("b", () => undefined);
  expect(compareRecords(a, b).counts.files).toBe(1);
  expect(compareRecords(b, a).lines).toEqual(['files/packet\t\t(absent)\t"a record"']);
});

test("paths that are passed over on request are not counted", () => {
  const after = { ...report, packs: [{ sha256: "bb" }] };
  expect(compared(report, after).counts.facts).toBe(1);
  expect(compared(report, after, /^packs\.\d+\.sha256$/).counts.facts).toBe(0);
});
