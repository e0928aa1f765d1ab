import { readdirSync, readFileSync } from "node:fs";
import { factCatalogue } from "#shared/facts";
import { compile, type PackInput, type Program } from "#shared/rules";

const packs = new URL("../../../shared/packs/", import.meta.url);

/** The two tracks' folders as issued last. */
export const packFolders = ["cn-import/2026-12-01/", "us-export/2026-12-01/"] as const;
export type PackFolder = (typeof packFolders)[number];

/** Reads one JSON file below `shared/packs`. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, packs), "utf8"));
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(new URL(folder, packs))
      .filter((name) => name.endsWith(".json"))
      .sort();
  } catch {
    return [];
  }
}

/** Everything a pack folder holds, as parsed JSON. */
export function readPack(folder: string): PackInput {
  return {
    pack: readJson(`${folder}pack.json`),
    sources: readJson(`${folder}sources.json`),
    cases: filesOf(`${folder}cases/`).map((name) => readJson(`${folder}cases/${name}`)),
  };
}

/** The base dossiers beside a pack's cases, by file name. */
export function readBases(folder: string): ReadonlyMap<string, unknown> {
  return new Map(
    filesOf(`${folder}dossiers/`).map((name) => [
      name.replace(/\.json$/, ""),
      readJson(`${folder}dossiers/${name}`),
    ]),
  );
}

/** Compiles a pack or throws every reason why not. */
export function programOf(input: PackInput): Program {
  const compiled = compile(input, factCatalogue);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors, null, 2));
  return compiled.program;
}
