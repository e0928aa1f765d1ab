import { readFile, writeFile } from "node:fs/promises";
import { arch, platform, release } from "node:os";
import { join } from "node:path";
import type { BrowserWindow, Dialog } from "electron";
import { type Lang, translate } from "#shared/i18n";

/** What diagnostics are made of; nothing of the workspace is among it. */
export interface DiagnosticFacts {
  readonly version: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly refused: ReadonlyMap<string, number>;
  /** The folder of the program's own log. */
  readonly logs: string;
}

const mostLines = 400;

/** The text that would be saved: versions, counts of what was refused, and the end of the program's own log. */
export async function diagnosticText(facts: DiagnosticFacts): Promise<string> {
  const log = await readFile(join(facts.logs, "desk.log"), "utf8").catch(() => "");
  const { electron = "-", chrome = "-", node = "-" } = facts.versions;
  return [
    `H200 Desk ${facts.version}`,
    `${platform()} ${release()} ${arch()}; electron ${electron}, chrome ${chrome}, node ${node}`,
    `refused: ${[...facts.refused].map(([what, count]) => `${what} ${count}`).join(", ") || "-"}`,
    ...log.trimEnd().split("\n").slice(-mostLines),
    "",
  ].join("\n");
}

/** Shows exactly what would be written, and writes it only where the person says. */
export async function collectDiagnostics(
  dialog: Pick<Dialog, "showMessageBox" | "showSaveDialog">,
  window: BrowserWindow,
  lang: Lang,
  facts: DiagnosticFacts,
): Promise<boolean> {
  const text = await diagnosticText(facts);
  const { response } = await dialog.showMessageBox(window, {
    type: "info",
    title: translate(lang, "dialog.diagnostics.title"),
    message: translate(lang, "dialog.diagnostics.text"),
    detail: text.length > 3000 ? `${text.slice(0, 3000)}\n…` : text,
    buttons: [translate(lang, "dialog.diagnostics.save"), translate(lang, "dialog.cancel")],
    defaultId: 1,
    cancelId: 1,
  });
  if (response !== 0) return false;
  const chosen = await dialog.showSaveDialog(window, {
    title: translate(lang, "dialog.diagnostics.title"),
    defaultPath: "h200-desk-diagnostics.txt",
  });
  if (chosen.canceled || chosen.filePath === "") return false;
  await writeFile(chosen.filePath, text);
  return true;
}
