import type { MenuItemConstructorOptions } from "electron";
import { type Lang, type MessageKey, translate } from "#shared/i18n";

/** What a menu item asks of the page; the page's bridge knows the same shapes. */
export type MenuCommand =
  | { readonly kind: "go"; readonly to: string }
  | { readonly kind: "new-order" }
  | { readonly kind: "language"; readonly language: Lang };

/** All that the menu depends on. */
export interface MenuOptions {
  readonly lang: Lang;
  readonly isMac: boolean;
  readonly isDevelopment: boolean;
  readonly send: (command: MenuCommand) => void;
  /** Asks for a file in a window of the system and opens it. */
  readonly openFile: () => void;
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: "separator" };
const pages = [
  "orders",
  "cases",
  "verify",
  "parties",
  "sites",
  "products",
  "evidence",
  "rules",
  "settings",
] as const;

type RoleItem = (key: MessageKey, name: NonNullable<Item["role"]>) => Item;

function editMenu(role: RoleItem): Item[] {
  return [
    role("menu.edit.undo", "undo"),
    role("menu.edit.redo", "redo"),
    separator,
    role("menu.edit.cut", "cut"),
    role("menu.edit.copy", "copy"),
    role("menu.edit.paste", "paste"),
    role("menu.edit.selectAll", "selectAll"),
  ];
}

/** The native menu as plain data: the same options always give the same menu. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { lang, isMac, send } = options;
  const label = (key: MessageKey) => translate(lang, key);
  const role = (key: MessageKey, name: NonNullable<Item["role"]>): Item => ({
    role: name,
    label: label(key),
  });
  const command = (key: MessageKey, sent: MenuCommand, accelerator?: string): Item => ({
    label: label(key),
    click: () => send(sent),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const quit = role("menu.file.quit", "quit");
  const about = command("menu.help.about", { kind: "go", to: "about" });
  const file: Item[] = [
    command("menu.file.new", { kind: "new-order" }, "CmdOrCtrl+N"),
    { label: label("menu.file.open"), accelerator: "CmdOrCtrl+O", click: options.openFile },
    ...(isMac ? [] : [separator, quit]),
  ];
  const go = pages.map((to, index) =>
    command(`screen.nav.${to}`, { kind: "go", to }, `CmdOrCtrl+${index + 1}`),
  );
  const view: Item[] = [
    role("menu.view.zoomIn", "zoomIn"),
    role("menu.view.zoomOut", "zoomOut"),
    role("menu.view.zoomReset", "resetZoom"),
    role("menu.view.fullScreen", "togglefullscreen"),
    separator,
    role("menu.view.reload", "reload"),
    ...(options.isDevelopment ? [role("menu.view.developer", "toggleDevTools")] : []),
  ];
  // A language is written in itself, so that it is found whatever the menu's language is.
  const language: Item[] = [
    {
      label: "中文",
      type: "radio",
      checked: lang === "zh",
      click: () => send({ kind: "language", language: "zh" }),
    },
    {
      label: "English",
      type: "radio",
      checked: lang === "en",
      click: () => send({ kind: "language", language: "en" }),
    },
  ];
  const help: Item[] = [
    command("tour.title", { kind: "go", to: "tour" }),
    command("menu.help.updates", { kind: "go", to: "about/updates" }),
    command("menu.help.diagnostics", { kind: "go", to: "about/diagnostics" }),
    ...(isMac ? [] : [about]),
  ];
  return [
    ...(isMac ? [{ label: translate(lang, "app.name"), submenu: [about, separator, quit] }] : []),
    { label: label("menu.file"), submenu: file },
    { label: label("menu.edit"), submenu: editMenu(role) },
    { label: label("menu.go"), submenu: go },
    { label: label("menu.view"), submenu: view },
    { label: label("menu.language"), submenu: language },
    {
      label: label("menu.window"),
      submenu: [role("menu.window.minimize", "minimize"), role("menu.window.close", "close")],
    },
    { label: label("menu.help"), submenu: help },
  ];
}
