import { chmodSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The systems that packages are made for. */
export type PackagedSystem = "linux" | "win" | "mac";

const helpers = ["", " (Renderer)", " (GPU)", " (Plugin)"].map((kind) => `Electron Helper${kind}`);

function program(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "#!/bin/sh\nexit 0\n");
  chmodSync(path, 0o755);
}

function plist(path: string, name: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string><key>CFBundleName</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>org.example.${name.replace(/\W+/g, "-")}</string></dict></plist>`,
  );
}

function makeMac(folder: string): void {
  const contents = join(folder, "Electron.app", "Contents");
  plist(join(contents, "Info.plist"), "Electron");
  program(join(contents, "MacOS", "Electron"));
  const frameworks = join(contents, "Frameworks");
  // Folders without a file are not copied.
  for (const place of [
    "Resources",
    "Frameworks/Electron Framework.framework/Versions/A/Resources",
  ]) {
    const folderOfTexts = join(contents, place, "en.lproj");
    mkdirSync(folderOfTexts, { recursive: true });
    writeFileSync(join(folderOfTexts, "locale.pak"), "");
  }
  for (const helper of helpers) {
    plist(join(frameworks, `${helper}.app`, "Contents", "Info.plist"), helper);
    program(join(frameworks, `${helper}.app`, "Contents", "MacOS", helper));
  }
}

/** Any Windows program with room for resources; it comes with a tool that electron-builder itself uses. */
function windowsProgram(): string {
  const tool = createRequire(createRequire(import.meta.url).resolve("electron-builder"));
  return join(dirname(tool.resolve("electron-winstaller/package.json")), "vendor", "7z-x64.exe");
}

/** An Electron of its outward shape only, for a system whose real one is not at hand. */
export function makeStandIn(system: PackagedSystem, folder: string): void {
  mkdirSync(join(folder, "resources"), { recursive: true });
  mkdirSync(join(folder, "locales"), { recursive: true });
  for (const locale of ["zh-CN", "en-US", "fr"])
    writeFileSync(join(folder, "locales", `${locale}.pak`), "");
  writeFileSync(join(folder, "version"), "45.4.1");
  writeFileSync(join(folder, "LICENSE"), "stand-in");
  if (system === "linux") program(join(folder, "electron"));
  if (system === "win") copyFileSync(windowsProgram(), join(folder, "electron.exe"));
  if (system === "mac") makeMac(folder);
}

/** The files in an asar archive, by path, with what reads each of them. */
export interface AsarEntry {
  readonly path: string;
  readonly size: number;
  readonly offset: number;
}

interface AsarNode {
  readonly files?: Readonly<Record<string, AsarNode>>;
  readonly size?: number;
  readonly offset?: string;
}

function* entries(node: AsarNode, path: string): Generator<AsarEntry> {
  for (const [name, inner] of Object.entries(node.files ?? {})) {
    const at = path === "" ? name : `${path}/${name}`;
    if (inner.files === undefined)
      yield { path: at, size: inner.size ?? 0, offset: Number(inner.offset ?? 0) };
    else yield* entries(inner, at);
  }
}

/** Reads an archive: a length, a JSON directory, then the files one after another. */
export function readAsar(bytes: Buffer): {
  header: string;
  list: readonly AsarEntry[];
  read(entry: AsarEntry): Buffer;
} {
  const header = bytes.toString("utf8", 16, 16 + bytes.readUInt32LE(12));
  const start = 8 + bytes.readUInt32LE(4);
  return {
    header,
    list: [...entries(JSON.parse(header), "")],
    read: ({ offset, size }) => bytes.subarray(start + offset, start + offset + size),
  };
}

/** Every file below a folder, by path with forward slashes. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
}
