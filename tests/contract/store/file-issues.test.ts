import {
  copyFile,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { type FileSystem, nodeFileSystem } from "#node/files";
import { listSnapshots, openWorkspace, restoreSnapshotTo, verifyJournal } from "#store";
import {
  codeOf,
  inFolder,
  must,
  note,
  noteSpecs,
  openNotes,
  tickingClock,
  tryNotes,
} from "./sample.ts";

const by = { by: "psn_wang" };

/** The real file system until told to fail. */
function failing() {
  let code: string | undefined;
  const fs: FileSystem = {
    ...nodeFileSystem,
    open: (path, mode) => {
      if (code && mode !== "r") return Promise.reject(Object.assign(new Error(code), { code }));
      return nodeFileSystem.open(path, mode);
    },
  };
  return {
    fs,
    fail: (next: string | undefined) => {
      code = next;
    },
  };
}

for (const [errno, code] of [
  ["ENOSPC", "files.disk-full"],
  ["EROFS", "files.read-only"],
  ["EACCES", "files.no-permission"],
  ["ENAMETOOLONG", "files.path-too-long"],
] as const) {
  test(`on ${errno} the edit stays in memory, is named as unsaved, and is saved once that is possible`, () =>
    inFolder(async (dir) => {
      const { fs, fail } = failing();
      const waiting: (() => void)[] = [];
      const later = (_ms: number, task: () => void) => {
        waiting.push(task);
        return () => undefined;
      };
      const workspace = await openNotes(dir, { fs, later });
      const notes = workspace.collection("notes");
      must(await notes.put("nte_1", note("before"), by));
      fail(errno);
      const refused = await notes.put("nte_1", note("edit"), { ...by, expectedRevision: 1 });
      expect(refused).toMatchObject({ ok: false, error: { code, params: { kept: true } } });
      expect(workspace.unsaved().map(({ id }) => id)).toEqual(["nte_1"]);
      const shown = must(await notes.get("nte_1"));
      expect([shown.data.title, shown.unsaved?.code]).toEqual(["edit", code]);
      expect(codeOf(await workspace.close())).toBe("store.unsaved-edits");
      fail(undefined);
      expect(await workspace.retryUnsaved()).toEqual([]);
      const saved = must(await notes.get("nte_1"));
      expect([saved.data.title, saved.unsaved]).toEqual(["edit", undefined]);
      must(await workspace.close());
      const again = await openNotes(dir);
      expect(must(await again.collection("notes").get("nte_1")).data.title).toBe("edit");
      expect((await again.journal.verify()).breaks).toEqual([]);
      must(await again.close());
    }));
}

test("a clock set back is told and loses nothing", () =>
  inFolder(async (dir) => {
    const first = await openNotes(dir);
    must(await first.collection("notes").put("nte_1", note("one"), by));
    must(await first.close());
    const now = tickingClock(Date.parse("2001-01-01T00:00:00.000Z"));
    const second = await openNotes(dir, { now });
    expect(second.issues().map(({ error }) => error.code)).toEqual(["store.clock-set-back"]);
    must(await second.collection("notes").put("nte_1", note("two"), by));
    must(await second.close());
    const third = await openNotes(dir);
    expect(must(await third.collection("notes").get("nte_1")).data.title).toBe("two");
    must(await third.close());
  }));

test("a change by another program is noticed before it is overwritten, and kept", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_1", note("one"), by));
    must(await notes.put("nte_2", note("two"), by));
    const path = join(dir, "notes", "nte_1.json");
    await writeFile(path, "something else entirely");
    must(await notes.put("nte_1", note("mine"), by));
    const [issue] = workspace.issues();
    expect(issue?.error.code).toBe("store.changed-outside-kept");
    const kept = String(issue?.error.params["kept"]);
    expect(await readFile(kept, "utf8")).toBe("something else entirely");
    must(await workspace.close());
  }));

