import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeFileSystem } from "#node/files";
import { listSnapshots, restoreSnapshotTo } from "#store";
import { codeOf, inFolder, must, note, openNotes } from "./sample.ts";

const by = { by: "psn_wang" };

test("a snapshot brings a whole workspace back and the present is kept", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_1", note("first"), by));
    must(await notes.put("nte_2", note("gone later"), by));
    const backup = must(await workspace.backups.create("psn_wang"));
    expect(backup.documents).toBe(2);
    must(await notes.put("nte_1", note("second"), by));
    must(await notes.remove("nte_2", by));
    must(await notes.put("nte_3", note("new"), by));
    const report = must(await workspace.restoreBackup(backup.id, by));
    expect([report.changed, report.removed, report.failed]).toEqual([
      ["notes/nte_1"],
      ["notes/nte_3"],
      [],
    ]);
    expect(must(await notes.get("nte_1")).data.title).toBe("first");
    expect(notes.list().map(({ id }) => id)).toEqual(["nte_1", "nte_2"]);
    expect(must(await notes.version("nte_1", 2)).data.title).toBe("second");
    must(await workspace.undo());
    expect(must(await notes.get("nte_1")).data.title).toBe("second");
    expect(notes.list().map(({ id }) => id)).toEqual(["nte_1", "nte_3"]);
    must(await workspace.close());
  }));

test("one document can be brought back alone", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_1", note("a"), by));
    must(await notes.put("nte_2", note("b"), by));
    const backup = must(await workspace.backups.create("psn_wang"));
    must(await notes.put("nte_1", note("a2"), by));
    must(await notes.put("nte_2", note("b2"), by));
    must(await workspace.restoreBackup(backup.id, { ...by, document: "nte_1" }));
    expect(must(await notes.get("nte_1")).data.title).toBe("a");
    expect(must(await notes.get("nte_2")).data.title).toBe("b2");
    const unknown = await workspace.restoreBackup(backup.id, { ...by, document: "nte_9" });
    expect(codeOf(unknown)).toBe("store.not-in-backup");
    must(await workspace.close());
  }));

test("a lost workspace is rebuilt from its backup folder and opens with an unbroken journal", () =>
  inFolder(async (dir) => {
    const home = join(dir, "home");
    const away = join(dir, "away");
    const workspace = await openNotes(home, { backup: { dir: away } });
    must(await workspace.collection("notes").put("nte_1", note("kept"), by));
    must(await workspace.evidence.put(Buffer.from("%PDF-1.7 invented"), by));
    const backup = must(await workspace.backups.create("psn_wang"));
    must(await workspace.close());
    await rm(home, { recursive: true });
    const listed = must(await listSnapshots(nodeFileSystem, away));
    expect(listed.map(({ id }) => id)).toEqual([backup.id]);
    const target = join(dir, "back");
    must(await restoreSnapshotTo({ fs: nodeFileSystem, backupDir: away, id: backup.id, target }));
    const again = await openNotes(target);
    expect(again.issues()).toEqual([]);
    expect(must(await again.collection("notes").get("nte_1")).data.title).toBe("kept");
    expect((await again.journal.verify()).breaks).toEqual([]);
    expect(must(await again.evidence.list())).toHaveLength(1);
    must(await again.close());
  }));

test("a changed or missing content in a backup is found by verify and never restored", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    must(await workspace.collection("notes").put("nte_1", note("kept"), by));
    const backup = must(await workspace.backups.create("psn_wang"));
    expect(must(await workspace.backups.verify(backup.id))).toMatchObject({
      missing: [],
      damaged: [],
    });
    const objects = join(dir, "backups", "objects");
    for (const folder of await readdir(objects)) {
      for (const name of await readdir(join(objects, folder))) {
        const path = join(objects, folder, name);
        const text = await readFile(path, "utf8");
        if (text.includes('"kept"')) await writeFile(path, text.replace('"kept"', '"kepT"'));
      }
    }
    const report = must(await workspace.backups.verify(backup.id));
    expect(report.damaged).toEqual(["notes/nte_1.json"]);
    const restored = await workspace.restoreBackup(backup.id, by);
    expect(codeOf(restored)).toBe("store.backup-damaged");
    must(await workspace.close());
  }));

test("equal contents are stored once and unused ones go with the last snapshot that names them", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    must(await workspace.collection("notes").put("nte_1", note("same"), by));
    const first = must(await workspace.backups.create("psn_wang"));
    const count = async () => {
      const folders = await readdir(join(dir, "backups", "objects"));
      const names = await Promise.all(
        folders.map((f) => readdir(join(dir, "backups", "objects", f))),
      );
      return names.flat().length;
    };
    const before = await count();
    const second = must(await workspace.backups.create("psn_wang"));
    expect(second.id).not.toBe(first.id);
    // The journal, and its head kept beside it.
    expect((await count()) - before).toBe(2);
    must(await workspace.backups.remove(second.id));
    expect(await count()).toBe(before);
    must(await workspace.close());
  }));

test("saves go on while a snapshot is taken and none is lost", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    for (let n = 0; n < 30; n += 1) must(await notes.put(`nte_${n}`, note("x", n), by));
    const taking = workspace.backups.create("psn_wang");
    const saving = Promise.all(
      Array.from({ length: 30 }, (_, n) => notes.put(`nte_${n}`, note("y", n), by)),
    );
    const backup = must(await taking);
    expect((await saving).every((result) => result.ok)).toBe(true);
    const target = join(dir, "restored");
    const backupDir = join(dir, "backups");
    must(await restoreSnapshotTo({ fs: nodeFileSystem, backupDir, id: backup.id, target }));
    const again = await openNotes(target);
    expect(again.issues().filter(({ error }) => error.code !== "store.clock-set-back")).toEqual([]);
    expect(again.collection("notes").list()).toHaveLength(30);
    must(await again.close());
    must(await workspace.close());
  }));
