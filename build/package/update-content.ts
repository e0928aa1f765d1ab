import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { UpdateContent } from "#node/host";

type UpdateFile = UpdateContent["files"][number];

/** Installers as electron-builder names them: `h200-desk-0.2.0-win-x64.exe`. Archives are no installers. */
const installer =
  /^h200-desk-(\d+\.\d+\.\d+)-(win|mac|linux)-(x64|x86_64|arm64)\.(exe|dmg|AppImage)$/;
const systems = { win: "win32", mac: "darwin", linux: "linux" } as const;

/** What an update file says of the installers in a folder; refuses a folder without any, or with those of two versions. */
export function updateContent(
  folder: string,
  { issued, notes }: Pick<UpdateContent, "issued" | "notes">,
): UpdateContent {
  const found = readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const match = installer.exec(name);
      return match === null ? [] : [{ name, version: match[1] ?? "", match }];
    });
  const versions = [...new Set(found.map((each) => each.version))];
  const [version] = versions;
  if (version === undefined) throw new Error(`there is no installer in ${folder}`);
  if (versions.length > 1)
    throw new Error(`installers of several versions: ${versions.join(", ")}`);
  const files = found.map(({ name, match }): UpdateFile => {
    const bytes = readFileSync(join(folder, name));
    return {
      name,
      system: systems[(match[2] ?? "win") as keyof typeof systems],
      arch: match[3] === "arm64" ? "arm64" : "x64",
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
  });
  return { schema: "h200-desk/update@1", version, issued, notes, files };
}