test("a file that was only touched is no change, one copied over is reported, a stray one is named", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_1", note("one"), by));
    must(await notes.put("nte_2", note("two"), by));
    const folder = join(dir, "notes");
    await utimes(join(folder, "nte_1.json"), 1, 1);
    expect(await workspace.scanChanges()).toEqual([]);
    await copyFile(join(folder, "nte_1.json"), join(folder, "nte_1 (conflicted copy).json"));
    await copyFile(join(folder, "nte_1.json"), join(folder, "nte_2.json"));
    const codes = (await workspace.scanChanges()).map(({ error }) => error.code).sort();
    expect(codes).toEqual(["store.document-damaged-alone", "store.unknown-file"]);
    expect(codeOf(await notes.remove("nte_2", by))).toBe("ok");
    expect(notes.list().map(({ id }) => id)).toEqual(["nte_1"]);
    must(await workspace.close());
  }));

test("a journal cut short behind the desk's back is reported although its lines still hold together", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    for (let n = 0; n < 5; n += 1)
      must(await workspace.collection("notes").put("nte_1", note("x", n), by));
    must(await workspace.close());
    const [segment] = await readdir(join(dir, "journal"));
    const path = join(dir, "journal", segment ?? "");
    const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
    await writeFile(path, `${lines.slice(0, 4).join("\n")}\n`);
    const told = async () => {
      const { breaks } = must(await verifyJournal({ dir }));
      return breaks.map(({ error }) => error.code);
    };
    expect(await told()).toEqual(["journal.cut", "journal.document-ahead"]);
    const again = await openNotes(dir);
    const codes = again.issues().map(({ error }) => error.code);
    expect(codes).toContain("store.journal-not-continued");
    expect(codes).toContain("store.changed-outside");
    expect(codes).toContain("journal.cut");
    must(await again.close());
    // Written into the journal: what is appended later does not cover it.
    expect(await told()).toContain("journal.cut-recorded");
  }));

test("a changed line in the journal is reported with file and line, a torn last one is repaired and kept", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    for (let n = 0; n < 5; n += 1)
      must(await workspace.collection("notes").put("nte_1", note("x", n), by));
    must(await workspace.close());
    const path = join(dir, "journal", "000001.ndjson");
    const whole = await readFile(path, "utf8");
    await writeFile(path, `${whole}{"body":{"seq":99,"pr`);
    const repaired = await openNotes(dir);
    expect(repaired.issues().map(({ error }) => error.code)).toEqual(["store.journal-repaired"]);
    expect((await readdir(join(dir, "quarantine"))).join()).toMatch(/^journal-1-\d+\.torn$/);
    must(await repaired.close());
    expect(must(await verifyJournal({ dir })).breaks).toEqual([]);
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace('"revision":2', '"revision":3'));
    const report = must(await verifyJournal({ dir }));
    expect(report.breaks).toMatchObject([{ file: "000001.ndjson", line: 4 }, { line: 5 }]);
  }));

test("without its journal the documents are still there, marked as not accounted for", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    must(await workspace.collection("notes").put("nte_1", note("kept"), by));
    must(await workspace.close());
    await rm(join(dir, "journal"), { recursive: true });
    const again = await openNotes(dir);
    const codes = again.issues().map(({ error }) => error.code);
    expect(codes).toContain("store.not-in-journal");
    const notes = again.collection("notes");
    expect(must(await notes.get("nte_1")).data.title).toBe("kept");
    must(await notes.adopt("nte_1", by));
    expect(must(await notes.get("nte_1")).damaged).toBeUndefined();
    must(await again.close());
  }));

const second = {
  ...noteSpecs,
  notes: {
    schema: z.strictObject({ heading: z.string(), body: z.string(), count: z.number() }),
    version: 2,
    migrations: [
      {
        from: 1,
        to: 2,
        note: "title is called heading",
        migrate: (data: unknown) => {
          const { title, ...rest } = data as { title: string };
          return { heading: title, ...rest };
        },
      },
    ],
    summaryVersion: 2,
    summary: ({ heading }: { heading: string }) => ({ heading }),
  },
};

