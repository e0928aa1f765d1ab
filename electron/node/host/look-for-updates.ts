import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { NamedKey } from "./managed.ts";
import { compareVersions, readUpdate, type UpdateContent } from "./update-file.ts";

/** What was found of one update file, in the order of what a person should hear first. */
type UpdateState =
  | "ready"
  | "same"
  | "older"
  | "unsigned"
  | "stranger"
  | "forged"
  | "other-system"
  | "file-missing"
  | "file-altered"
  | "unreadable";

/** One update file with its verdict. Only `ready` may be installed. */
export type UpdateFinding = {
  readonly fileName: string;
  readonly folder: string;
  readonly state: UpdateState;
  readonly version?: string;
  readonly issued?: string;
  readonly signer?: string;
  readonly notes?: UpdateContent["notes"];
  /** The installer for this machine, whose hash was compared. */
  readonly installer?: string;
};

/** The program that looks, and whom it believes. */
export type UpdateQuestion = {
  readonly current: string;
  readonly platform: string;
  readonly arch: string;
  readonly keys: readonly NamedKey[];
};

const ending = ".h200update";
const largest = 256 * 1024;
const mostFiles = 20;

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest("hex");
}

async function installerState(
  folder: string,
  { name, bytes, sha256 }: UpdateContent["files"][number],
): Promise<"ready" | "file-missing" | "file-altered"> {
  const path = join(folder, name);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) return "file-missing";
  // The size first: a file of another size need not be read.
  if (found.size !== bytes) return "file-altered";
  return (await sha256Of(path)) === sha256 ? "ready" : "file-altered";
}

/** Looks at one update file and at the installer beside it. Nothing is started, copied or fetched. */
export async function inspectUpdate(
  path: string,
  question: UpdateQuestion,
): Promise<UpdateFinding> {
  const place = { fileName: basename(path), folder: dirname(path) };
  const unreadable: UpdateFinding = { ...place, state: "unreadable" };
  const size = (await stat(path).catch(() => undefined))?.size ?? Number.POSITIVE_INFINITY;
  if (size > largest) return unreadable;
  const read = readUpdate(await readFile(path, "utf8").catch(() => ""), question.keys);
  if (!read.ok) return unreadable;
  const { content, trust } = read.value;
  const { version, issued, notes } = content;
  if (trust.kind === "forged") return { ...place, state: "forged" };
  // What nobody known vouches for may say anything: only its version is repeated.
  if (trust.kind !== "genuine") return { ...place, version, state: trust.kind };
  const about = { ...place, version, issued, notes, signer: trust.signer };
  const newer = compareVersions(version, question.current);
  if (newer <= 0) return { ...about, state: newer === 0 ? "same" : "older" };
  const own = content.files.find(
    ({ system, arch }) => system === question.platform && arch === question.arch,
  );
  if (own === undefined) return { ...about, state: "other-system" };
  return { ...about, installer: own.name, state: await installerState(place.folder, own) };
}

/** Looks at every update file of these folders, newest version first; a folder that is not there holds none. */
export async function lookForUpdates(
  folders: readonly string[],
  question: UpdateQuestion,
): Promise<readonly UpdateFinding[]> {
  const found: UpdateFinding[] = [];
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    const wanted = names.filter((name) => name.toLowerCase().endsWith(ending)).sort();
    for (const name of wanted.slice(0, mostFiles))
      found.push(await inspectUpdate(join(folder, name), question));
  }
  return found.toSorted((a, b) => compareVersions(b.version ?? "0.0.0", a.version ?? "0.0.0"));
}
