import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { codeOf, inFolder, must, note, openNotes } from "./sample.ts";

const by = { by: "psn_wang" };
const pdf = (text: string) => Buffer.from(`%PDF-1.7 ${text}`);

function slowly(bytes: Buffer, step: number): AsyncIterable<Uint8Array> {
  const count = Math.ceil(bytes.length / step);
  return Readable.from(
    Array.from({ length: count }, (_, at) => bytes.subarray(at * step, (at + 1) * step)),
  );
}

test("a file is kept once under its hash, whatever it is called and however it comes", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const bytes = Buffer.concat([pdf("large "), Buffer.alloc(300_000, "x")]);
    const first = must(
      await workspace.evidence.put(slowly(bytes, 1000), { ...by, fileName: "a.pdf" }),
    );
    const second = must(await workspace.evidence.put(bytes, { ...by, fileName: "b.docx" }));
    expect(second).toMatchObject({
      sha256: first.sha256,
      known: true,
      mediaType: "application/pdf",
    });
    expect(first.nameMismatch).toBeUndefined();
    expect(second.nameMismatch).toEqual({ named: "docx", found: "pdf" });
    expect(must(await workspace.evidence.list())).toHaveLength(1);
    expect(Buffer.from(must(await workspace.evidence.read(first.sha256))).equals(bytes)).toBe(true);
    must(await workspace.close());
  }));

test("the same file handed in twice at once is stored once", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const results = await Promise.all(
      Array.from({ length: 6 }, () => workspace.evidence.put(slowly(pdf("same"), 4), by)),
    );
    expect(results.filter((result) => must(result).known)).toHaveLength(5);
    must(await workspace.close());
  }));

test("what is too large, empty, broken off or not the promised content is refused and leaves nothing", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const { evidence } = workspace;
    const big = Buffer.alloc(5000, "x");
    expect(codeOf(await evidence.put(slowly(big, 100), { ...by, limit: 4000 }))).toBe(
      "evidence.too-large",
    );
    expect(codeOf(await evidence.put(Buffer.alloc(0), by))).toBe("evidence.empty");
    const wrong = { ...by, expectedSha256: "0".repeat(64) };
    expect(codeOf(await evidence.put(big, wrong))).toBe("evidence.hash-differs");
    async function* broken() {
      yield Buffer.from("some");
      await Promise.resolve();
      throw Object.assign(new Error("gone"), { code: "EIO" });
    }
    expect(codeOf(await evidence.put(broken(), by))).toBe("files.device-error");
    const left = await readdir(join(dir, "evidence"), { recursive: true });
    expect(left).toEqual([]);
    must(await workspace.close());
  }));

test("a changed evidence file is found when it is read or verified", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const { sha256 } = must(await workspace.evidence.put(pdf("true"), by));
    const path = join(dir, "evidence", sha256.slice(0, 2), sha256);
    await writeFile(path, (await readFile(path, "utf8")).replace("true", "fals"));
    expect(codeOf(await workspace.evidence.read(sha256))).toBe("evidence.damaged");
    expect(codeOf(await workspace.evidence.verify(sha256))).toBe("evidence.damaged");
    expect(codeOf(await workspace.evidence.read("f".repeat(64)))).toBe("evidence.missing");
    must(await workspace.close());
  }));

test("clearing evidence never touches what a document, a version, the bin, a packet or a backup names", () =>
  inFolder(async (dir) => {
    const workspace = await openNotes(dir);
    const notes = workspace.collection("notes");
    const add = async (text: string) => must(await workspace.evidence.put(pdf(text), by)).sha256;
    const inBackup = await add("backup");
    must(await workspace.backups.create("psn_wang"));
    const inDocument = await add("document");
    const inVersion = await add("version");
    const inBin = await add("bin");
    const inPacket = await add("packet");
    const inZip = await add("zip");
    const unused = await add("unused");
    must(await notes.put("nte_1", note("a", 0, `see ${inVersion}`), by));
    must(await notes.put("nte_1", note("a", 0, `see ${inDocument}`), by));
    must(await notes.put("nte_2", note("b", 0, inBin), by));
    must(await notes.remove("nte_2", by));
    const manifest = Buffer.from(JSON.stringify({ files: [{ sha256: inPacket }] }));
    must(await workspace.files.write("packets", "pkt_1.json", manifest));
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(JSON.stringify({ evidence: inZip })), "manifest.json");
    zip.end();
    const chunks: Uint8Array[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array);
    must(await workspace.files.write("packets", "pkt_1.zip", Buffer.concat(chunks)));
    const young = must(await workspace.collectEvidence({ by: "psn_wang" }));
    expect(young.removed).toEqual([]);
    const done = must(await workspace.collectEvidence({ by: "psn_wang", minAgeMs: -1e15 }));
    expect(done.removed).toEqual([unused]);
    for (const sha256 of [inBackup, inDocument, inVersion, inBin, inPacket, inZip]) {
      expect(await workspace.evidence.has(sha256)).toBe(true);
    }
    must(await workspace.undo());
    expect(await workspace.evidence.has(unused)).toBe(true);
    must(await workspace.close());
  }));