test("documents of an older version are migrated when read and written so when saved", () =>
  inFolder(async (dir) => {
    const old = await openNotes(dir);
    must(await old.collection("notes").put("nte_1", note("old title", 3), by));
    must(await old.close());
    const clock = {
      now: tickingClock(Date.parse("2027-01-01T00:00:00Z")),
      newId: (p: string) => p,
    };
    const opened = must(await openWorkspace({ dir, collections: second, mode: "write", ...clock }));
    const notes = opened.collection("notes");
    expect(notes.list().map(({ summary }) => summary)).toEqual([{ heading: "old title" }]);
    const read = must(await notes.get("nte_1"));
    expect(read.data).toEqual({ heading: "old title", body: "", count: 3 });
    must(await notes.put("nte_1", { ...read.data, count: 4 }, by));
    must(await opened.close());
    const backups = join(dir, "backups");
    const [kept] = must(await listSnapshots(nodeFileSystem, backups));
    const target = join(dir, "as-before");
    const before = { fs: nodeFileSystem, backupDir: backups, id: kept?.id ?? "", target };
    must(await restoreSnapshotTo(before));
    const restored = await openNotes(target);
    expect([
      restored.mode,
      must(await restored.collection("notes").get("nte_1")).data.count,
    ]).toEqual(["write", 3]);
    must(await restored.close());
    const older = must(await tryNotes(dir));
    expect(older.mode).toBe("read");
    expect(older.readOnlyReason).toMatchObject({
      code: "store.workspace-newer",
      params: { collection: "notes", version: 2, known: 1 },
    });
    expect(codeOf(await older.collection("notes").get("nte_1"))).toBe("store.document-newer");
    must(await older.close());
  }));

test("a list of migrations with a gap is refused before anything is opened", () =>
  inFolder(async (dir) => {
    const broken = { notes: { ...second.notes, version: 3 } };
    const clock = { now: tickingClock(), newId: (prefix: string) => prefix };
    const opened = await openWorkspace({ dir, collections: broken, mode: "write", ...clock });
    expect(codeOf(opened)).toBe("store.migrations-broken");
    expect(await readdir(dir)).toEqual([]);
  }));

test("a folder taken away while the desk is open is made again instead of losing the save", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_1", note("one"), by));
    await rm(join(dir, "notes"), { recursive: true });
    must(await notes.put("nte_2", note("two"), by));
    expect(must(await notes.get("nte_2")).data.title).toBe("two");
    const codes = (await workspace.scanChanges()).map(({ error }) => error.code);
    expect(codes).toEqual(["store.document-missing"]);
    must(await workspace.close());
  }));

test("an edit is kept in memory and saved later although a look found its whole folder away", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_1", note("one"), by));
    await rename(join(dir, "notes"), join(dir, "away"));
    await writeFile(join(dir, "notes"), "in the way");
    const codes = (await workspace.scanChanges()).map(({ error }) => error.code);
    expect(codes).toEqual(["store.document-missing"]);
    expect((await notes.put("nte_1", note("two"), by)).ok).toBe(false);
    expect(workspace.unsaved().map(({ id }) => id)).toEqual(["nte_1"]);
    await rm(join(dir, "notes"));
    await rename(join(dir, "away"), join(dir, "notes"));
    expect(await workspace.retryUnsaved()).toEqual([]);
    expect(must(await notes.get("nte_1")).data.title).toBe("two");
    expect(workspace.issues()).toEqual([]);
    must(await workspace.close());
  }));

test("a reader follows the writer by itself", () =>
  inFolder(async (dir) => {
    const writer = await openNotes(dir);
    const waiting: (() => void)[] = [];
    const later = (_ms: number, task: () => void) => {
      waiting.push(task);
      return () => undefined;
    };
    const reader = await openNotes(dir, { mode: "read", later });
    const seen: string[] = [];
    const heard = new Promise<void>((resolve) => {
      reader.subscribe((event) => {
        if (event.kind === "changed") seen.push(`${event.id} ${event.cause}`);
        resolve();
      });
    });
    must(await writer.collection("notes").put("nte_1", note("news"), by));
    waiting.shift()?.();
    await heard;
    expect(seen).toEqual(["nte_1 outside"]);
    expect(reader.collection("notes").list()).toHaveLength(1);
    must(await reader.close());
    must(await writer.close());
  }));

