import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { appError, err, ok, type Result, visibleText } from "#shared/kernel";
import {
  type BagSource,
  type Difference,
  defaultLimits,
  type ReadLimits,
  readWhole,
} from "./bag-source.ts";
import { DECLARATION, readBagInfo, readManifest, writeBagInfo, writeManifest } from "./bag-text.ts";
import { type BagCheck, checkBag } from "./check-bag.ts";
import { nameOf, openBag, type Place } from "./open-bag.ts";
import {
  checkSignature,
  SIGNATURE_FILE,
  SIGNED_FILE,
  type SignatureCheck,
} from "./packet-signature.ts";
import { zipStream } from "./packet-zip.ts";
import type { Reason } from "./reasons.ts";
import { collisions, pathFault } from "./safe-path.ts";

/**
 * What verification found. `differences` is empty exactly when every byte is what was written. `container` says of a zip
 * whether it is the archive that was written (`same`) or one made anew around the same files (`repacked`, no difference).
 */
export type PacketVerification = {
  readonly differences: readonly Difference[];
  readonly signature: SignatureCheck;
  readonly container: "folder" | "same" | "repacked";
  readonly info: ReadonlyMap<string, string>;
  /** `bag-info.txt` line by line, as it stands there. */
  readonly lines: readonly (readonly [string, string])[];
  /** SHA-256 of every file by path. */
  readonly digests: ReadonlyMap<string, string>;
  readonly sizes: ReadonlyMap<string, number>;
};

/** The entry of `bag-info.txt` that says `draft` or `sealed`; a sealed packet without its signature is not whole. */
const STATE = "Packet-State";
const MANIFESTS = ["manifest-sha256.txt", SIGNED_FILE];
const TAG_FILES = ["bagit.txt", "bag-info.txt", ...MANIFESTS, SIGNATURE_FILE];

/** Our own rules above the standard: one version, one algorithm, one spelling, no fetching, nothing unlisted. */
class StrictRules {
  readonly found: Difference[] = [];
  readonly #source: BagSource;
  readonly #limit: number;

  constructor(source: BagSource, limit: number) {
    this.#source = source;
    this.#limit = limit;
  }

