import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A library whose code or data is in the package. */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The licence's own words, as the library ships them. */
  readonly text: string;
  /** The archive's hash from the lock file, `sha512-…`. */
  readonly integrity?: string;
}

interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/** In the development part of the manifest, yet what the desktop program runs in. */
const alsoShipped = ["node_modules/electron"];

/** The licence files of a library; some ship a folder of them. */
function licenceText(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => /^(licen[cs]e|copying|notice|ofl)/i.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return [path];
      return readdirSync(path)
        .sort()
        .map((name) => join(path, name));
    })
    .map((path) => readFileSync(path, "utf8").trim())
    .join("\n\n");
}

function licenceName(manifest: { license?: unknown; licenses?: unknown }): string {
  const given = manifest.license ?? manifest.licenses;
  if (typeof given === "string") return given;
  if (Array.isArray(given)) return given.map((entry) => entry.type ?? String(entry)).join(" OR ");
  return (given as { type?: string } | undefined)?.type ?? "not stated";
}

/** Every library that the package holds, from the lock file and from what is installed, by name. */
export function shippedComponents(root: string): readonly Component[] {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const packages: Readonly<Record<string, LockEntry>> = lock.packages;
  const shipped = Object.entries(packages).filter(
    ([path, entry]) =>
      alsoShipped.includes(path) ||
      (path !== "" && !entry.dev && !entry.optional && !entry.devOptional),
  );
  return shipped
    .filter(([path]) => existsSync(join(root, path, "package.json")))
    .map(([path, entry]): Component => {
      const folder = join(root, path);
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      return {
        name: manifest.name,
        version: entry.version ?? manifest.version,
        licence: licenceName(manifest),
        text: licenceText(folder),
        ...(entry.integrity === undefined ? {} : { integrity: entry.integrity }),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The licences of all libraries as one text, for the About window and the package. */
export function licenceBook(components: readonly Component[]): string {
  const chapters = components.map(
    ({ name, version, licence, text }) =>
      `${name} ${version}\nLicence: ${licence}\n\n${text || "(The library ships no licence text.)"}\n`,
  );
  return `Libraries in this program and their licences\n\n${chapters.join(`\n${"-".repeat(72)}\n\n`)}`;
}
