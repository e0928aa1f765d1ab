import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyHead, makeLine, readLine } from "#shared/journal";
import { verifyJournal } from "#store";
import { codeOf, inFolder, must, note, openNotes, tryNotes } from "./sample.ts";

const by = { by: "psn_wang" };
const strength = { n: 1024, r: 8, p: 1 };
const passphrase = "正确的马电池订书钉";
const encrypt = { passphrase, strength };
const unlock = { passphrase };

async function allFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

test("an encrypted workspace opens with its passphrase and shows nothing of it in names or bytes", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir, { encrypt });
    const notes = workspace.collection("notes");
    must(await notes.put("nte_secret-name", note("机密标题", 7), by));
    must(await notes.put("nte_secret-name", note("机密标题二", 8), by));
    const evidence = Buffer.concat([Buffer.from("%PDF-"), Buffer.alloc(200_000, "机密证据")]);
    const stored = must(await workspace.evidence.put(evidence, by));
    must(await workspace.files.write("lists", "secret-list.json", Buffer.from("机密名单")));
    must(await workspace.backups.create("psn_wang"));
    must(await workspace.close());
    const secrets = ["机密", "secret-name", "secret-list", "psn_wang", stored.sha256];
    for (const path of await allFiles(dir)) {
      const bytes = await readFile(path);
      const shown = secrets.filter((secret) => path.includes(secret) || bytes.includes(secret));
      expect([path, shown]).toEqual([path, []]);
    }
    const again = await openNotes(dir, { unlock });
    expect(again.issues()).toEqual([]);
    expect(again.encrypted).toBe(true);
    expect(must(await again.collection("notes").get("nte_secret-name")).data.count).toBe(8);
    expect(must(await again.collection("notes").versions("nte_secret-name"))).toHaveLength(2);
    expect(Buffer.from(must(await again.evidence.read(stored.sha256))).equals(evidence)).toBe(true);
    expect(must(await again.evidence.list()).map(({ sha256 }) => sha256)).toEqual([stored.sha256]);
    expect(must(await again.files.list("lists"))).toEqual(["secret-list.json"]);
    expect((await again.journal.verify()).breaks).toEqual([]);
    must(await again.close());
  }));

test("a wrong passphrase, a mistyped and a foreign recovery code are told apart, and the code opens", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir, { encrypt });
    const code = workspace.recoveryCode ?? "";
    expect(code).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/);
    must(await workspace.close());
    expect(codeOf(await tryNotes(dir))).toBe("store.locked");
    expect(codeOf(await tryNotes(dir, { unlock: { passphrase: "something else" } }))).toBe(
      "store.wrong-passphrase",
    );
    const mistyped = `${code.startsWith("0") ? "1" : "0"}${code.slice(1)}`;
    expect(codeOf(await tryNotes(dir, { unlock: { recoveryCode: mistyped } }))).toBe(
      "store.recovery-code-mistyped",
    );
    const recovered = await openNotes(dir, { unlock: { recoveryCode: code.toLowerCase() } });
    expect(recovered.recoveryCode).toBeUndefined();
    must(await recovered.close());
  }));

test("after a change of passphrase only the new one opens, and no document was written anew", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir, { encrypt });
    must(await workspace.collection("notes").put("nte_1", note("kept"), by));
    const [file] = await readdir(join(dir, "vault"));
    const before = await readFile(join(dir, "vault", file ?? ""));
    expect(codeOf(await workspace.changePassphrase("short", { ...by, strength }))).toBe(
      "store.passphrase-too-short",
    );
    must(await workspace.changePassphrase("a new long passphrase", { ...by, strength }));
    must(await workspace.close());
    expect(codeOf(await tryNotes(dir, { unlock }))).toBe("store.wrong-passphrase");
    const again = await openNotes(dir, { unlock: { passphrase: "a new long passphrase" } });
    expect(must(await again.collection("notes").get("nte_1")).data.title).toBe("kept");
    expect((await readFile(join(dir, "vault", file ?? ""))).equals(before)).toBe(true);
    must(await again.close());
  }));

