import { appendFile, mkdtemp, readdir, readFile, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWriter, type FileSystem, nodeFileSystem } from "#node/files";
import { type JournalOptions, openJournal } from "./journal-file.ts";

async function inFolder(task: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "desk-journal-"));
  try {
    await task(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function options(dir: string, fs: FileSystem = nodeFileSystem): JournalOptions {
  const writer = createWriter({ fs, token: "t", guard: () => Promise.resolve(undefined) });
  return { fs, dir, writer, now: () => "2026-11-23T08:00:00.000Z", segmentBytes: 2000 };
}

const draft = (n: number) => ({
  by: "psn_invented",
  verb: "check.run" as const,
  subject: { collection: "orders", id: `ord_${n}` },
});

test("a long journal goes on in further files and verifies as one chain", () =>
  inFolder(async (dir) => {
    const { journal } = await openJournal(options(dir));
    for (let n = 1; n <= 40; n += 1) await journal.append(draft(n));
    await journal.close();
    expect((await readdir(dir)).length).toBeGreaterThan(3);
    const again = await openJournal(options(dir));
    expect(again.records).toHaveLength(40);
    await again.journal.append(draft(41));
    const report = await again.journal.verify();
    expect([report.lines, report.breaks]).toEqual([41, []]);
    await again.journal.close();
    await rm(join(dir, "000002.ndjson"));
    const damaged = await (await openJournal(options(dir))).journal.verify();
    expect(damaged.breaks.map(({ error }) => error.code)).toContain("journal.segment-missing");
  }));

test("entries of callers at the same time get numbers in order and share syncs", () =>
  inFolder(async (dir) => {
    let syncs = 0;
    const counting: FileSystem = {
      ...nodeFileSystem,
      open: async (path, mode) => {
        const file = await nodeFileSystem.open(path, mode);
        const datasync = () => {
          syncs += 1;
          return file.datasync();
        };
        return { ...file, datasync };
      },
    };
    const { journal } = await openJournal(options(dir, counting));
    const heads = await Promise.all(Array.from({ length: 50 }, (_, n) => journal.append(draft(n))));
    expect(heads.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(syncs).toBeLessThan(10);
    expect((await journal.verify()).breaks).toEqual([]);
    await journal.close();
  }));

test("an opening that knows a place reads only what came after it", () =>
  inFolder(async (dir) => {
    const first = await openJournal(options(dir));
    for (let n = 1; n <= 20; n += 1) await first.journal.append(draft(n));
    const since = first.journal.pointer();
    for (let n = 21; n <= 30; n += 1) await first.journal.append(draft(n));
    await first.journal.close();
    const second = await openJournal({ ...options(dir), since });
    expect([second.continued, second.records.map(({ seq }) => seq)]).toEqual([
      true,
      Array.from({ length: 10 }, (_, n) => n + 21),
    ]);
    await second.journal.close();
    await truncate(join(dir, "000001.ndjson"), 100);
    const third = await openJournal({
      ...options(dir),
      since: since && { ...since, hash: "0".repeat(64) },
    });
    expect(third.continued).toBe(false);
    await third.journal.close();
  }));

test("whatever an interruption leaves of the last step is cut off, and the chain goes on", () =>
  inFolder(async (dir) => {
    const path = join(dir, "000001.ndjson");
    const first = await openJournal({ ...options(dir), segmentBytes: 1e9 });
    await first.journal.append(draft(1));
    await Promise.all([2, 3, 4].map((n) => first.journal.append(draft(n))));
    await first.journal.close();
    const whole = await readFile(path);
    const lines = whole.toString().split("\n").slice(0, 2).join("\n").length + 1;
    for (let cut = lines + 1; cut < whole.length; cut += 7) {
      await rm(path);
      await appendFile(path, whole.subarray(0, cut));
      const kept: number[] = [];
      const keepTorn = (_segment: number, _offset: number, bytes: Uint8Array) => {
        kept.push(bytes.length);
        return Promise.resolve();
      };
      const again = await openJournal({ ...options(dir), segmentBytes: 1e9, keepTorn });
      expect(again.breaks).toEqual([]);
      expect(again.repaired).toBe(kept[0] ?? 0);
      await again.journal.append(draft(9));
      expect((await again.journal.verify()).breaks).toEqual([]);
      await again.journal.close();
    }
  }));

test("after an append that failed half way the next one is whole and the failed one is not there", () =>
  inFolder(async (dir) => {
    let fail = false;
    const failing: FileSystem = {
      ...nodeFileSystem,
      open: async (path, mode) => {
        const file = await nodeFileSystem.open(path, mode);
        return {
          ...file,
          write: async (bytes, position) => {
            if (!fail) return file.write(bytes, position);
            fail = false;
            await file.write(bytes.subarray(0, 50), position);
            throw Object.assign(new Error("full"), { code: "ENOSPC" });
          },
        };
      },
    };
    const { journal } = await openJournal(options(dir, failing));
    await journal.append(draft(1));
    fail = true;
    await expect(journal.append(draft(2))).rejects.toMatchObject({ code: "ENOSPC" });
    await journal.append(draft(3));
    const report = await journal.verify();
    expect([report.lines, report.breaks]).toEqual([2, []]);
    const ids: unknown[] = [];
    for await (const { entry } of journal.records()) ids.push(entry?.subject?.id);
    expect(ids).toEqual(["ord_1", "ord_3"]);
    await journal.close();
  }));
