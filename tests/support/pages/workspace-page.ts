import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import type { Words } from "./words.ts";

/** The screens around the workspace: the way in, encryption, versions, bin, backups, bundles. */
export function workspacePage(page: Page, w: Words) {
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const goTo = async (...steps: readonly string[]) => {
    await page.evaluate(
      (hash) => {
        globalThis.location.hash = hash;
      },
      `#/${steps.join("/")}`,
    );
  };
  /** Keeps the code that is shown once, and goes on. */
  const keepCode = async () => {
    const shown = page.getByRole("status", { name: w("encryption.recovery.title") });
    await shown.waitFor({ timeout: 40_000 });
    const groups = await shown.locator("span").allTextContents();
    await page.getByLabel(w("encryption.recovery.kept")).check();
    await button(w("encryption.recovery.go")).click();
    return groups.join("-");
  };
  return {
    goTo,
    button,
    keepCode,
    encrypt: async (passphrase: string) => {
      await goTo("settings", "encryption");
      await button(w("encryption.encrypt")).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(w("encryption.passphrase")).fill(passphrase);
      await dialog.getByLabel(w("encryption.passphrase.again")).fill(passphrase);
      await dialog.getByRole("button", { name: w("encryption.encrypt"), exact: true }).click();
      return await keepCode();
    },
    lock: async () => {
      await page
        .getByRole("banner")
        .getByRole("button", { name: w("encryption.lock") })
        .click();
      await page.getByLabel(w("start.passphrase"), { exact: true }).waitFor();
    },
    unlock: async (passphrase: string) => {
      await page.getByLabel(w("start.passphrase"), { exact: true }).fill(passphrase);
      await button(w("start.unlock")).click();
    },
    unlockByCode: async (code: string) => {
      await button(w("start.use.recovery")).click();
      await page.getByLabel(w("start.recovery")).fill(code);
      await button(w("start.unlock")).click();
    },
    problem: (text: string) => page.getByRole("alert").filter({ hasText: text }),
    version: (revision: number) =>
      page
        .getByRole("list", { name: w("history.versions") })
        .getByRole("listitem")
        .filter({ has: page.getByText(w("history.version", { revision }), { exact: true }) }),
    row: (text: string) => page.getByRole("row").filter({ hasText: text }),
    pickFile: async (name: string, path: string) =>
      await page
        .locator('input[type="file"]')
        .first()
        .setInputFiles({ name, mimeType: "application/zip", buffer: await readFile(path) }),
  };
}
