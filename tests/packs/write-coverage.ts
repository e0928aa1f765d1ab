import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { citationsOf, readCoverage, renewed } from "./support/coverage.ts";
import { packFolders } from "./support/pack-files.ts";

// `npm run coverage`: writes down anew which places of each pack cite which fact of the reference.
const formatter = join(process.cwd(), "node_modules/@biomejs/biome/bin/biome");
for (const folder of packFolders) {
  const { coverage, missing } = renewed(readCoverage(folder), citationsOf(folder));
  const path = join(process.cwd(), "shared/packs", folder, "coverage.json");
  for (const id of missing)
    console.log(`  ${path}: ${id} is cited nowhere any more; give its "reason" in zh and en`);
  if (missing.length > 0) process.exitCode = 1;
  writeFileSync(path, `${JSON.stringify(coverage, null, 2)}\n`);
  spawnSync(process.execPath, [formatter, "format", "--write", path], { stdio: "ignore" });
  console.log(`  wrote ${path}`);
}
