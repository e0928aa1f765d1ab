import { createHash, generateKeyPairSync, sign } from "node:crypto";
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import {
  type PacketInput,
  type PacketSigner,
  packPacket,
  readPacketFile,
  verifyPacket,
  writePacket,
  zipPacket,
} from "./index.ts";

const root = mkdtempSync(join(tmpdir(), "desk-packets-"));
afterAll(() => rmSync(root, { recursive: true }));

let counter = 0;
function place(): string {
  counter += 1;
  const path = join(root, String(counter));
  mkdirSync(path);
  return path;
}

const pair = generateKeyPairSync("ed25519");
const signer: PacketSigner = {
  name: "示例人甲",
  role: "manager",
  signedAt: "2026-08-21T03:04:05.000Z",
  set: "cn-filing",
  content: "0".repeat(64),
  publicKey: Buffer.from(pair.publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString(
    "hex",
  ),
  sign: (bytes) => sign(null, bytes, pair.privateKey).toString("hex"),
};

const files = [
  { path: "01-封面信.pdf", content: Uint8Array.from({ length: 40 }, (_, i) => i * 5) },
  { path: "data/dossier.json", content: '{"id":"ord_1"}' },
  { path: "evidence/100% 股权.txt", content: "证据\n" },
  { path: "empty.txt", content: "" },
];

function input(into: string, more: Partial<PacketInput> = {}): PacketInput {
  return {
    into,
    name: "cn-filing-示例",
    files,
    info: [
      ["External-Identifier", "pkt_1"],
      ["Bagging-Date", "2026-08-20"],
    ],
    ...more,
  };
}

async function built(more: Partial<PacketInput> = {}): Promise<string> {
  const into = place();
  const result = await writePacket(input(into, more));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.folder;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

async function kinds(where: string): Promise<string[]> {
  const result = await verifyPacket(where);
  if (!result.ok) return [result.error.code];
  return result.value.differences.map((item) => `${item.kind} ${item.path}`);
}

/** Runs a change on a copy of a file's bytes and puts the file back. */
async function withBytes(
  path: string,
  change: (bytes: Buffer) => Buffer,
  then: () => Promise<void>,
) {
  const before = readFileSync(path);
  writeFileSync(path, change(Buffer.from(before)));
  try {
    await then();
  } finally {
    writeFileSync(path, before);
  }
}

describe("a packet that was written", () => {
  it("verifies, signed and unsigned, from folder and zip", async () => {
    for (const more of [{}, { signer }]) {
      const folder = await built(more);
      expect(await zipPacket(folder, `${folder}.zip`)).toMatchObject({ ok: true });
      for (const [where, container] of [
        [folder, "folder"],
        [`${folder}.zip`, "same"],
      ] as const)
        expect(await verifyPacket(where)).toMatchObject({
          ok: true,
          value: {
            differences: [],
            container,
            signature: { state: "signer" in more ? "valid" : "none" },
          },
        });
    }
  });

  it("is a bag with sizes, hashes and the information it was given", async () => {
    const folder = await built({ signer });
    const bytes = files.reduce((total, file) => total + Buffer.from(file.content).length, 0);
    expect(readFileSync(join(folder, "bagit.txt"), "utf8")).toBe(
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    );
    expect(readFileSync(join(folder, "bag-info.txt"), "utf8")).toBe(
      `External-Identifier: pkt_1\nBagging-Date: 2026-08-20\nPayload-Oxum: ${bytes}.4\n`,
    );
    const hash = createHash("sha256").update("证据\n").digest("hex");
    expect(readFileSync(join(folder, "manifest-sha256.txt"), "utf8")).toContain(
      `${hash}  data/evidence/100%25 股权.txt\n`,
    );
    expect(await readPacketFile(folder, "data/data/dossier.json")).toMatchObject({ ok: true });
    expect(await readPacketFile(folder, "data/none")).toMatchObject({
      ok: false,
      error: { code: "packet-file-missing" },
    });
  });

  it("has the same bytes when written again, and so has its zip", async () => {
    const [a, b] = [await built({ signer }), await built({ signer })];
    await zipPacket(a, `${a}.zip`);
    await zipPacket(b, `${b}.zip`);
    expect(readFileSync(`${a}.zip`).equals(readFileSync(`${b}.zip`))).toBe(true);
    for (const path of filesOf(a))
      expect(readFileSync(join(a, path)).equals(readFileSync(join(b, path)))).toBe(true);
  });
});

describe("a packet in memory", () => {
  it("is the archive that the folder on disk would give, and is verified and read without a disk", async () => {
    const folder = await built({ signer });
    await zipPacket(folder, `${folder}.zip`);
    const packed = await packPacket(input("", { signer }));
    const zip = packed.ok ? packed.value.zip : new Uint8Array();
    expect(readFileSync(`${folder}.zip`).equals(zip)).toBe(true);
    expect(await verifyPacket(zip)).toMatchObject({
      value: {
        differences: [],
        container: "same",
        signature: { state: "valid", name: "示例人甲" },
      },
    });
    expect(await readPacketFile(zip, "data/empty.txt")).toMatchObject({ ok: true });
    const broken = Buffer.from(zip);
    const at = broken.indexOf("ord_1");
    broken.write("x", at);
    expect(await verifyPacket(broken)).toMatchObject({
      value: { differences: [{ kind: "changed", path: "data/data/dossier.json" }] },
    });
    expect(await verifyPacket(Buffer.from("no zip"))).toMatchObject({
      error: { code: "packet-unreadable" },
    });
  });
});

describe("verification finds", () => {
  // Every byte with `npm run test:long`; every fifth of each file otherwise, beginning at another place in each.
  // biome-ignore lint/style/noProcessEnv: the long run asks for more
  const stride = process.env["DESK_LONG"] === "1" ? 1 : 5;
  it("every single changed byte of every file", async () => {
    const folder = await built({ signer });
    for (const path of filesOf(folder)) {
      const { length } = readFileSync(join(folder, path));
      for (let at = path.length % stride; at < length; at += stride)
        await withBytes(
          join(folder, path),
          (bytes) => {
            bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
            return bytes;
          },
          async () => expect(await kinds(folder), `${path} byte ${at}`).not.toEqual([]),
        );
    }
    expect(await kinds(folder)).toEqual([]);
  }, 300_000);

  it("any run of bytes that is changed, cut or put in, in signed and unsigned packets", async () => {
    const folders = [await built({ signer }), await built()];
    const change = fc.record({
      which: fc.nat(1),
      file: fc.nat(20),
      at: fc.nat(400),
      cut: fc.nat(5),
      put: fc.uint8Array({ maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ which, file, at, cut, put }) => {
        const folder = folders[which] ?? "";
        const all = filesOf(folder);
        const path = join(folder, all[file % all.length] ?? "");
        const before = readFileSync(path);
        const start = Math.min(at, before.length);
        const after = Buffer.concat([before.subarray(0, start), put, before.subarray(start + cut)]);
        fc.pre(!after.equals(before));
        await withBytes(
          path,
          () => after,
          async () => expect(await kinds(folder)).not.toEqual([]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("any file that is added, removed, renamed or exchanged for another", async () => {
    const folder = await built({ signer });
    for (const path of filesOf(folder)) {
      const full = join(folder, path);
      const bytes = readFileSync(full);
      unlinkSync(full);
      if (path !== "signature.json") expect(await kinds(folder), `removed ${path}`).not.toEqual([]);
      writeFileSync(join(dirname(full), "renamed.bin"), bytes);
      expect(await kinds(folder), `renamed ${path}`).not.toEqual([]);
      unlinkSync(join(dirname(full), "renamed.bin"));
      writeFileSync(full, bytes);
    }
    for (const path of [
      "data/new.txt",
      "new.txt",
      "data/evidence/Thumbs.db",
      "fetch.txt",
      "tagmanifest-md5.txt",
    ]) {
      writeFileSync(join(folder, path), "");
      expect(await kinds(folder), `added ${path}`).not.toEqual([]);
      unlinkSync(join(folder, path));
    }
    const [a, b] = [join(folder, "data/01-封面信.pdf"), join(folder, "data/data/dossier.json")];
    renameSync(a, `${a}.x`);
    renameSync(b, a);
    renameSync(`${a}.x`, b);
    expect(await kinds(folder)).toEqual([
      "changed data/01-封面信.pdf",
      "changed data/data/dossier.json",
    ]);
  });

  it("an empty folder, a link and a missing signature of a packet that says it is sealed", async () => {
    const folder = await built({ signer, info: [["Packet-State", "sealed"]] });
    mkdirSync(join(folder, "data/nothing"));
    expect(await kinds(folder)).toEqual(["added data/nothing"]);
    rmSync(join(folder, "data/nothing"), { recursive: true });
    symlinkSync("/etc/hostname", join(folder, "data/link"));
    expect(await kinds(folder)).toEqual(["unsafe data/link"]);
    unlinkSync(join(folder, "data/link"));
    unlinkSync(join(folder, "signature.json"));
    expect(await kinds(folder)).toEqual(["missing signature.json"]);
  });

  it("a signature made with another key, or moved from another packet", async () => {
    const folder = await built({ signer });
    const other = await built({ signer, info: [["External-Identifier", "pkt_2"]] });
    writeFileSync(join(folder, "signature.json"), readFileSync(join(other, "signature.json")));
    expect(await kinds(folder)).toEqual(["changed signature.json"]);
    const stranger = generateKeyPairSync("ed25519").privateKey;
    const forged = await built({
      signer: { ...signer, sign: (bytes) => sign(null, bytes, stranger).toString("hex") },
    });
    expect(await verifyPacket(forged)).toMatchObject({
      value: { signature: { state: "invalid" } },
    });
  });
});

describe("writing refuses", () => {
  const code = async (more: Partial<PacketInput>) => {
    const into = place();
    const result = await writePacket(input(into, more));
    expect(readdirSync(into), "nothing half-written stays").toEqual([]);
    return result.ok ? "written" : result.error.code;
  };
  it.each([
    "../up.txt",
    "/abs.txt",
    "a//b",
    "con.txt",
    "a/NUL",
    "x:y",
    "tail.",
    "a\\b",
    "bad\u202ename",
    "a\u0000",
    "é".normalize("NFD"),
  ])("the name %j", async (path) =>
    expect(await code({ files: [{ path, content: "" }] })).toBe("packet-path-unsafe"),
  );
  it("names that are one file on a case-blind disk", async () => {
    expect(
      await code({
        files: [
          { path: "A.txt", content: "" },
          { path: "a.TXT", content: "" },
        ],
      }),
    ).toBe("packet-path-clash");
  });
  it("a file over the limit, evidence that was exchanged, and goes on after neither", async () => {
    const evidence = join(place(), "evidence.bin");
    writeFileSync(evidence, "now");
    const sha256 = createHash("sha256").update("then").digest("hex");
    expect(await code({ files: [{ path: "e", content: { from: evidence, sha256 } }] })).toBe(
      "packet-evidence-changed",
    );
    expect(await code({ fileBytes: 2, files: [{ path: "e", content: "abc" }] })).toBe(
      "packet-file-too-large",
    );
    expect(
      await code({ files: [{ path: "e", content: { from: `${evidence}.no`, sha256 } }] }),
    ).toBe("packet-write-failed");
    expect(await code({ signal: AbortSignal.abort() })).toBe("packet-cancelled");
  });
  it("to overwrite a packet", async () => {
    const into = place();
    expect((await writePacket(input(into))).ok).toBe(true);
    expect(await writePacket(input(into))).toMatchObject({
      ok: false,
      error: { code: "packet-exists" },
    });
    expect(await kinds(join(into, "cn-filing-示例"))).toEqual([]);
  });
});

describe("zips from elsewhere", () => {
  async function zipOf(
    entries: readonly [string, Buffer, Partial<{ compress: boolean; mode: number }>?][],
  ): Promise<string> {
    const path = join(place(), "given.zip");
    const zip = new ZipFile();
    for (const [name, content, options] of entries)
      zip.addBuffer(content, name.replaceAll("\u0001", "."), {
        mtime: new Date(2020, 1, 1),
        ...options,
      });
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(path));
    return path;
  }
  it("made anew around the same files still verify, and say that they were repacked", async () => {
    const folder = await built({ signer });
    const zip = await zipOf(
      filesOf(folder).map((path) => [`some name/${path}`, readFileSync(join(folder, path))]),
    );
    expect(await verifyPacket(zip)).toMatchObject({
      ok: true,
      value: { differences: [], container: "repacked", signature: { state: "valid" } },
    });
  });
  it("with names that lead out are reported and nothing is written", async () => {
    const zip = await zipOf([["xx/evil.txt", Buffer.from("x")]]);
    const bytes = readFileSync(zip);
    const tricked = Buffer.from(
      bytes.toString("latin1").replaceAll("xx/evil.txt", "../evil.txt"),
      "latin1",
    );
    writeFileSync(zip, tricked);
    expect(await kinds(zip)).toContain("unsafe ../evil.txt");
    expect(existsSync(join(dirname(dirname(zip)), "evil.txt"))).toBe(false);
  });
  it("that swell beyond belief are not read", async () => {
    const zip = await zipOf([["data/bomb.bin", Buffer.alloc(64 * 1024 ** 2), { compress: true }]]);
    expect(await kinds(zip)).toContain("too-large data/bomb.bin");
  });
  it("with links inside are reported", async () => {
    const zip = await zipOf([["data/link", Buffer.from("/etc/passwd"), { mode: 0o120777 }]]);
    expect(await kinds(zip)).toContain("unsafe data/link");
  });
  it("that are no zips, or nothing at all, get one clear code", async () => {
    const path = join(place(), "text.zip");
    writeFileSync(path, "not a zip");
    expect(await kinds(path)).toEqual(["packet-not-a-bag"]);
    expect(await kinds(`${path}.none`)).toEqual(["packet-not-found"]);
    writeFileSync(path, "PK\u0003\u0004 broken");
    expect(await kinds(path)).toEqual(["packet-unreadable"]);
  });
  it("with any byte changed are told apart or were not changed in what they hold", async () => {
    const folder = await built({ signer });
    const zip = `${folder}.zip`;
    await zipPacket(folder, zip);
    const { length } = readFileSync(zip);
    await fc.assert(
      fc.asyncProperty(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        await withBytes(
          zip,
          (bytes) => {
            bytes[at] = (bytes[at] ?? 0) ^ mask;
            return bytes;
          },
          async () => {
            const result = await verifyPacket(zip);
            const intact =
              result.ok &&
              result.value.differences.length === 0 &&
              result.value.container === "same";
            expect(intact).toBe(false);
          },
        );
      }),
      { numRuns: 200 },
    );
  });
});
