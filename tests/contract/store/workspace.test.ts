import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeOf, inFolder, must, note, openNotes } from "./sample.ts";

const by = { by: "psn_wang" };

test("a saved document is there after closing and opening again", () =>
  inFolder(async (dir) => {
    const first = await openNotes(dir);
    const saved = must(await first.collection("notes").put("nte_1", note("订单", 1), by));
    expect(saved.revision).toBe(1);
    must(await first.close());
    const second = await openNotes(dir);
    const read = must(await second.collection("notes").get("nte_1"));
    expect(read.data).toEqual(note("订单", 1));
    expect(second.collection("notes").list()).toMatchObject([
      { id: "nte_1", revision: 1, summary: { title: "订单", count: 1 } },
    ]);
    expect(second.issues()).toEqual([]);
    must(await second.close());
  }));

test("a save based on an older revision is refused and names both revisions", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_1", note("a"), { ...by, expectedRevision: 0 }));
    must(await notes.put("nte_1", note("b"), { ...by, expectedRevision: 1 }));
    const late = await notes.put("nte_1", note("c"), { ...by, expectedRevision: 1 });
    expect(late).toMatchObject({
      ok: false,
      error: { code: "store.conflict", params: { expected: 1, current: 2 } },
    });
    must(await workspace.close());
  }));

test("saves of one document that wait are merged, the last content wins and all are acknowledged", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    const puts = Array.from({ length: 50 }, (_, n) => notes.put("nte_1", note(`n${n}`, n), by));
    const results = await Promise.all(puts);
    expect(results.every((result) => result.ok)).toBe(true);
    const read = must(await notes.get("nte_1"));
    expect(read.data.count).toBe(49);
    expect(read.revision).toBeLessThan(50);
    must(await workspace.close());
  }));

test("a removed document rests in the bin, can be restored, purged and both can be undone", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_1", note("keep me"), by));
    must(await notes.remove("nte_1", by));
    expect(notes.list()).toEqual([]);
    expect(notes.trash().map(({ id }) => id)).toEqual(["nte_1"]);
    expect(codeOf(await notes.get("nte_1"))).toBe("store.no-such-document");
    expect(codeOf(await notes.put("nte_1", note("again"), by))).toBe("store.in-bin");
    must(await workspace.undo());
    expect(must(await notes.get("nte_1")).data.title).toBe("keep me");
    must(await notes.remove("nte_1", by));
    must(await notes.purge("nte_1", by));
    expect(notes.trash()).toEqual([]);
    must(await workspace.undo());
    expect(notes.trash().map(({ id }) => id)).toEqual(["nte_1"]);
    must(await notes.restore("nte_1", by));
    must(await workspace.close());
    const again = await openNotes(dir);
    expect(again.issues()).toEqual([]);
    expect(must(await again.collection("notes").get("nte_1")).data.title).toBe("keep me");
    must(await again.close());
  }));

test("earlier versions are kept and one can be made current again", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    for (const title of ["one", "two", "three"]) must(await notes.put("nte_1", note(title), by));
    const versions = must(await notes.versions("nte_1"));
    expect(versions.map(({ revision }) => revision)).toEqual([3, 2, 1]);
    expect(must(await notes.version("nte_1", 1)).data.title).toBe("one");
    must(await notes.revert("nte_1", 1, by));
    const now = must(await notes.get("nte_1"));
    expect([now.data.title, now.revision]).toEqual(["one", 4]);
    must(await workspace.undo());
    expect(must(await notes.get("nte_1")).data.title).toBe("three");
    must(await workspace.close());
  }));

test("a damaged file goes to quarantine, the last good version is shown and both paths are told", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_1", note("good"), by));
    must(await notes.put("nte_1", note("newer"), by));
    const path = join(dir, "notes", "nte_1.json");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace("newer", "newfr"));
    const read = must(await notes.get("nte_1"));
    expect(read.data.title).toBe("good");
    expect(read.damaged).toMatchObject({
      code: "store.document-damaged",
      params: { reason: "hash", lastGoodRevision: 1 },
    });
    const kept = await readdir(join(dir, "quarantine"));
    expect(kept).toHaveLength(1);
    expect(codeOf(await notes.put("nte_1", note("over"), by))).toBe("store.needs-decision");
    const adopted = must(await notes.adopt("nte_1", by));
    expect(adopted.revision).toBe(3);
    expect(workspace.issues()).toEqual([]);
    expect(codeOf(await notes.put("nte_1", note("over"), by))).toBe("ok");
    must(await workspace.close());
  }));

