import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { type Lang, translate } from "#shared/i18n";

/** A page on the disk that only this user can read and that leads on to the desk. */
export interface LinkPage {
  readonly path: string;
  /** Removes it; no error when it is gone. */
  remove(): Promise<void>;
}

function escaped(text: string): string {
  const named: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };
  return text.replace(/[&<>"]/g, (char) => `&${named[char]};`);
}

function pageOf(address: string, lang: Lang): string {
  const say = (key: "loopback.page.title" | "loopback.page.go") => escaped(translate(lang, key));
  const to = escaped(address);
  return `<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${to}">
<title>${say("loopback.page.title")}</title>
<p><a href="${to}" rel="noreferrer">${say("loopback.page.go")}</a></p>
</html>
`;
}

/** Where a browser of this user can read: Windows and macOS give each user a temporary folder of their own. */
function placeFor(platform: NodeJS.Platform): string {
  // Browsers that run confined on Linux see the home folder, and neither /tmp nor hidden folders.
  return platform === "linux" ? homedir() : tmpdir();
}

/**
 * Writes the page that carries the link, in a fresh folder that only this user can enter. The list of processes, which
 * everybody on the machine can read, then shows a path and no secret.
 */
export async function writeLinkPage(
  address: string,
  lang: Lang,
  platform: NodeJS.Platform,
  place: string = placeFor(platform),
): Promise<LinkPage> {
  const make = (folder: string) => mkdtemp(join(folder, "h200-desk-link-"));
  const dir = await make(place).catch(() => make(tmpdir()));
  const path = join(dir, "open.html");
  await writeFile(path, pageOf(address, lang), { flag: "wx", mode: 0o600 });
  return {
    path,
    remove: async () => await rm(dir, { recursive: true, force: true }),
  };
}
