import { copyFile, cp, readdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyJournal } from "#store";
import { inFolder, must, note, openNotes } from "./sample.ts";

const by = { by: "psn_wang" };
const segment = (dir: string) => join(dir, "journal", "000001.ndjson");

async function made(dir: string, count = 4): Promise<void> {
  const workspace = await openNotes(dir);
  for (let n = 0; n < count; n += 1) {
    must(await workspace.collection("notes").put(`nte_${n}`, note("kept", n), by));
  }
  must(await workspace.close());
}

async function found(dir: string): Promise<readonly string[]> {
  const { breaks } = must(await verifyJournal({ dir }));
  return breaks.map(({ error }) => error.code);
}

test("an untouched journal agrees with counter, index and documents", () =>
  inFolder(async (dir) => {
    await made(dir);
    expect(await found(dir)).toEqual([]);
  }));

test("a journal cut at any line is found, also where its counter and the index were deleted", () =>
  inFolder(async (dir) => {
    await made(dir);
    const lines = (await readFile(segment(dir), "utf8")).trimEnd().split("\n");
    for (let kept = lines.length - 1; kept >= 0; kept -= 1) {
      await writeFile(segment(dir), kept === 0 ? "" : `${lines.slice(0, kept).join("\n")}\n`);
      expect([kept, (await found(dir))[0]]).toEqual([kept, "journal.cut"]);
    }
    await rm(join(dir, "journal-head"));
    await rm(join(dir, "cache"), { recursive: true });
    await writeFile(segment(dir), `${lines.slice(0, 3).join("\n")}\n`);
    expect(await found(dir)).toContain("journal.counter-missing");
    expect(await found(dir)).toContain("journal.document-unknown");
  }));

test("a journal replaced by another sound one of the same length is found", () =>
  inFolder((dir) =>
    inFolder(async (other) => {
      await made(dir);
      await made(other);
      await copyFile(segment(other), segment(dir));
      expect(await found(dir)).toContain("journal.replaced");
    }),
  ));

test("a journal set back together with its counter does not account for the documents", () =>
  inFolder((dir) =>
    inFolder(async (old) => {
      await made(dir, 2);
      await cp(dir, old, { recursive: true });
      await made(dir, 3);
      await copyFile(segment(old), segment(dir));
      await copyFile(join(old, "journal-head"), join(dir, "journal-head"));
      await rm(join(dir, "cache"), { recursive: true });
      expect(await found(dir)).toContain("journal.document-unknown");
    }),
  ));

test("a journal renamed away or replaced during use loses no entry", () =>
  inFolder(async (dir) => {
    await made(dir);
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_0", note("before", 10), by));
    await copyFile(segment(dir), join(dir, "older"));
    await truncate(join(dir, "older"), 700);
    await rename(join(dir, "older"), segment(dir));
    must(await notes.put("nte_0", note("after a replacement", 11), by));
    await rename(segment(dir), join(dir, "journal", "away"));
    must(await notes.put("nte_0", note("after a renaming", 12), by));
    await rm(join(dir, "journal"), { recursive: true });
    must(await notes.put("nte_0", note("after a removal", 13), by));
    const codes = workspace.issues().map(({ error }) => error.code);
    expect(codes).toEqual(["journal.brought-back"]);
    must(await workspace.close());
    expect(await found(dir)).toEqual([]);
    expect((await readdir(join(dir, "quarantine"))).join()).toContain(".replaced");
    const again = await openNotes(dir);
    expect(again.issues()).toEqual([]);
    expect(must(await again.collection("notes").get("nte_0")).data.count).toBe(13);
    must(await again.close());
  }));

test("a journal cut in place during use goes on in a further file and shows the gap", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_0", note("before", 1), by));
    await truncate(segment(dir), 100);
    must(await notes.put("nte_0", note("after", 2), by));
    expect(workspace.issues().map(({ error }) => error.code)).toContain("journal.cut-in-use");
    must(await workspace.close());
    expect(await readdir(join(dir, "journal"))).toEqual(["000001.ndjson", "000002.ndjson"]);
    expect((await found(dir)).length).toBeGreaterThan(0);
    const text = await readFile(join(dir, "journal", "000002.ndjson"), "utf8");
    expect(text).toContain("document.save");
  }));

test("bytes that another program appends are set aside, and the chain goes on", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    must(await notes.put("nte_0", note("before", 1), by));
    await writeFile(segment(dir), "foreign\n", { flag: "a" });
    must(await notes.put("nte_0", note("after", 2), by));
    expect(workspace.issues().map(({ error }) => error.code)).toContain("journal.foreign-bytes");
    must(await workspace.close());
    expect(await found(dir)).toEqual([]);
  }));

test("a forged counter does not pass in an encrypted workspace", () =>
  inFolder(async (dir) => {
    const passphrase = "an invented passphrase";
    const strength = { n: 1024, r: 1, p: 1 };
    const workspace = await openNotes(dir, { encrypt: { passphrase, strength } });
    must(await workspace.collection("notes").put("nte_0", note("kept"), by));
    must(await workspace.close());
    const unlock = { passphrase };
    expect(must(await verifyJournal({ dir, unlock })).breaks).toEqual([]);
    expect(must(await verifyJournal({ dir })).breaks).toEqual([]);
    const head = await readFile(join(dir, "journal-head"), "latin1");
    await writeFile(join(dir, "journal-head"), head.replace(/^\d{15}/, "000000000000001"));
    const { breaks } = must(await verifyJournal({ dir, unlock }));
    expect(breaks.map(({ error }) => error.code)).toContain("journal.counter-unreadable");
  }));
