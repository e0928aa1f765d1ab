import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserWindow, Dialog } from "electron";
import { type Lang, translate } from "#shared/i18n";

/** One line per library: its chapter's first two lines in the licence book, as packaging writes it. */
export function libraryLines(book: string): readonly string[] {
  const chapter = /^(\S+ \d[^\n]*)\nLicence: ([^\n]+)$/gm;
  return [...book.matchAll(chapter)].map(([, library, licence]) => `${library} – ${licence}`);
}

/**
 * Says what the program is, in which version, and whose libraries it holds under which licences; offers the licences'
 * full words as a file. From a checkout there is no licence book: the libraries lie in node_modules with their own.
 */
export async function showAbout(
  dialog: Pick<Dialog, "showMessageBox" | "showSaveDialog">,
  window: BrowserWindow,
  lang: Lang,
  program: { readonly version: string; readonly root: string },
): Promise<void> {
  const book = await readFile(join(program.root, "licences.txt"), "utf8").catch(() => "");
  const say = (key: "about.save" | "about.close") => translate(lang, key);
  const { response } = await dialog.showMessageBox(window, {
    type: "info",
    title: translate(lang, "menu.help.about"),
    message: `${translate(lang, "app.name")} ${program.version}`,
    detail: [
      translate(lang, "about.licence"),
      translate(lang, "app.notice.material"),
      ...(book === "" ? [] : ["", translate(lang, "about.libraries"), ...libraryLines(book)]),
    ].join("\n"),
    buttons: book === "" ? [say("about.close")] : [say("about.close"), say("about.save")],
    defaultId: 0,
    cancelId: 0,
  });
  if (response !== 1) return;
  const chosen = await dialog.showSaveDialog(window, { defaultPath: "licences.txt" });
  if (!chosen.canceled && chosen.filePath !== "") await writeFile(chosen.filePath, book);
}