test("changed ciphertext, files exchanged within or between workspaces and a rolled-back file are detected", () =>
  inFolder(async (dir) => {
    const home = join(dir, "one");
    const workspace = await openNotes(home, { encrypt });
    const notes = workspace.collection("notes");
    for (const id of ["nte_1", "nte_2", "nte_3", "nte_4"]) must(await notes.put(id, note(id), by));
    must(await workspace.close());
    const vault = join(home, "vault");
    const names = await readdir(vault);
    const old = new Map<string, Buffer>();
    for (const name of names) old.set(name, await readFile(join(vault, name)));
    const second = await openNotes(home, { unlock });
    for (const id of ["nte_1", "nte_2", "nte_3", "nte_4"]) {
      must(await second.collection("notes").put(id, note(`${id} newer`), by));
    }
    must(await second.close());
    const fresh = new Map<string, Buffer>();
    for (const name of names) fresh.set(name, await readFile(join(vault, name)));
    const [a, b, c, d] = names as [string, string, string, string];
    const flipped = Buffer.from(fresh.get(a) ?? "");
    flipped[flipped.length - 3] = (flipped[flipped.length - 3] ?? 0) ^ 1;
    await writeFile(join(vault, a), flipped);
    await writeFile(join(vault, b), fresh.get(c) ?? "");
    await writeFile(join(vault, d), old.get(d) ?? "");
    const third = await openNotes(home, { unlock });
    const issues = await third.scanChanges();
    const codes = issues.map(({ error }) => error.code).sort();
    expect(codes).toEqual([
      "store.document-damaged",
      "store.document-damaged",
      "store.document-rolled-back",
    ]);
    must(await third.close());
    const other = join(dir, "two");
    const foreign = await openNotes(other, { encrypt });
    must(await foreign.collection("notes").put("nte_1", note("foreign"), by));
    must(await foreign.close());
    const [theirs] = await readdir(join(other, "vault"));
    await writeFile(join(other, "vault", theirs ?? ""), fresh.get(c) ?? "");
    const opened = await openNotes(other, { unlock });
    expect((await opened.scanChanges()).map(({ error }) => error.code)).toEqual([
      "store.document-damaged-alone",
    ]);
    must(await opened.close());
  }));

test("taking the encryption out of the manifest does not make the desk write in the clear", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir, { encrypt });
    must(await workspace.collection("notes").put("nte_1", note("secret"), by));
    must(await workspace.close());
    for (const name of ["workspace.json", "workspace-copy.json"]) {
      const manifest = JSON.parse(await readFile(join(dir, name), "utf8"));
      for (const part of ["encryption", "sum", "counted"]) delete manifest[part];
      await writeFile(join(dir, name), JSON.stringify(manifest));
    }
    expect(codeOf(await tryNotes(dir))).toBe("store.encryption-missing");
  }));

test("the system's key store opens the workspace once it was told to", () =>
  inFolder(async (dir) => {
    const flip = (bytes: Uint8Array) => Promise.resolve(bytes.map((byte) => byte ^ 0x5a));
    const keyStore = { protect: flip, reveal: flip };
    const workspace = await openNotes(dir, { encrypt });
    must(await workspace.collection("notes").put("nte_1", note("kept"), by));
    must(await workspace.setKeyStore(keyStore, by));
    must(await workspace.close());
    await cp(dir, `${dir}-copy`, { recursive: true });
    const again = await openNotes(dir, { unlock: { keyStore } });
    expect(must(await again.collection("notes").get("nte_1")).data.title).toBe("kept");
    must(await again.setKeyStore(undefined, by));
    must(await again.close());
    expect(codeOf(await tryNotes(dir, { unlock: { keyStore } }))).toBe("store.no-key-store");
    const refusing = { protect: flip, reveal: () => Promise.reject(new Error("no")) };
    const refused = await tryNotes(`${dir}-copy`, { unlock: { keyStore: refusing } });
    expect(codeOf(refused)).toBe("store.key-store-refused");
  }));

