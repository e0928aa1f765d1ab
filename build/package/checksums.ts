import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

// Writes SHA256SUMS beside the packages, in the form that `sha256sum -c` reads.
const [folder = "."] = process.argv.slice(2);
const names = readdirSync(folder).filter((name) => name.startsWith("h200-desk-"));
const lines = names.sort().map((name) => {
  const hash = createHash("sha256").update(readFileSync(join(folder, name)));
  return `${hash.digest("hex")}  ${name}\n`;
});
if (lines.length === 0) {
  process.stderr.write(`checksums: there is no package in ${folder}\n`);
  process.exit(2);
}
writeFileSync(join(folder, "SHA256SUMS"), lines.join(""));
process.stdout.write(lines.join(""));
