/** A line of a manifest: digest in lower case, path as it stands there and as it is meant. */
export type ManifestLine = {
  readonly digest: string;
  readonly written: string;
  readonly path: string;
  /** `*` of the md5sum tools before the path. */
  readonly starred: boolean;
};

/** The declaration in `bagit.txt`; null when it is not as the standard writes it. */
export type BagDeclaration = { readonly version: string; readonly encoding: string };

/** Reads `bagit.txt`: two lines, exactly spelt, UTF-8 without a byte order mark. */
export function readDeclaration(bytes: Uint8Array): BagDeclaration | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return null;
  const text = new TextDecoder("utf-8").decode(bytes);
  const match =
    /^BagIt-Version: (\d+\.\d+)[ \t]*\r?\n?Tag-File-Character-Encoding: ([\w.:-]+)[ \t]*[\r\n]*$/.exec(
      text.replaceAll("\r\n", "\n").replaceAll("\r", "\n"),
    );
  return match?.[1] && match[2] ? { version: match[1], encoding: match[2] } : null;
}

/** Decodes a tag file in the declared encoding; null when the encoding is unknown or the bytes are not of it. */
export function decodeTagFile(bytes: Uint8Array, encoding: string): string | null {
  // The standard's UTF-16 begins with a mark that tells the byte order; without one it is big-endian.
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const wide = little ? "utf-16le" : "utf-16be";
  try {
    const label = /^utf-?16$/i.test(encoding) ? wide : encoding;
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// Only line ends and, since 1.0, the percent sign itself are encoded; `%7E` is a name like any other.
function decodePath(path: string, version: string): string {
  const lines = path.replace(/%0d/gi, "\r").replace(/%0a/gi, "\n");
  return version === "1.0" ? lines.replaceAll("%25", "%") : lines;
}

/** Reads a manifest; lines that are none are returned apart. */
export function readManifest(
  text: string,
  version: string,
): { readonly lines: readonly ManifestLine[]; readonly broken: readonly string[] } {
  const lines: ManifestLine[] = [];
  const broken: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === "") continue;
    const match = /^([0-9a-fA-F]+)[ \t]+(\*?)(.+)$/.exec(line);
    if (!match) {
      broken.push(line.slice(0, 80));
      continue;
    }
    const written = decodePath(match[3] ?? "", version);
    const path = written.replace(/^(\.\/)+/, "");
    lines.push({
      digest: (match[1] ?? "").toLowerCase(),
      written,
      path,
      starred: match[2] === "*",
    });
  }
  return { lines, broken };
}

/** Whether a path of a manifest stays inside the bag on every system. */
export function staysInside(path: string): boolean {
  if (/^([/\\~%]|[A-Za-z]:)/.test(path)) return false;
  return !path.replaceAll("\\", "/").split("/").includes("..");
}

/** Reads `bag-info.txt`: labels with their values, continued lines joined. */
export function readBagInfo(text: string): {
  readonly entries: readonly (readonly [string, string])[];
  readonly broken: readonly string[];
} {
  const entries: [string, string][] = [];
  const broken: string[] = [];
  for (const line of text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/)) {
    const last = entries.at(-1);
    if (/^[ \t]+\S/.test(line) && last) last[1] = `${last[1]} ${line.trim()}`;
    else if (line.trim() !== "") {
      const match = /^([^:]+?)[ \t]*:[ \t]*(.*)$/.exec(line);
      if (match) entries.push([match[1] ?? "", (match[2] ?? "").trim()]);
      else broken.push(line.slice(0, 80));
    }
  }
  return { entries, broken };
}

/** Reads `fetch.txt`: address, length and path of each line. */
export function readFetch(text: string): {
  readonly paths: readonly string[];
  readonly broken: readonly string[];
} {
  const paths: string[] = [];
  const broken: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === "") continue;
    const match = /^\S+[ \t]+(\d+|-)[ \t]+(.+)$/.exec(line);
    if (match?.[2]) paths.push(match[2]);
    else broken.push(line.slice(0, 80));
  }
  return { paths, broken };
}

/** The one spelling of a manifest that is written here: sorted by path, two spaces, `\n`. */
export function writeManifest(digests: ReadonlyMap<string, string>): string {
  return [...digests]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, digest]) => `${digest}  ${path.replaceAll("%", "%25")}\n`)
    .join("");
}

/** The declaration that is written here. */
export const DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/** `bag-info.txt` from labels and values; line ends inside a value become spaces. */
export function writeBagInfo(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([name, value]) => `${name}: ${value.replace(/\s+/g, " ").trim()}\n`).join("");
}
