import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { sha256 } from "./recorder.ts";

/** A dossier file of the project, and the words that name its own pack where it has one. */
export type DossierFile = {
  readonly name: string;
  readonly path: string;
  readonly pack: readonly string[];
};

/** The dossiers of the folder `examples`. */
export function exampleDossiers(root: string): readonly DossierFile[] {
  return globSync("examples/*.json", { cwd: root })
    .toSorted()
    .map((path) => ({ name: basename(path, ".json"), path, pack: [] }));
}

/** The dossiers of the delivered packs, each once however many packs hold it, and those of the sample pack. */
export function packDossiers(root: string): readonly DossierFile[] {
  const seen = new Set<string>();
  const delivered = globSync("shared/packs/*/*/dossiers/*.json", { cwd: root })
    .toSorted()
    .filter((path) => {
      const hash = sha256(readFileSync(join(root, path)));
      return !seen.has(hash) && seen.add(hash);
    })
    .map((path) => ({ name: `pack-${basename(path, ".json")}`, path, pack: [] }));
  const sample = globSync("examples/packs/*/*/dossiers/*.json", { cwd: root }).toSorted();
  return [
    ...delivered,
    ...sample.map((path) => ({
      name: `sample-pack-${basename(path, ".json")}`,
      path,
      pack: ["--pack", path.slice(0, path.indexOf("/dossiers/"))],
    })),
  ];
}

const lists = "../shared/data/lists";

/** The real lists that lie beside the project on some machines; none elsewhere. */
export function realLists(root: string): readonly string[] {
  return ["csl-official-format-sample.csv", "csl-2026-07-31.json", "ofac-sdn.csv"]
    .map((name) => `${lists}/${name}`)
    .filter((path) => existsSync(join(root, path)));
}
