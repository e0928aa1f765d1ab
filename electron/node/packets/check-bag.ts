import { createHash, type Hash } from "node:crypto";
import { type BagSource, type Difference, type ReadLimits, readWhole } from "./bag-source.ts";
import {
  type BagDeclaration,
  decodeTagFile,
  type ManifestLine,
  readBagInfo,
  readDeclaration,
  readFetch,
  readManifest,
  staysInside,
} from "./bag-text.ts";
import type { Reason } from "./reasons.ts";
import { foldedPath } from "./safe-path.ts";

/** What a generic reader says of a bag. A bag is valid when it has no errors; warnings are things to look at. */
export type BagCheck = {
  readonly errors: readonly Difference[];
  readonly warnings: readonly Difference[];
  readonly declaration: BagDeclaration | null;
  readonly info: readonly (readonly [string, string])[];
  /** SHA-256 of every file read, whatever the manifests use. */
  readonly digests: ReadonlyMap<string, string>;
};

const VERSIONS = ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"];
const ALGORITHMS = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"];
const MANIFEST = /^(tag)?manifest-([a-z0-9]+)\.txt$/;
// Files that an operating system puts there and takes away by itself.
const SYSTEM_FILE = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i;

const MOST_FAULTS = 20_000;

type Manifest = {
  readonly name: string;
  readonly tag: boolean;
  readonly algorithm: string;
  readonly digests: ReadonlyMap<string, string>;
};

class Checker {
  readonly errors: Difference[] = [];
  readonly warnings: Difference[] = [];
  readonly #source: BagSource;
  readonly #limits: ReadLimits;
  #version = "1.0";
  #absentSystemFiles = 0;
  #encoding = "UTF-8";

  constructor(source: BagSource, limits: ReadLimits) {
    this.#source = source;
    this.#limits = limits;
  }

  error(kind: Difference["kind"], path: string, reason: Reason, about?: string): void {
    // A manifest of sixteen megabytes can be wrong in every line.
    if (this.errors.length >= MOST_FAULTS) return;
    this.errors.push({ kind, path, reason, ...(about === undefined ? {} : { about }) });
  }

  warn(kind: Difference["kind"], path: string, reason: Reason, about?: string): void {
    if (this.warnings.length >= MOST_FAULTS) return;
    this.warnings.push({ kind, path, reason, ...(about === undefined ? {} : { about }) });
  }