test("a plain workspace is copied encrypted and back with documents, versions, bin, evidence, files and journal", () =>
  inFolder(async (dir) => {
    const plain = await openNotes(join(dir, "plain"));
    const notes = plain.collection("notes");
    for (const title of ["一", "二", "三"]) must(await notes.put("nte_1", note(title), by));
    must(await notes.put("nte_2", note("removed"), by));
    must(await notes.remove("nte_2", by));
    const { sha256 } = must(await plain.evidence.put(Buffer.from("%PDF-1.7 invented"), by));
    must(await plain.files.write("lists", "list.json", Buffer.from("[]")));
    const sealedDir = join(dir, "sealed");
    const copied = must(await plain.copyEncrypted({ ...encrypt, dir: sealedDir, ...by }));
    expect(copied).toMatchObject({ documents: 2, versions: 2, evidence: 1 });
    const refused = await plain.copyEncrypted({ ...encrypt, dir: sealedDir, ...by });
    expect(codeOf(refused)).toBe("store.folder-not-empty");
    must(await plain.close());
    const code = copied.recoveryCode ?? "";
    const sealed = await openNotes(sealedDir, { unlock: { recoveryCode: code } });
    expect(sealed.issues()).toEqual([]);
    const backDir = join(dir, "back");
    must(await sealed.copyPlain({ dir: backDir, ...by }));
    must(await sealed.close());
    const back = await openNotes(backDir);
    expect(back.issues()).toEqual([]);
    const again = back.collection("notes");
    expect(must(await again.get("nte_1")).data.title).toBe("三");
    expect(must(await again.version("nte_1", 1)).data.title).toBe("一");
    expect(again.trash().map(({ id }) => id)).toEqual(["nte_2"]);
    expect(await back.evidence.has(sha256)).toBe(true);
    expect(must(await back.files.list("lists"))).toEqual(["list.json"]);
    expect((await back.journal.verify()).breaks).toEqual([]);
    expect(await back.scanChanges()).toEqual([]);
    must(await back.close());
  }));

test("a line added to a sealed journal without the key is found, though its hashes fit", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir, { encrypt });
    must(await workspace.collection("notes").put("nte_1", note("kept"), by));
    must(await workspace.close());
    const path = join(dir, "journal", "000001.ndjson");
    const text = await readFile(path, "utf8");
    const last = readLine(text.trimEnd().split("\n").at(-1) ?? "");
    const head = last.ok ? { seq: last.value.seq, hash: last.value.hash } : emptyHead;
    const entry = { at: "2026-11-23T09:00:00Z", by: "psn_li", verb: "review.sign" as const };
    await writeFile(path, `${text}${makeLine(head, { entry }, 0).text}\n`);
    expect(must(await verifyJournal({ dir })).breaks).toEqual([]);
    const withKey = must(await verifyJournal({ dir, unlock }));
    expect(withKey.breaks).toMatchObject([{ error: { code: "journal.line-foreign" } }]);
    const again = await openNotes(dir, { unlock });
    expect(again.issues().map(({ error }) => error.code)).toEqual(["journal.lines-not-opened"]);
    must(await again.close());
  }));

test("an encrypted workspace whose journal and index are gone still shows its documents, marked", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir, { encrypt });
    must(await workspace.collection("notes").put("nte_1", note("kept"), by));
    must(await workspace.collection("cards").put("crd_1", { name: "kept too" }, by));
    must(await workspace.close());
    await rm(join(dir, "journal"), { recursive: true });
    await rm(join(dir, "cache"), { recursive: true });
    const again = await openNotes(dir, { unlock });
    expect(again.issues().map(({ error }) => error.code)).toEqual([
      "journal.cut",
      "store.not-in-journal",
      "store.not-in-journal",
    ]);
    expect(again.collection("cards").list()).toHaveLength(1);
    must(await again.collection("notes").adopt("nte_1", by));
    expect(must(await again.collection("notes").get("nte_1")).data.title).toBe("kept");
    must(await again.close());
  }));