test("a file put back to an older state from outside is noticed", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    const path = join(dir, "notes", "nte_1.json");
    must(await notes.put("nte_1", note("old"), by));
    const old = await readFile(path);
    must(await notes.put("nte_1", note("new"), by));
    must(await workspace.close());
    await writeFile(path, old);
    const again = await openNotes(dir);
    const found = await again.scanChanges();
    expect(found.map(({ error }) => error.code)).toEqual(["store.document-rolled-back"]);
    const read = must(await again.collection("notes").get("nte_1"));
    expect(read.damaged?.code).toBe("store.document-rolled-back");
    must(await again.close());
  }));

test("without its index a workspace opens to the same list", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    for (let n = 0; n < 20; n += 1) {
      must(await workspace.collection("notes").put(`nte_${n}`, note(`t${n}`, n), by));
    }
    must(await workspace.collection("notes").remove("nte_3", by));
    const before = workspace.collection("notes").list();
    must(await workspace.close());
    await rm(join(dir, "cache"), { recursive: true });
    const again = await openNotes(dir);
    expect(again.collection("notes").list()).toEqual(before);
    expect(again.collection("notes").trash()).toHaveLength(1);
    expect(again.issues()).toEqual([]);
    must(await again.close());
  }));

test("a second opener is told who holds the workspace and may read while the writer writes", () =>
  inFolder(async (dir) => {
    const writer = await openNotes(dir);
    await expect(openNotes(dir)).rejects.toThrow(/store.held-by-other.*Wang Li/);
    const reader = await openNotes(dir, { mode: "read" });
    must(await writer.collection("notes").put("nte_1", note("live"), by));
    await reader.refresh();
    expect(reader.collection("notes").list()).toMatchObject([{ id: "nte_1" }]);
    expect(must(await reader.collection("notes").get("nte_1")).data.title).toBe("live");
    const refused = await reader.collection("notes").put("nte_2", note("no"), by);
    expect(codeOf(refused)).toBe("store.opened-read-only");
    must(await reader.close());
    must(await writer.close());
    const next = await openNotes(dir);
    must(await next.close());
  }));

test("the journal tells of every save with old and new hash, and verifies", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    const one = must(await notes.put("nte_1", note("one"), by));
    const two = must(await notes.put("nte_1", note("two"), by));
    const seen: unknown[] = [];
    for await (const { entry } of workspace.journal.records()) {
      if (entry?.subject) seen.push([entry.verb, entry.by, entry.old, entry.new]);
    }
    expect(seen).toEqual([
      ["document.create", "psn_wang", undefined, one.sha256],
      ["document.save", "psn_wang", one.sha256, two.sha256],
    ]);
    const report = await workspace.journal.verify();
    expect(report.breaks).toEqual([]);
    must(await workspace.close());
  }));

test("several documents are saved together or not at all", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_1", note("one"), by));
    const refused = await workspace.saveAll(
      [
        { collection: "cards", id: "crd_1", data: { name: "card" }, expectedRevision: 0 },
        { collection: "notes", id: "nte_1", data: note("two"), expectedRevision: 0 },
      ],
      by,
    );
    expect(codeOf(refused)).toBe("store.conflict");
    expect(workspace.collection("cards").list()).toEqual([]);
    const saved = must(
      await workspace.saveAll(
        [
          { collection: "cards", id: "crd_1", data: { name: "card" }, expectedRevision: 0 },
          { collection: "notes", id: "nte_1", data: note("two"), expectedRevision: 1 },
        ],
        by,
      ),
    );
    expect(saved.map(({ revision }) => revision)).toEqual([1, 2]);
    must(await workspace.close());
    const again = await openNotes(dir);
    expect(must(await again.collection("notes").get("nte_1")).data.title).toBe("two");
    expect(must(await again.collection("cards").get("crd_1")).data.name).toBe("card");
    must(await again.close());
  }));

test("named files are written whole, listed and removed, and tricks in names are refused", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    must(await workspace.files.write("lists", "list-1.json", Buffer.from("[1]")));
    expect(must(await workspace.files.list("lists"))).toEqual(["list-1.json"]);
    expect(Buffer.from(must(await workspace.files.read("lists", "list-1.json"))).toString()).toBe(
      "[1]",
    );
    for (const name of ["../x", "a/../b", "..", "A b", "con/x"]) {
      const refused = await workspace.files.write("lists", name, Buffer.from("x"));
      expect(codeOf(refused)).toBe("store.bad-file-name");
    }
    must(await workspace.files.remove("lists", "list-1.json"));
    expect(must(await workspace.files.list("lists"))).toEqual([]);
    must(await workspace.close());
  }));
