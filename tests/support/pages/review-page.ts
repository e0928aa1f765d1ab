import type { Page } from "playwright";
import type { Words } from "./words.ts";

/** Persons with keys, reviews and sealing, as people do them in the window. */
export function reviewPage(page: Page, w: Words) {
  const dialog = () => page.getByRole("dialog").last();
  return {
    /** Makes a colleague with one role and a signing key. Stands on the settings page. */
    addPerson: async (name: string, role: "drafter" | "reviewer" | "legal", passphrase: string) => {
      await page.getByRole("tab", { name: w("settings.tab.persons"), exact: true }).click();
      await page.getByRole("button", { name: w("settings.persons.new"), exact: true }).click();
      const person = dialog();
      await person.locator('[data-path$=".name"] input').fill(name);
      if (role !== "drafter")
        await person.getByLabel(w("person.role.drafter"), { exact: true }).uncheck();
      await person.getByLabel(w(`person.role.${role}`), { exact: true }).check();
      await person.getByRole("button", { name: w("screen.save"), exact: true }).click();
      await person.waitFor({ state: "detached" });
      const row = page.getByRole("listitem").filter({ hasText: name });
      await row.getByRole("button", { name: w("settings.persons.makekey") }).click();
      const key = dialog();
      for (const label of [
        "settings.persons.passphrase",
        "settings.persons.passphrase.again",
      ] as const)
        await key.getByLabel(w(label), { exact: true }).fill(passphrase);
      await key.getByRole("button", { name: w("screen.create"), exact: true }).click();
      await key.waitFor({ state: "detached" });
    },
    /** Has one colleague confirm the key and roles of another. Stands on the tab of persons. */
    confirm: async (of: string, by: string, passphrase: string) => {
      const row = page.getByRole("listitem").filter({ hasText: of });
      await row.getByRole("button", { name: w("persons.confirm"), exact: true }).click();
      const act = dialog();
      await act.getByLabel(w("act.person"), { exact: true }).selectOption({ label: by });
      await act.getByLabel(w("act.passphrase"), { exact: true }).fill(passphrase);
      await act.getByRole("button", { name: w("act.sign"), exact: true }).click();
      await act.waitFor({ state: "detached" });
    },
    /** Has a person unlock the own key for the session. Stands on the tab of persons. */
    signIn: async (name: string, passphrase: string) => {
      await page.getByRole("button", { name: w("persons.signin"), exact: true }).click();
      const act = dialog();
      await act.getByLabel(w("act.person"), { exact: true }).selectOption({ label: name });
      await act.getByLabel(w("act.passphrase"), { exact: true }).fill(passphrase);
      await act.getByRole("button", { name: w("persons.signin"), exact: true }).click();
      await act.waitFor({ state: "detached" });
    },
    /** What sealing still needs, in the open dialog. */
    readiness: async (again = false) => {
      const open = w(again ? "packets.seal.again" : "packets.seal");
      await page.getByRole("button", { name: open, exact: true }).click();
      return dialog();
    },
    /** Signs a review in the open dialog's words; a comment goes to one part of the order. */
    sign: async (review: {
      readonly kind: "compliance" | "legal";
      readonly person: string;
      readonly passphrase: string;
      readonly comment?: string;
    }) => {
      await page.getByRole("button", { name: w("editor.review.add"), exact: true }).click();
      const form = dialog();
      await form.getByLabel(w("editor.review.kind"), { exact: true }).selectOption(review.kind);
      await form
        .getByLabel(w("editor.review.person"), { exact: true })
        .selectOption({ label: review.person });
      await form
        .getByLabel(w("editor.review.decision"), { exact: true })
        .selectOption("ready-to-file");
      await form.getByLabel(w("editor.review.passphrase"), { exact: true }).fill(review.passphrase);
      if (review.comment !== undefined) {
        await form.getByRole("button", { name: w("editor.review.item.add") }).click();
        await form.getByLabel(w("editor.review.item"), { exact: true }).selectOption("order.terms");
        await form.getByLabel(w("editor.review.item.text"), { exact: true }).fill(review.comment);
      }
      await form.getByRole("button", { name: w("editor.review.sign"), exact: true }).click();
      return form;
    },
    /** Seals all sets of the order on the packets view. */
    seal: async (person: string, passphrase: string, again = false) => {
      const open = w(again ? "packets.seal.again" : "packets.seal");
      await page.getByRole("button", { name: open, exact: true }).click();
      const form = dialog();
      await form
        .getByLabel(w("packets.seal.person"), { exact: true })
        .selectOption({ label: person });
      await form.getByLabel(w("packets.seal.passphrase"), { exact: true }).fill(passphrase);
      await form.getByRole("button", { name: w("packets.seal"), exact: true }).click();
      return form;
    },
    papers: () => page.getByRole("region", { name: w("papers.title"), exact: true }),
  };
}