test("on a file system without hard links everything works, versions included", () =>
  inFolder(async (dir) => {
    const fs: FileSystem = {
      ...nodeFileSystem,
      link: () => Promise.reject(Object.assign(new Error("no links"), { code: "EPERM" })),
    };
    const workspace = await openNotes(dir, { fs });
    const notes = workspace.collection("notes");
    for (const title of ["one", "two", "three"]) must(await notes.put("nte_1", note(title), by));
    expect(must(await notes.version("nte_1", 1)).data.title).toBe("one");
    expect(codeOf(await tryNotes(dir, { fs }))).toBe("store.held-by-other");
    must(await workspace.close());
    const again = await openNotes(dir, { fs });
    expect(again.issues()).toEqual([]);
    must(await again.close());
  }));

test("reading and looking for changes while documents are saved, removed and restored raises no false alarm", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    const alarms: string[] = [];
    workspace.subscribe((event) => {
      if (event.kind === "issue") alarms.push(event.issue.error.code);
    });
    const work = async (id: string) => {
      for (let n = 0; n < 30; n += 1) {
        must(await notes.put(id, note("x", n), by));
        if (n % 10 !== 9) continue;
        must(await notes.remove(id, by));
        must(await notes.restore(id, by));
      }
    };
    let busy = true;
    const looking = (async () => {
      while (busy) {
        await workspace.scanChanges();
        for (const id of ["nte_a", "nte_b", "nte_c", "nte_d"]) {
          const read = await notes.get(id);
          if (read.ok && read.value.damaged) alarms.push(`read ${read.value.damaged.code}`);
        }
      }
    })();
    await Promise.all(["nte_a", "nte_b", "nte_c", "nte_d"].map(work));
    busy = false;
    await looking;
    expect(alarms).toEqual([]);
    must(await workspace.close());
  }));

test("soon after opening all files are read through, and damage is told without anybody opening a document", () =>
  inFolder(async (dir) => {
    const before = await openNotes(dir);
    for (let n = 1; n <= 20; n += 1) {
      must(await before.collection("notes").put(`nte_${n}`, note("whole", n), by));
      must(await before.collection("notes").put(`nte_${n}`, note("whole again", n), by));
    }
    must(await before.close());
    const path = join(dir, "notes", "nte_7.json");
    const { atime, mtime } = await stat(path);
    const bytes = await readFile(path);
    bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1;
    // In place, same size, same time: nothing but reading tells.
    const file = await open(path, "r+");
    await file.write(bytes, 0, bytes.length, 0);
    await file.close();
    await utimes(path, atime, mtime);
    const waiting: (() => void)[] = [];
    const later = (_ms: number, task: () => void) => {
      waiting.push(task);
      return () => undefined;
    };
    const workspace = await openNotes(dir, { later });
    const notes = workspace.collection("notes");
    expect(notes.list().filter(({ issue }) => issue)).toEqual([]);
    const told = new Promise<string | undefined>((resolve) => {
      workspace.subscribe((event) => {
        if (event.kind === "issue") resolve(event.issue.id);
      });
    });
    const timer = setInterval(() => waiting.shift()?.(), 1);
    expect(await told).toBe("nte_7");
    clearInterval(timer);
    const [row] = notes.list().filter(({ issue }) => issue);
    expect([row?.id, row?.issue?.code]).toEqual(["nte_7", "store.document-damaged"]);
    expect(await readdir(join(dir, "quarantine"))).toHaveLength(1);
    must(await workspace.close({ force: true }));
  }));

test("a reader that looks through the files reports damage and changes nothing", () =>
  inFolder(async (dir) => {
    const before = await openNotes(dir);
    must(await before.collection("notes").put("nte_1", note("whole"), by));
    must(await before.close());
    const path = join(dir, "notes", "nte_1.json");
    await writeFile(path, (await readFile(path, "utf8")).replace("whole", "WHOLE"));
    const reader = await openNotes(dir, { mode: "read" });
    const step = reader.examination();
    while (await step());
    expect(reader.issues().map(({ error, id }) => [error.code, id])).toEqual([
      ["store.document-damaged-alone", "nte_1"],
    ]);
    expect(reader.collection("notes").list()[0]?.issue?.code).toBe("store.document-damaged-alone");
    expect(await readdir(dir)).not.toContain("quarantine");
    must(await reader.close());
  }));
