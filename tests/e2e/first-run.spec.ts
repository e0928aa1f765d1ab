import { access, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hostNames, type OpenDesk, openDesk } from "../support/hosts.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const isThere = async (path: string) =>
  await access(path).then(
    () => true,
    () => false,
  );

describe.each(hostNames)("the first run on the %s host", (host) => {
  const zh = wordsOf("zh");
  const en = wordsOf("en");
  let home = "";
  let desk: OpenDesk;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "desk-home-"));
    desk = await openDesk(host, { home });
  });
  afterAll(async () => {
    await desk?.close();
    await rm(home, { recursive: true, force: true });
  });

  test("nothing is made before a person decides", async () => {
    await desk.page.getByRole("heading", { name: zh("welcome.title") }).waitFor();
    expect((await readdir(home)).filter((name) => name.startsWith("H200"))).toEqual([]);
  });

  test("the sample workspace is apart from one's own, says so, and is left again", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: zh("welcome.sample.do") }).click();
    await page.getByRole("heading", { level: 1, name: zh("tour.title") }).waitFor();
    await page.getByText(zh("welcome.sample.here")).waitFor();
    // It opens with every example in it, never empty.
    await shellPage(page, zh).goTo("orders");
    await page.getByRole("row").nth(6).waitFor();
    expect(await isThere(join(home, "H200 Desk-sample", "workspace.json"))).toBe(true);
    expect(await isThere(join(home, "H200 Desk"))).toBe(false);
    await page.getByRole("button", { name: zh("welcome.sample.leave") }).click();
    await page.getByRole("heading", { name: zh("welcome.title") }).waitFor();
  });

  test("one's own workspace is encrypted from its first byte where that is wished, in the language chosen", async () => {
    const { page } = desk;
    await page.getByRole("radio", { name: "English" }).check();
    await page.getByRole("heading", { name: en("welcome.title") }).waitFor();
    await page.getByRole("checkbox", { name: en("start.create.encrypt") }).check();
    const secrets = page.locator('input[type="password"]');
    await secrets.nth(0).fill("correct horse battery staple");
    await secrets.nth(1).fill("correct horse battery staple");
    await page.getByRole("button", { name: en("start.create"), exact: true }).click();
    await page.getByRole("checkbox", { name: en("encryption.recovery.kept") }).check();
    await page.getByRole("button", { name: en("encryption.recovery.go") }).click();
    await shellPage(page, en).ready();
    expect(await isThere(join(home, "H200 Desk", "vault"))).toBe(true);
    expect(await desk.outside()).toEqual([]);
  });
});
