import type { MenuItemConstructorOptions } from "electron";
import { expect, test } from "vitest";
import { languages } from "#shared/i18n";
import { type MenuCommand, menuTemplate } from "./menu.ts";

type Item = MenuItemConstructorOptions;

function menu(lang: "zh" | "en", more: { isMac?: boolean; isDevelopment?: boolean } = {}) {
  const sent: MenuCommand[] = [];
  const template = menuTemplate({
    lang,
    isMac: more.isMac ?? false,
    isDevelopment: more.isDevelopment ?? false,
    send: (command) => sent.push(command),
    openFile: () => undefined,
  });
  return { template, sent };
}

function* every(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    yield item;
    if (Array.isArray(item.submenu)) yield* every(item.submenu);
  }
}

test.each(languages)("each item of the %s menu has words, and does something", (lang) => {
  for (const item of every(menu(lang).template)) {
    if (item.type === "separator") continue;
    expect(item.label).toMatch(/\S/);
    expect(item.label).not.toContain("menu.");
    expect(item.role ?? item.click ?? item.submenu).toBeDefined();
  }
});

test("both languages have the same menu", () => {
  const outline = (items: readonly Item[]) =>
    [...every(items)].map((item) => item.role ?? item.type ?? "");
  expect(outline(menu("zh").template)).toEqual(outline(menu("en").template));
});

test("developer tools are in the menu of a development build alone", () => {
  const roles = (isDevelopment: boolean) =>
    [...every(menu("en", { isDevelopment }).template)].map((item) => item.role);
  expect(roles(false)).not.toContain("toggleDevTools");
  expect(roles(true)).toContain("toggleDevTools");
});

test("on macOS the first menu bears the program's name and holds the way out", () => {
  const [first] = menu("en", { isMac: true }).template;
  expect(first?.label).toBe("H200 Procurement Desk");
  const labels = Array.isArray(first?.submenu) ? first.submenu.map((item) => item.label) : [];
  expect(labels).toEqual(["About the desk", undefined, "Quit"]);
});

test("pressing an item sends its command to the page", () => {
  const { template, sent } = menu("en");
  const item = [...every(template)].find(({ label }) => label === "New order");
  (item?.click as (() => void) | undefined)?.();
  expect(sent).toEqual([{ kind: "new-order" }]);
});
