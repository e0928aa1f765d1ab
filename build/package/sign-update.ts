import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { signUpdate } from "#node/host";
import { updateContent } from "./update-content.ts";

// Writes the update file that people put beside an installer: `sign-update.ts FOLDER [--key FILE] [--zh TEXT] [--en TEXT]`.
// The key is an Ed25519 private key in PEM form, from the file or from UPDATE_SIGNING_KEY.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: "string" }, zh: { type: "string" }, en: { type: "string" } },
});
const [folder = "."] = positionals;
const pem =
  values.key === undefined ? process.env["UPDATE_SIGNING_KEY"] : readFileSync(values.key, "utf8");
if (pem === undefined || pem === "") {
  process.stderr.write("sign-update: set UPDATE_SIGNING_KEY or give --key FILE.\n");
  process.exit(2);
}
try {
  const content = updateContent(folder, {
    issued: new Date().toISOString().slice(0, 10),
    notes: { zh: values.zh ?? "", en: values.en ?? "" },
  });
  const file = join(folder, `h200-desk-${content.version}.h200update`);
  writeFileSync(file, signUpdate(content, pem));
  process.stdout.write(`sign-update: ${file} for ${content.files.length} installers\n`);
} catch (cause) {
  process.stderr.write(`sign-update: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(2);
}
