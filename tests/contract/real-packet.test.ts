import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInPrograms, createPacketBuilder, officeFile, type PacketBuilder } from "#desk";
import { keyFingerprint, listPacketFiles, verifyPacket } from "#node/packets";
import { runCheck } from "#shared/check";
import { type Dossier, dossierSchema } from "#shared/model";

const examples = join(process.cwd(), "examples");
const read = (name: string): Dossier =>
  dossierSchema.parse(JSON.parse(readFileSync(join(examples, name), "utf8")));
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

// A key of this test alone: thirty-two sevens.
const seed = Buffer.concat([
  Buffer.from("302e020100300506032b657004220420", "hex"),
  Buffer.alloc(32, 7),
]);
const privateKey = createPrivateKey({ key: seed, format: "der", type: "pkcs8" });
const publicKey = Buffer.from(
  createPublicKey(privateKey).export({ format: "jwk" }).x ?? "",
  "base64url",
).toString("hex");

const nobodyKnown = { known: [], today: "2026-11-30" };

let works: PacketBuilder;
let root: string;
let folder: string;
let files: string[];

async function buildInto(dossier: Dossier, evidence: ReadonlyMap<string, Uint8Array>) {
  const own = builtInPrograms();
  if (!own.ok) throw new Error(own.error.code);
  const packs = own.value.map((held) => held.program);
  const asOf = "2026-08-20";
  const report = runCheck({ dossier, packs, lists: [], asOf, reading: "working" });
  if (!report.ok) throw new Error(report.error.code);
  return await works.build({
    set: "us-exporter",
    dossier,
    report: report.value,
    language: "en",
    evidence: (hash) => {
      const bytes = evidence.get(hash);
      return Promise.resolve(bytes === undefined ? undefined : () => Readable.from([bytes]));
    },
    seal: {
      by: "Test Signer",
      role: "manager",
      signedAt: "2026-11-23T08:00:00.000Z",
      signer: {
        person: "psn_test",
        publicKey,
        sign: (bytes) => sign(null, bytes, privateKey).toString("hex"),
      },
    },
    into: { folder: root, as: "folder" },
    signal: new AbortController().signal,
    progress: () => undefined,
  });
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "desk-real-packet-"));
  const own = builtInPrograms();
  works = createPacketBuilder({
    root: process.cwd(),
    version: "0.0.0",
    packs: () => (own.ok ? own.value.map((held) => held.program) : []),
  });
  const evidence = new Map<string, Uint8Array>();
  for (const name of readdirSync(join(examples, "evidence"))) {
    const bytes = readFileSync(join(examples, "evidence", name));
    evidence.set(sha256(bytes), bytes);
  }
  const built = await buildInto(read("private-start-up-complete.json"), evidence);
  if (!built.ok) throw new Error(built.error.code);
  folder = built.value.place;
  const listed = await listPacketFiles(folder);
  files = listed.ok ? [...listed.value.keys()] : [];
}, 60_000);
afterAll(async () => {
  await works.dispose();
  rmSync(root, { recursive: true, force: true });
});

async function differences(): Promise<readonly string[]> {
  const verified = await verifyPacket(folder);
  return verified.ok ? verified.value.differences.map(({ path }) => path) : [verified.error.code];
}

/** Whether a change of one file is noticed; the file is put back as it was. */
async function noticed(path: string, change: (bytes: Buffer) => Buffer): Promise<boolean> {
  const place = join(folder, path);
  const before = await readFile(place);
  await writeFile(place, change(Buffer.from(before)));
  const found = await differences();
  await writeFile(place, before);
  return found.length > 0;
}

describe("a real sealed packet", { timeout: 240_000 }, () => {
  test("is whole, signed, with papers, content, evidence and tag files", async () => {
    expect(await differences()).toEqual([]);
    expect(files.filter((path) => path.startsWith("data/papers/")).length).toBeGreaterThan(4);
    expect(files.filter((path) => path.startsWith("data/evidence/")).length).toBeGreaterThan(2);
    expect(files).toContain("signature.json");
  });

  test("one flipped byte of any file is found", async () => {
    const sizes = new Map<string, number>();
    for (const path of files) sizes.set(path, (await readFile(join(folder, path))).length);
    const flip = (path: string, at: number, mask: number) =>
      noticed(path, (bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        return bytes;
      });
    // Every file, at its first and its last byte; then anywhere.
    for (const [path, size] of sizes)
      for (const at of [0, size - 1]) expect(await flip(path, at, 1), `${path} ${at}`).toBe(true);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 255 }),
        async (path, where, mask) => {
          expect(await flip(path, Math.floor(where * (sizes.get(path) ?? 1)), mask)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
    expect(await differences()).toEqual([]);
  });

  test("removing or renaming any file is found", async () => {
    for (const path of files) {
      const place = join(folder, path);
      await rename(place, `${place}.moved`);
      expect(await differences(), path).not.toEqual([]);
      const aside = join(root, "aside");
      await rename(`${place}.moved`, aside);
      expect(await differences(), path).not.toEqual([]);
      await rename(aside, place);
    }
    expect(await differences()).toEqual([]);
  });

  test("a file added anywhere is found, even an empty one", async () => {
    for (const path of ["extra.txt", "data/extra.txt", "data/papers/a.pdf", "data/evidence/x/y"]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), "");
      expect(await differences(), path).not.toEqual([]);
      await rm(join(folder, path));
      if (path.endsWith("x/y")) await rm(join(folder, "data/evidence/x"), { recursive: true });
    }
    expect(await differences()).toEqual([]);
  });

  test("two papers of evidence that changed places are found", async () => {
    const [one = "", two = ""] = files.filter((path) => path.startsWith("data/evidence/"));
    const aside = join(root, "aside");
    const swap = async () => {
      await copyFile(join(folder, one), aside);
      await copyFile(join(folder, two), join(folder, one));
      await copyFile(aside, join(folder, two));
    };
    await swap();
    expect(await differences()).toEqual(expect.arrayContaining([one, two]));
    await swap();
    expect(await differences()).toEqual([]);
  });
});

