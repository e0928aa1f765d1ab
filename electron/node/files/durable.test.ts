import { link, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ensureFolder, keepCopy, readIfThere, stageFile, writeAll } from "./durable.ts";
import { attempt, DeskFailure, toAppError } from "./file-error.ts";
import { type FileSystem, nodeFileSystem, type OpenFile } from "./file-system.ts";

async function inFolder(task: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "desk-files-"));
  try {
    await task(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

test("writing goes on after short writes until all bytes are there, in order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 500 }),
      fc.integer({ min: 1, max: 50 }),
      async (bytes, most) => {
        const got: number[] = [];
        const file = {
          write: (part: Uint8Array) => {
            const taken = part.subarray(0, most);
            got.push(...taken);
            return Promise.resolve(taken.length);
          },
        } as unknown as OpenFile;
        await writeAll(file, bytes);
        expect(got).toEqual([...bytes]);
      },
    ),
  );
});

test("a file that takes no more bytes is an error, not an endless loop", async () => {
  const file = { write: () => Promise.resolve(0) } as unknown as OpenFile;
  await expect(writeAll(file, Buffer.from("x"))).rejects.toThrow("files.no-progress");
});

test("a staged file that could not be written leaves nothing behind", () =>
  inFolder(async (dir) => {
    const failing: FileSystem = {
      ...nodeFileSystem,
      open: async (path, mode) => ({
        ...(await nodeFileSystem.open(path, mode)),
        sync: () => Promise.reject(Object.assign(new Error("io"), { code: "EIO" })),
      }),
    };
    await expect(stageFile(failing, join(dir, "x.tmp"), Buffer.from("x"))).rejects.toThrow("io");
    expect(await readdir(dir)).toEqual([]);
  }));

test("the kept copy of a file does not change when the file is replaced, with links or without", () =>
  inFolder(async (dir) => {
    for (const works of [true, false]) {
      const fs: FileSystem = {
        ...nodeFileSystem,
        link: works
          ? link
          : () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTSUP" })),
      };
      const live = join(dir, `live-${works}`);
      const kept = join(dir, `kept-${works}`);
      await writeFile(live, "old");
      await keepCopy(fs, live, kept);
      await keepCopy(fs, live, kept);
      await stageFile(fs, `${live}.tmp`, Buffer.from("new"));
      await fs.rename(`${live}.tmp`, live);
      expect(await readFile(kept, "utf8")).toBe("old");
    }
  }));

test("folders are made with their parents and are for the owner alone", () =>
  inFolder(async (dir) => {
    const deep = join(dir, "a", "b", "c");
    await ensureFolder(nodeFileSystem, deep);
    await ensureFolder(nodeFileSystem, deep);
    expect((await stat(deep)).mode & 0o077).toBe(0);
  }));

test("a missing file is undefined, one above the limit is refused unread", () =>
  inFolder(async (dir) => {
    expect(await readIfThere(nodeFileSystem, join(dir, "none"), 10)).toBeUndefined();
    await writeFile(join(dir, "big"), Buffer.alloc(100));
    await expect(readIfThere(nodeFileSystem, join(dir, "big"), 10)).rejects.toThrow(
      "files.too-large",
    );
    await expect(readIfThere(nodeFileSystem, dir, 10)).rejects.toThrow("files.not-a-file");
  }));

test("system errors become codes with the path, and a failure keeps its own", async () => {
  const thrown = Object.assign(new Error("x"), { code: "ENOSPC" });
  expect(toAppError(thrown, "/p")).toEqual({
    code: "files.disk-full",
    params: { path: "/p", errno: "ENOSPC" },
  });
  const failure = new DeskFailure({ code: "store.closed", params: {} });
  expect(await attempt("/p", () => Promise.reject(failure))).toEqual({
    ok: false,
    error: { code: "store.closed", params: {} },
  });
});
