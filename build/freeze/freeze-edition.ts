import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { describeAssets, loadTypesetterAssets } from "#node/pdf";
import { sha256Hex } from "#shared/kernel";
import { PAPERS_EDITION, papersFingerprint } from "#shared/papers";

// Keeps how papers are made today, before the edition is raised: `node build/run.mjs build/freeze/freeze-edition.ts`. Writes the
// module and the templates of the present edition and prints the hash under which its packets name their typesetter.
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const edition = String(PAPERS_EDITION);
const scratch = join(root, ".cache", `freeze-${process.pid}`);
const entry = join(scratch, "entry.ts");

mkdirSync(scratch, { recursive: true });
try {
  const names = "contentText, documentsOf, evidenceOf, papersFingerprint, readContent";
  writeFileSync(entry, `export { ${names} } from "#shared/papers";\n`);
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "warn",
    build: {
      outDir: join(scratch, "out"),
      lib: { entry, formats: ["es"], fileName: () => `papers-${edition}.mjs` },
      minify: true,
      rolldownOptions: {
        external: [/^zod/, /^@noble\//, /^big\.js/, /^pinyin-pro/],
        treeshake: { moduleSideEffects: false },
        output: { codeSplitting: false },
      },
    },
  });
  const from = join(scratch, "out", `papers-${edition}.mjs`);
  cpSync(from, join(root, "electron", "node", "editions", `papers-${edition}.mjs`));
  const pdf = join(root, "electron", "node", "pdf");
  cpSync(join(pdf, "templates"), join(pdf, `templates-${edition}`), { recursive: true });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const assets = describeAssets(await loadTypesetterAssets());
const typesetter = sha256Hex(JSON.stringify([assets, papersFingerprint()]));
process.stdout.write(`edition ${edition}: typesetter ${typesetter}\n`);