describe("a packet of the previous format", { timeout: 60_000 }, () => {
  const fixture = join(process.cwd(), "tests/support/packets/us-exporter-packet-1.zip");

  test("still verifies under a key that is known, its papers by their text alone", async () => {
    const known = [{ fingerprint: keyFingerprint(publicKey) }];
    const verified = await works.verify(fixture, { known, today: "2026-11-30" });
    expect(verified).toMatchObject({
      ok: true,
      value: {
        set: "us-exporter",
        intact: true,
        consistent: "text-only",
        vouched: "known-key",
        signer: { name: "psn_fixture", role: null, signedAt: null },
        state: "sealed",
        problems: [],
        verdict: "sealed-text",
      },
    });
  });

  test("is not taken from a stranger: it does not say which evidence was enclosed", async () => {
    const verified = await works.verify(fixture, nobodyKnown);
    expect(verified).toMatchObject({ value: { intact: false, vouched: "unknown-key" } });
  });

  test("is found broken when a byte of it changes", async () => {
    const bytes = readFileSync(fixture);
    const at = bytes.indexOf("h200-desk/packet@1");
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const verified = await works.verify(bytes, nobodyKnown);
    expect(verified).toMatchObject({ ok: true, value: { intact: false } });
  });

  test("gives no drafts to edit, and says which version made it", async () => {
    const made = await officeFile(fixture, { kind: "docx", lang: "zh" });
    expect(made).toMatchObject({
      ok: false,
      error: { code: "office-content", params: { made: "h200-desk/packet@1" } },
    });
  });
});

describe("hostile evidence", { timeout: 60_000 }, () => {
  const withEvidence = (names: readonly string[], bytes: Uint8Array): Dossier => {
    const dossier = read("private-start-up-complete.json");
    const [first] = dossier.evidence;
    if (first === undefined) throw new Error("the sample has evidence");
    const items = names.map((fileName, index) => ({
      ...first,
      id: `evd_hostile${index}`,
      fileName,
      side: "both" as const,
      sha256: sha256(Buffer.concat([bytes, Buffer.from([index])])),
    }));
    return { ...dossier, evidence: items };
  };
  const bytesOf = (dossier: Dossier, bytes: Uint8Array) =>
    new Map(
      dossier.evidence.map((item, index) => [
        item.sha256,
        Buffer.concat([bytes, Buffer.from([index])]),
      ]),
    );

  test("names that lead out, that Windows reserves or that meet on case-blind disks stay apart inside the folder", async () => {
    const names = ["../../out.txt", "..\\out.txt", "CON.txt", "Name.PDF", "name.pdf", "NAME.pdf"];
    const dossier = withEvidence(names, Buffer.from("text"));
    const built = await buildInto(dossier, bytesOf(dossier, Buffer.from("text")));
    if (!built.ok) throw new Error(built.error.code);
    const paths = built.value.summary
      .map(({ path }) => path)
      .filter((path) => path.startsWith("data/evidence/"));
    expect(paths).toHaveLength(names.length);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(names.length);
    for (const path of paths) expect(path).not.toMatch(/\.\.[\\/]|\\|\/con\./i);
    expect(readdirSync(root).filter((name) => name.startsWith("out"))).toEqual([]);
    const verified = await works.verify(built.value.place, nobodyKnown);
    expect(verified).toMatchObject({ ok: true, value: { intact: true } });
  });

  test("a PDF that runs scripts is carried as it is, and whoever sends it is told", async () => {
    const pdf = Buffer.from(
      "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /OpenAction << /S /J#61vaScript /JS (app.alert(1)) >> >>\nendobj\n",
    );
    const dossier = withEvidence(["scripted.pdf"], pdf);
    const built = await buildInto(dossier, bytesOf(dossier, pdf));
    if (!built.ok) throw new Error(built.error.code);
    expect(built.value.remarks).toEqual([
      { code: "evidence-active", params: { file: "evidence/scripted.pdf" } },
    ]);
  });

  test("evidence that is no longer what was recorded stops the packet", async () => {
    const dossier = withEvidence(["a.txt"], Buffer.from("text"));
    const [item] = dossier.evidence;
    const other = new Map([[item?.sha256 ?? "", Buffer.from("other")]]);
    expect(await buildInto(dossier, other)).toMatchObject({
      ok: false,
      error: { code: "packet-evidence-changed" },
    });
  });
});
