import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FileSystem, nodeFileSystem } from "#node/files";
import { codeOf, inFolder, must, note, openNotes, tryNotes } from "./sample.ts";

const by = { by: "psn_wang" };
const passphrase = "an invented passphrase";
const strength = { n: 1024, r: 1, p: 1 };
const unlock = { passphrase };
const manifests = ["workspace.json", "workspace-copy.json"];

async function made(dir: string): Promise<void> {
  const workspace = await openNotes(dir, { encrypt: { passphrase, strength } });
  must(await workspace.collection("notes").put("nte_1", note("secret"), by));
  must(await workspace.close());
}

// biome-ignore lint/suspicious/noExplicitAny: a test takes the file apart as somebody would by hand.
async function edit(dir: string, names: readonly string[], change: (manifest: any) => void) {
  for (const name of names) {
    const manifest = JSON.parse(await readFile(join(dir, name), "utf8"));
    change(manifest);
    await writeFile(join(dir, name), JSON.stringify(manifest));
  }
}

const otherLetter = (text: string) => (text.startsWith("A") ? "B" : "A") + text.slice(1);

for (const old of [false, true]) {
  const which = old ? "a manifest of an earlier program, without a sum" : "a manifest with its sum";
  test(`one changed letter in the wrapped key of ${which} does not make the passphrase wrong`, () =>
    inFolder(async (dir) => {
      await made(dir);
      if (old) {
        await edit(dir, manifests, (manifest) => {
          delete manifest.sum;
          delete manifest.counted;
        });
      }
      await edit(dir, ["workspace.json"], ({ encryption }) => {
        for (const wrap of encryption.wraps) wrap.wrapped = otherLetter(wrap.wrapped);
      });
      const again = await openNotes(dir, { unlock });
      expect(again.issues().map(({ error }) => error.code)).toEqual(["store.manifest-from-copy"]);
      expect(must(await again.collection("notes").get("nte_1")).data.title).toBe("secret");
      must(await again.close());
      expect((await openNotes(dir, { unlock })).issues()).toEqual([]);
    }));
}

const traps: Readonly<Record<string, object>> = {
  "a number of rounds that is no power of two": { n: 100_000 },
  "35 seconds of work": { n: 1_048_576, r: 8, p: 4 },
  "more work than twice ours": { n: 262_144, r: 8, p: 2 },
  "a salt that is none": { salt: "?" },
  "an empty salt": { salt: "" },
};
for (const [name, kdf] of Object.entries(traps)) {
  test(`${name} in both manifests is refused at once, and the lock is let go`, () =>
    inFolder(async (dir) => {
      await made(dir);
      await edit(dir, manifests, (manifest) => {
        delete manifest.sum;
        delete manifest.counted;
        for (const wrap of manifest.encryption.wraps) Object.assign(wrap.kdf, kdf);
      });
      const begun = performance.now();
      expect(codeOf(await tryNotes(dir, { unlock }))).toBe("store.manifest-damaged");
      expect(performance.now() - begun).toBeLessThan(2000);
    }));
}

test("a key store that throws leaves no lock behind", () =>
  inFolder(async (dir) => {
    await made(dir);
    const refusing = { protect: () => Promise.reject(new Error()), reveal: () => Promise.reject() };
    expect(codeOf(await tryNotes(dir, { unlock: { keyStore: refusing } }))).toBe(
      "store.no-key-store",
    );
    const hostile = new Proxy(
      { passphrase: "" },
      {
        has: () => {
          throw new Error("fault");
        },
      },
    );
    expect(codeOf(await tryNotes(dir, { unlock: hostile }))).not.toBe("ok");
    const next = await openNotes(dir, { unlock });
    expect(next.tookOver).toBeUndefined();
    must(await next.close());
  }));

const strips: Readonly<Record<string, readonly string[]>> = {
  "vault and journal": ["vault", "journal"],
  "vault, journal, cache and history": ["vault", "journal", "cache", "history"],
  "journal alone": ["journal"],
};
for (const [name, folders] of Object.entries(strips)) {
  test(`encryption taken out of both manifests with ${name} deleted is refused`, () =>
    inFolder(async (dir) => {
      await made(dir);
      await edit(dir, manifests, (manifest) => {
        for (const part of ["encryption", "sum", "counted"]) delete manifest[part];
      });
      for (const folder of folders) await rm(join(dir, folder), { recursive: true, force: true });
      expect(codeOf(await tryNotes(dir))).toBe("store.encryption-missing");
      expect(codeOf(await tryNotes(dir, { mode: "read" }))).toBe("store.encryption-missing");
    }));
}

test("a folder in which another process makes a workspace at this moment is not called in use", () =>
  inFolder(async (dir) => {
    let isMade = false;
    const fs: FileSystem = {
      ...nodeFileSystem,
      list: async (path) => {
        if (path === dir && !isMade) {
          isMade = true;
          const other = await openNotes(dir);
          must(await other.collection("notes").put("nte_1", note("made meanwhile"), by));
          must(await other.close());
        }
        return await nodeFileSystem.list(path);
      },
    };
    const workspace = await openNotes(dir, { fs });
    expect(isMade).toBe(true);
    expect(must(await workspace.collection("notes").get("nte_1")).data.title).toBe(
      "made meanwhile",
    );
    must(await workspace.close());
  }));
