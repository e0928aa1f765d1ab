import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { readEdition } from "#node/editions";
import { keyFingerprint, writeSignature } from "#node/packets";
import { createTypesetter, loadTypesetterAssets, type Typesetter } from "#node/pdf";
import { canonicalJson } from "#shared/kernel";
import { contentText, documentsOf, type SetContent } from "#shared/papers";

/** SHA-256 in hexadecimal digits. */
export const sha256 = (bytes: Uint8Array | string) =>
  createHash("sha256").update(bytes).digest("hex");

/** A pair of keys and what signs with it. */
export type Hand = {
  readonly publicKey: string;
  readonly fingerprint: string;
  readonly sign: (bytes: Uint8Array) => string;
};

function handOf(privateKey: KeyObject, publicKey: KeyObject): Hand {
  const raw = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex");
  return {
    publicKey: raw,
    fingerprint: keyFingerprint(raw),
    sign: (bytes) => sign(null, bytes, privateKey).toString("hex"),
  };
}

/** A key that nobody knows. */
export function strangersHand(): Hand {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return handOf(privateKey, publicKey);
}

/** Files of a packet by their path, as somebody holds them who may change anything. */
export class ForgedPacket {
  readonly files: Map<string, Buffer>;

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.files = new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes)]));
  }

  /** Takes a packet that lies in a folder. */
  static of(folder: string): ForgedPacket {
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
    return new ForgedPacket(new Map(paths.map((path) => [path, readFileSync(join(folder, path))])));
  }

  copy(): ForgedPacket {
    return new ForgedPacket(this.files);
  }

  text(path: string): string {
    return (this.files.get(path) ?? Buffer.alloc(0)).toString("utf8");
  }

  put(path: string, content: Uint8Array | string): this {
    this.files.set(path, Buffer.from(content));
    return this;
  }

  drop(path: string): this {
    this.files.delete(path);
    return this;
  }

  get contentPath(): string {
    return [...this.files.keys()].find((path) => /^data\/[a-z-]+\.json$/.test(path)) ?? "";
  }

  get content(): SetContent {
    return JSON.parse(this.text(this.contentPath)) as SetContent;
  }

  paths(under: string): readonly string[] {
    return [...this.files.keys()].filter((path) => path.startsWith(under)).toSorted();
  }

  /** Changes one line of the bag's front, or takes it out. */
  info(label: string, value: string | undefined): this {
    const lines = this.text("bag-info.txt").trimEnd().split("\n");
    const changed = lines.flatMap((line) => {
      if (!line.startsWith(`${label}: `)) return [line];
      return value === undefined ? [] : [`${label}: ${value}`];
    });
    return this.put("bag-info.txt", `${changed.join("\n")}\n`);
  }

  /** Makes every manifest and the sum fit whatever lies there now. */
  refit(): this {
    const payload = this.paths("data/");
    const bytes = payload.reduce((sum, path) => sum + (this.files.get(path)?.length ?? 0), 0);
    this.info("Payload-Oxum", `${bytes}.${payload.length}`);
    const lines = (paths: readonly string[]) =>
      paths
        .map((path) => `${sha256(this.files.get(path) ?? "")}  ${path.replaceAll("%", "%25")}\n`)
        .join("");
    this.put("manifest-sha256.txt", lines(payload));
    const tags = this.paths("").filter(
      (path) =>
        !path.startsWith("data/") && path !== "signature.json" && path !== "tagmanifest-sha256.txt",
    );
    return this.put("tagmanifest-sha256.txt", lines(tags));
  }

  /** Signs as the content says, or as somebody else. */
  sign(hand: Hand, more: Partial<{ name: string; role: string; signedAt: string }> = {}): this {
    const { sealedBy, set } = this.content;
    return this.put(
      "signature.json",
      writeSignature(this.files.get("tagmanifest-sha256.txt") ?? Buffer.alloc(0), {
        name: sealedBy?.by ?? "Nobody",
        role: sealedBy?.role ?? "manager",
        signedAt: sealedBy?.signedAt ?? "2026-11-23T08:00:00.000Z",
        ...more,
        set,
        content: sha256(this.files.get(this.contentPath) ?? ""),
        publicKey: hand.publicKey,
        sign: hand.sign,
      }),
    );
  }

  /** Writes another content and fits the front of the bag to it; the papers stay as they are. */
  restate(content: SetContent, text = contentText(content)): this {
    this.put(this.contentPath, text);
    this.info("Packet-State", content.draft ? "draft" : "sealed");
    const notice = "申请材料，不构成许可 / Application material, not a licence";
    this.info("Packet-Notice", content.draft ? `草稿 / Draft. ${notice}` : notice);
    this.info("Facts-As-Of", content.asOf);
    this.info("Content-SHA256", sha256(text));
    this.info("Internal-Record-Commitment", content.internalRecord.commitment);
    return this.info("Made-With", content.madeWith);
  }

  /** Writes another content, and sets every paper of it anew as the program itself would. */
  async remake(
    content: SetContent,
    { text = contentText(content), hash = sha256(text) } = {},
  ): Promise<this> {
    this.restate(content, text);
    for (const path of this.paths("data/papers/")) this.drop(path);
    const typesetter = await theTypesetter();
    for (const { path, document } of documentsOf(content, hash)) {
      const set = await typesetter.typeset(document);
      if (!set.ok) throw new Error(`${path}: ${set.error.code}`);
      this.put(`data/${path}`, set.value.pdf);
    }
    return this.refit();
  }

  /** Writes another content of the third edition, and sets every paper anew with the functions and templates of that edition. */
  async remakeThird(content: Readonly<Record<string, unknown>>): Promise<this> {
    const text = `${canonicalJson(content)}\n`;
    this.put(this.contentPath, text).info("Content-SHA256", sha256(text));
    const read = await readEdition(content);
    if (!read.ok) throw new Error(read.error.code);
    for (const path of this.paths("data/papers/")) this.drop(path);
    const older = await createTypesetter(
      await loadTypesetterAssets({ templates: "electron/node/pdf/templates-3" }),
    );
    for (const { path, document } of read.value.documents?.(sha256(text)) ?? []) {
      const set = await older.typeset(document);
      if (!set.ok) throw new Error(`${path}: ${set.error.code}`);
      this.put(`data/${path}`, set.value.pdf);
    }
    await older.dispose();
    return this.refit();
  }

  /** Lays the files into a folder. */
  write(folder: string): string {
    for (const [path, bytes] of this.files) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return folder;
  }
}

let typesetter: Promise<Typesetter> | undefined;

function theTypesetter(): Promise<Typesetter> {
  typesetter ??= loadTypesetterAssets().then(createTypesetter);
  return typesetter;
}