  async declaration(): Promise<BagDeclaration | null> {
    if (!this.#source.files.has("bagit.txt")) {
      this.error("missing", "bagit.txt", "no-declaration");
      return null;
    }
    const declaration = readDeclaration(
      await readWhole(this.#source, "bagit.txt", this.#limits.tagFileBytes),
    );
    if (!declaration) {
      this.error("malformed", "bagit.txt", "bad-declaration");
      return null;
    }
    if (!VERSIONS.includes(declaration.version))
      this.error("malformed", "bagit.txt", "unknown-version", declaration.version);
    this.#version = declaration.version;
    this.#encoding = declaration.encoding;
    return declaration;
  }

  async #tagText(path: string): Promise<string | null> {
    const text = decodeTagFile(
      await readWhole(this.#source, path, this.#limits.tagFileBytes),
      this.#encoding,
    );
    if (text === null) this.error("malformed", path, "not-encoded", this.#encoding);
    return text;
  }

  async manifests(): Promise<Manifest[]> {
    const found: Manifest[] = [];
    for (const name of this.#source.files.keys()) {
      const match = MANIFEST.exec(name);
      if (!match) continue;
      const algorithm = match[2] ?? "";
      if (!ALGORITHMS.includes(algorithm)) {
        this.warn("malformed", name, "unknown-algorithm");
        continue;
      }
      const text = await this.#tagText(name);
      if (text === null) continue;
      const tag = match[1] === "tag";
      found.push({ name, tag, algorithm, digests: this.#digests(name, tag, text) });
    }
    if (!found.some((manifest) => !manifest.tag))
      this.error("missing", "manifest-sha256.txt", "no-manifest");
    return found;
  }

  #digests(name: string, tag: boolean, text: string): ReadonlyMap<string, string> {
    const { lines, broken } = readManifest(text, this.#version);
    for (const line of broken) this.error("malformed", name, "bad-line", line);
    const digests = new Map<string, string>();
    for (const line of lines) {
      const inside = staysInside(line.path) && (tag || line.path.startsWith("data/"));
      if (!inside) this.error("unsafe", line.path, "listed-outside", name);
      else this.#addLine(name, line, digests);
    }
    return digests;
  }

  #addLine(name: string, line: ManifestLine, digests: Map<string, string>): void {
    const known = digests.get(line.path);
    if (line.starred) this.warn("malformed", line.path, "md5sum-mark", name);
    if (line.written !== line.path) this.warn("malformed", line.path, "relative-path", name);
    if (SYSTEM_FILE.test(line.path)) this.warn("added", line.path, "system-file");
    if (known === undefined) digests.set(line.path, line.digest);
    else if (known !== line.digest || this.#version === "1.0")
      this.error("malformed", line.path, "listed-twice", name);
    else this.warn("malformed", line.path, "listed-twice", name);
  }

  /** Reports what is listed and not there, and what is there and not listed. */
  presence(manifests: readonly Manifest[]): void {
    const folded = new Set([...this.#source.files.keys()].map(foldedPath));
    for (const manifest of manifests)
      for (const path of manifest.digests.keys())
        if (!this.#source.files.has(path)) this.#absent(path, manifest.name, folded);
    this.#unlisted(manifests.filter((manifest) => !manifest.tag));
  }

  // A name that differs only in case or composition is one file on some disks.
  #absent(path: string, listedIn: string, folded: ReadonlySet<string>): void {
    if (SYSTEM_FILE.test(path)) {
      this.#absentSystemFiles += 1;
      this.warn("missing", path, "system-file");
    } else if (folded.has(foldedPath(path))) this.warn("missing", path, "other-spelling");
    else this.error("missing", path, "listed-in", listedIn);
  }

  #unlisted(payload: readonly Manifest[]): void {
    for (const path of this.#source.files.keys()) {
      if (!path.startsWith("data/")) continue;
      const listing = payload.filter((manifest) => manifest.digests.has(path));
      if (listing.length === 0) this.error("added", path, "unlisted");
      else if (this.#version === "1.0" && listing.length < payload.length)
        this.error("malformed", path, "not-in-every-manifest");
    }
    const hasData = [...this.#source.files.keys(), ...this.#source.emptyFolders].some(
      (path) => path === "data" || path.startsWith("data/"),
    );
    if (!hasData) this.error("missing", "data", "no-payload");
  }

  /** Reads every file once, whatever the number of algorithms, and compares. */
  async contents(manifests: readonly Manifest[]): Promise<ReadonlyMap<string, string>> {
    const digests = new Map<string, string>();
    for (const path of this.#source.files.keys()) {
      const expected = manifests.flatMap((manifest) => {
        const digest = manifest.digests.get(path);
        return digest === undefined
          ? []
          : [{ algorithm: manifest.algorithm, digest, name: manifest.name }];
      });
      const found = await this.#hash(
        path,
        expected.map((item) => item.algorithm),
      );
      if (!found) continue;
      digests.set(path, found.get("sha256") ?? "");
      const wrong = expected.find((item) => found.get(item.algorithm) !== item.digest);
      if (wrong) this.error("changed", path, "differs-from", wrong.name);
    }
    return digests;
  }

  async #hash(
    path: string,
    algorithms: readonly string[],
  ): Promise<ReadonlyMap<string, string> | null> {
    const hashes = new Map<string, Hash>(
      ["sha256", ...algorithms].map((name) => [name, createHash(name)]),
    );
    let size = 0;
    try {
      for await (const part of await this.#source.read(path)) {
        size += part.length;
        if (size > this.#limits.fileBytes) throw new RangeError("larger than is read");
        for (const hash of hashes.values()) hash.update(part);
      }
    } catch (error) {
      this.error("changed", path, "unreadable", error instanceof Error ? error.message : "");
      return null;
    }
    return new Map([...hashes].map(([name, hash]) => [name, hash.digest("hex")]));
  }

  async fetch(): Promise<void> {
    if (!this.#source.files.has("fetch.txt")) return;
    const text = await this.#tagText("fetch.txt");
    if (text === null) return;
    const { paths, broken } = readFetch(text);
    for (const line of broken) this.error("malformed", "fetch.txt", "bad-line", line);
    for (const path of paths)
      if (!staysInside(path) || !path.startsWith("data/"))
        this.error("unsafe", path, "listed-outside", "fetch.txt");
  }

  async info(): Promise<readonly (readonly [string, string])[]> {
    const name = this.#source.files.has("bag-info.txt") ? "bag-info.txt" : "package-info.txt";
    if (!this.#source.files.has(name)) return [];
    const text = await this.#tagText(name);
    if (text === null) return [];
    const { entries, broken } = readBagInfo(text);
    for (const line of broken) this.error("malformed", name, "bad-line", line);
    for (const [label, value] of entries)
      if (label.toLowerCase() === "payload-oxum") this.#oxum(name, value);
    return entries;
  }

  #oxum(name: string, value: string): void {
    const sizes = [...this.#source.files].filter(([path]) => path.startsWith("data/"));
    const bytes = sizes.reduce((total, [, size]) => total + size, 0);
    const match = /^(\d+)\.(\d+)$/.exec(value);
    if (!match) this.error("malformed", name, "bad-line", `Payload-Oxum ${value}`);
    else if (
      this.#absentSystemFiles > 0 &&
      Number(match[2]) === sizes.length + this.#absentSystemFiles
    )
      this.warn("changed", name, "sum-system-files", value);
    else if (Number(match[1]) !== bytes || Number(match[2]) !== sizes.length)
      this.error("changed", name, "sum-differs", `${value} ≠ ${bytes}.${sizes.length}`);
  }
}

/** Checks a bag as RFC 8493 and its drafts since 0.93 ask, without fetching anything. Never throws on bad content. */
export async function checkBag(source: BagSource, limits: ReadLimits): Promise<BagCheck> {
  const checker = new Checker(source, limits);
  checker.errors.push(...source.faults);
  try {
    const declaration = await checker.declaration();
    const manifests = await checker.manifests();
    await checker.fetch();
    checker.presence(manifests);
    const info = await checker.info();
    // A bag that was given up for its size is not read to its end.
    const givenUp = source.faults.some(({ reason }) => reason === "too-much");
    const digests = givenUp ? new Map() : await checker.contents(manifests);
    return { errors: checker.errors, warnings: checker.warnings, declaration, info, digests };
  } catch (error) {
    checker.error("malformed", "", "unreadable", error instanceof Error ? error.message : "");
    return {
      errors: checker.errors,
      warnings: checker.warnings,
      declaration: null,
      info: [],
      digests: new Map(),
    };
  }
}
