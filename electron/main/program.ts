import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserWindow, Dialog } from "electron";
import type { ProgramPort } from "#desk";
import {
  diagnosticText,
  inspectUpdate,
  lookForUpdates,
  type Managed,
  type NamedKey,
  type UpdateQuestion,
} from "#node/host";
import { type Lang, translate } from "#shared/i18n";

/** What the desktop host tells of the program; everything it needs is handed in. */
export interface ProgramParts {
  readonly version: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  /** The folder above dist, where packaging put the licences and the keys. */
  readonly root: string;
  readonly userData: string;
  readonly log: string;
  readonly refused: ReadonlyMap<string, number>;
  readonly managed: Managed | undefined;
  /** Where the person opened update files since the start. */
  readonly updateFolders: ReadonlySet<string>;
  readonly dialog: Pick<Dialog, "showOpenDialog">;
  readonly window: () => BrowserWindow | undefined;
  readonly lang: () => Lang;
}

function isKey(value: unknown): value is NamedKey {
  const { name, publicKey } = (value ?? {}) as { name?: unknown; publicKey?: unknown };
  return typeof name === "string" && /^[0-9a-f]{64}$/.test(String(publicKey));
}

/** The keys that packaging put into the program; a program run from its sources has none. */
async function ownKeys(root: string): Promise<readonly NamedKey[]> {
  const text = await readFile(join(root, "update-keys.json"), "utf8").catch(() => "[]");
  const keys: unknown = JSON.parse(text);
  return Array.isArray(keys) ? keys.filter(isKey) : [];
}

/** The desktop program about itself, with the update files of this machine. */
export async function programPort(parts: ProgramParts): Promise<ProgramPort> {
  const { version, versions, root, userData, managed } = parts;
  const { electron = "-", chrome = "-", node = "-" } = versions;
  const runtime = `Electron ${electron}, Chromium ${chrome}, Node ${node}`;
  const keys = [...(await ownKeys(root)), ...(managed?.updateKeys ?? [])];
  const question: UpdateQuestion = {
    current: version,
    platform: process.platform,
    arch: process.arch,
    keys,
  };
  const folders = () => [
    ...new Set([
      join(userData, "updates"),
      ...(managed?.updates === undefined ? [] : [managed.updates]),
      ...parts.updateFolders,
    ]),
  ];
  const pick = async () => {
    const window = parts.window();
    if (window === undefined) return undefined;
    const name = translate(parts.lang(), "dialog.update.kind");
    const { canceled, filePaths } = await parts.dialog.showOpenDialog(window, {
      title: translate(parts.lang(), "update.pick"),
      filters: [{ name, extensions: ["h200update"] }],
      properties: ["openFile"],
    });
    const [path] = filePaths;
    return canceled || path === undefined ? undefined : await inspectUpdate(path, question);
  };
  return {
    runtime,
    licenceBook: async () => await readFile(join(root, "licences.txt"), "utf8").catch(() => ""),
    diagnostics: async () =>
      await diagnosticText({
        version,
        runtime,
        refused: parts.refused,
        managed: Object.keys(managed ?? {}).filter((name) => name !== "schema"),
        log: parts.log,
      }),
    ...(managed === undefined ? {} : { managed }),
    updates: {
      folders,
      keys,
      look: async () => await lookForUpdates(folders(), question),
      pick,
    },
  };
}
