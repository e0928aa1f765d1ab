import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inspectFolder, verifyJournal } from "#store";
import { codeOf, inFolder, must, note, openNotes, tryNotes } from "./sample.ts";

const by = { by: "psn_wang" };

test("a folder full of other files is refused by name and stays as it is", () =>
  inFolder(async (dir) => {
    await writeFile(join(dir, "报价.xlsx"), "invented");
    await mkdir(join(dir, "photos"));
    for (const mode of ["write", "read"] as const) {
      const opened = await tryNotes(dir, { mode });
      expect(opened).toMatchObject({
        error: {
          code: "store.folder-in-use",
          params: { files: ["photos", "报价.xlsx"], count: 2 },
        },
      });
    }
    expect((await readdir(dir)).sort()).toEqual(["photos", "报价.xlsx"]);
    expect(must(await inspectFolder(dir))).toMatchObject({
      kind: "other",
      problem: { code: "store.folder-in-use" },
    });
    expect(codeOf(await verifyJournal({ dir }))).toBe("store.folder-in-use");
  }));

test("a plain file is no workspace, and is said to be one", () =>
  inFolder(async (dir) => {
    const path = join(dir, "order.json");
    await writeFile(path, "{}");
    expect(codeOf(await tryNotes(path))).toBe("store.folder-is-file");
    expect(codeOf(await tryNotes(path, { mode: "read" }))).toBe("store.folder-is-file");
    expect(must(await inspectFolder(path)).problem?.code).toBe("store.folder-is-file");
  }));

test("an absent folder, an empty one, and one with what systems leave behind become workspaces", () =>
  inFolder(async (dir) => {
    for (const files of [undefined, [], [".DS_Store", "desktop.ini", "Thumbs.db"]]) {
      const place = join(dir, `place-${files?.length ?? "absent"}`);
      if (files) await mkdir(place);
      for (const name of files ?? []) await writeFile(join(place, name), "");
      const workspace = await openNotes(place);
      must(await workspace.close());
    }
  }));

test("a workspace that lost its own file is not begun anew over its documents", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    must(await workspace.collection("notes").put("nte_1", note("kept"), by));
    must(await workspace.close());
    await rm(join(dir, "workspace.json"));
    await rm(join(dir, "workspace-copy.json"));
    expect(codeOf(await tryNotes(dir))).toBe("store.manifest-missing");
    expect(await readdir(join(dir, "notes"))).toEqual(["nte_1.json"]);
  }));