  #note(kind: Difference["kind"], path: string, reason: Reason, about?: string): void {
    this.found.push({ kind, path, reason, ...(about === undefined ? {} : { about }) });
  }

  names(): void {
    for (const path of this.#source.files.keys()) this.#name(path);
    for (const path of this.#source.emptyFolders) this.#note("added", path, "empty-folder");
    for (const [first, second] of collisions(this.#source.files.keys()))
      this.#note("malformed", second, "same-name", first);
    for (const path of TAG_FILES)
      if (path !== SIGNATURE_FILE && !this.#source.files.has(path))
        this.#note("missing", path, "always-there");
  }

  #name(path: string): void {
    const fault = pathFault(path);
    if (fault !== null) this.#note("unsafe", path, fault);
    if (path === "fetch.txt") this.#note("unsafe", path, "fetches");
    else if (!path.startsWith("data/") && !TAG_FILES.includes(path))
      this.#note("added", path, "not-of-packet");
  }

  /** Every tag file must be spelt as this program spells it, so that no byte of it can change unnoticed. */
  async spelling(): Promise<void> {
    await this.#spelt("bagit.txt", () => DECLARATION);
    await this.#spelt("bag-info.txt", (text) => writeBagInfo(readBagInfo(text).entries));
    for (const name of MANIFESTS)
      await this.#spelt(name, (text) =>
        writeManifest(
          new Map(readManifest(text, "1.0").lines.map((line) => [line.path, line.digest])),
        ),
      );
    const listed = readManifest(await this.#text(SIGNED_FILE), "1.0").lines.map(
      (line) => line.path,
    );
    for (const path of ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"])
      if (!listed.includes(path)) this.#note("malformed", SIGNED_FILE, "not-listed", path);
  }

  async #text(path: string): Promise<string> {
    if (!this.#source.files.has(path)) return "";
    return (await readWhole(this.#source, path, this.#limit)).toString("utf8");
  }

  async #spelt(path: string, write: (text: string) => string): Promise<void> {
    if (!this.#source.files.has(path)) return;
    const bytes = await readWhole(this.#source, path, this.#limit);
    if (!bytes.equals(Buffer.from(write(bytes.toString("utf8")))))
      this.#note("malformed", path, "other-writing");
  }

  async signature(): Promise<SignatureCheck> {
    if (!this.#source.files.has(SIGNATURE_FILE) || !this.#source.files.has(SIGNED_FILE))
      return { state: "none" };
    const check = checkSignature(
      await readWhole(this.#source, SIGNATURE_FILE, this.#limit),
      await readWhole(this.#source, SIGNED_FILE, this.#limit),
    );
    if (check.state === "invalid") this.#note("changed", SIGNATURE_FILE, check.reason);
    return check;
  }
}

async function hashOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of stream) hash.update(part);
  return hash.digest("hex");
}

function isFolder(place: Place): place is Exclude<Place, string | Uint8Array> {
  return typeof place !== "string" && !(place instanceof Uint8Array);
}

async function containerOf(
  place: Place,
  source: BagSource,
): Promise<PacketVerification["container"]> {
  if (source.container === "folder") return "folder";
  if (source.faults.length > 0 || isFolder(place)) return "repacked";
  const members = [...source.files].map(([path, bytes]) => ({
    path: `${source.folder}${path}`,
    bytes,
    read: () => source.read(path),
  }));
  const written = await hashOf(zipStream(members)).catch(() => "");
  const given = typeof place === "string" ? createReadStream(place) : Readable.from([place]);
  return written === (await hashOf(given)) ? "same" : "repacked";
}

/** A hostile packet may be wrong in a million places; nobody reads more than these. */
const MOST_DIFFERENCES = 1_000;
const LONGEST_PATH = 400;
const LONGEST_ABOUT = 200;

/** Names come from whoever made the packet: they are shown by what they are, and not at any length. */
function shown({ path, about, ...rest }: Difference): Difference {
  return {
    ...rest,
    path: visibleText(path).slice(0, LONGEST_PATH),
    ...(about === undefined ? {} : { about: visibleText(about).slice(0, LONGEST_ABOUT) }),
  };
}

/** In the order of paths, each once, no more than anybody reads, and as they may be shown. */
export function tidy(
  differences: readonly Difference[],
  once: (item: Difference) => string = ({ reason, kind }) => reason ?? kind,
): readonly Difference[] {
  const byKey = new Map<string, Difference>();
  for (const item of differences) {
    const key = `${item.path}\u0000${once(item)}`;
    if (!byKey.has(key)) byKey.set(key, item);
  }
  const sorted = [...byKey.values()].sort((a, b) => {
    if (a.path === b.path) return a.kind < b.kind ? -1 : 1;
    return a.path < b.path ? -1 : 1;
  });
  return sorted.slice(0, MOST_DIFFERENCES).map(shown);
}

async function verify(
  place: Place,
  source: BagSource,
  limits: ReadLimits,
): Promise<PacketVerification> {
  const bag: BagCheck = await checkBag(source, limits);
  const rules = new StrictRules(source, limits.tagFileBytes);
  let signature: SignatureCheck = { state: "none" };
  rules.names();
  try {
    await rules.spelling();
    signature = await rules.signature();
  } catch (error) {
    rules.found.push({
      kind: "malformed",
      path: "",
      reason: "unreadable",
      about: error instanceof Error ? error.message : "",
    });
  }
  if (
    signature.state === "none" &&
    bag.info.some(([name, value]) => name === STATE && value === "sealed")
  )
    rules.found.push({
      kind: "missing",
      path: SIGNATURE_FILE,
      reason: "signature-missing",
    });
  return {
    // One of each kind at each place: the first reason explains the others.
    differences: tidy([...bag.errors, ...bag.warnings, ...rules.found], ({ kind }) => kind),
    signature,
    container: await containerOf(place, source),
    info: new Map(bag.info),
    lines: bag.info,
    digests: bag.digests,
    sizes: source.files,
  };
}

/** A folder of something else: neither a file that every packet has nor any content. */
function holdsNoPacket({ files, faults }: BagSource): boolean {
  if (faults.length > 0) return false;
  return ![...files.keys()].some((path) => TAG_FILES.includes(path) || path.startsWith("data/"));
}

/**
 * Verifies a packet in a folder or zip with nothing but the packet: structure, names, hashes, signature. Any changed,
 * missing, added or renamed file, and any changed byte of any file, is a difference. Fails only when there is nothing to
 * read at all (`packet-not-found`, `packet-not-a-bag`, `packet-unreadable`) or nothing of a packet (`packet-none`).
 */
export async function verifyPacket(
  place: Place,
  limits: ReadLimits = defaultLimits,
): Promise<Result<PacketVerification>> {
  const source = await openBag(place, limits);
  if (!source.ok) return source;
  try {
    if (holdsNoPacket(source.value)) return err(appError("packet-none", { place: nameOf(place) }));
    return ok(await verify(place, source.value, limits));
  } finally {
    await source.value.close();
  }
}

/** The files of a packet with their sizes. */
export async function listPacketFiles(
  place: Place,
  limits: ReadLimits = defaultLimits,
): Promise<Result<ReadonlyMap<string, number>>> {
  const source = await openBag(place, limits);
  if (!source.ok) return source;
  const { files } = source.value;
  await source.value.close();
  return ok(files);
}

/** Reads one file of a packet, e.g. the set's canonical JSON; the bytes are those that `digests` was computed from. */
export async function readPacketFile(
  place: Place,
  path: string,
  limits: ReadLimits = defaultLimits,
): Promise<Result<Uint8Array>> {
  const source = await openBag(place, limits);
  if (!source.ok) return source;
  try {
    if (!source.value.files.has(path))
      return err(appError("packet-file-missing", { place: nameOf(place), path }));
    return ok(await readWhole(source.value, path, limits.fileBytes));
  } catch (error) {
    const problem = error instanceof Error ? error.message : "";
    return err(appError("packet-unreadable", { place: nameOf(place), problem }));
  } finally {
    await source.value.close();
  }
}
