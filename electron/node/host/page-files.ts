import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

/** One file of the built page. */
export interface PageFile {
  readonly type: string;
  /** Whether its name changes with its content, so that it may be kept for ever. */
  readonly hashed: boolean;
  read(): Promise<Buffer>;
}

/** The built page's files by the path they are asked for: what is not in this map does not exist. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

/**
 * Lists the built page once, at start. Requests are answered from the list by exact name, so no request path ever
 * becomes a file path.
 */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, PageFile>();
  for (const entry of entries) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const name = `/${relative(folder, path).split(sep).join("/")}`;
    files.set(name, {
      type,
      hashed: name.startsWith("/assets/"),
      read: async () => await readFile(path),
    });
  }
  const start = files.get("/index.html");
  if (start !== undefined) files.set("/", start);
  return files;
}
