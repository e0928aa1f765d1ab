import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { launchDesktop } from "../support/desktop-app.ts";
import { hostNames, type OpenDesk, openDesk } from "../support/hosts.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";
import { workspacePage } from "../support/pages/workspace-page.ts";

const w = wordsOf("zh");
const passphrase = "正确的马电池订书钉";
let desk: OpenDesk;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-places-"));
});
afterEach(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

/** A folder inside one that the test removes, so that copies beside it go too. */
const place = () => join(folder, "workspace");

async function allBytes(dir: string): Promise<Buffer> {
  const files = await readdir(dir, { recursive: true, withFileTypes: true });
  const reads = files
    .filter((one) => one.isFile())
    .map(async (one) => await readFile(join(one.parentPath, one.name)));
  return Buffer.concat(await Promise.all(reads));
}

describe.each(hostNames)("a workspace on %s", (host) => {
  test("is encrypted, locked, refused to a wrong passphrase and opened by the right one and by its code", async () => {
    desk = await openDesk(host, { workspace: place() });
    const workspace = workspacePage(desk.page, w);
    await ordersPage(desk.page, w).create("机密采购单");
    const code = await workspace.encrypt(passphrase);
    expect(code).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/);
    await shellPage(desk.page, w).ready();
    await workspace.lock();
    expect(await desk.page.getByText("机密采购单").count()).toBe(0);
    expect((await allBytes(`${place()}-encrypted`)).includes("机密采购单")).toBe(false);
    await workspace.unlock("别的口令也不短");
    await workspace.problem(w("error.store.wrong-passphrase")).waitFor();
    await workspace.unlock(passphrase);
    await shellPage(desk.page, w).goTo("orders");
    await ordersPage(desk.page, w).row("机密采购单").waitFor();
    await workspace.lock();
    await workspace.unlockByCode(code.toLowerCase());
    await shellPage(desk.page, w).ready();
  });
});

test("versions are compared in words and brought back, also after tabs are switched in haste", async () => {
  desk = await openDesk("loopback");
  const workspace = workspacePage(desk.page, w);
  const editor = editorPage(desk.page, w);
  await ordersPage(desk.page, w).create("历史");
  await editor.fill("order.reference", "甲-1");
  await editor.saved();
  // No waiting: the save of the last edit is still on its way when the editor is opened again.
  await editor.fill("order.reference", "甲-2");
  await editor.view("check");
  await editor.view("edit");
  await editor.fill("order.reference", "甲-3");
  await editor.saved();
  expect(await desk.page.getByRole("dialog").count()).toBe(0);
  await desk.page.getByRole("link", { name: w("screen.order.view.history") }).click();
  const second = workspace.version(2);
  await second.getByRole("button", { name: w("history.compare") }).click();
  const row = second.getByRole("row").filter({ hasText: w("field.order.reference") });
  await expect
    .poll(async () => await row.getByRole("cell").allTextContents())
    .toEqual(["甲-1", "甲-3"]);
  await second.getByRole("button", { name: w("history.restore") }).click();
  await desk.page
    .getByRole("dialog")
    .getByRole("button", { name: w("history.restore"), exact: true })
    .click();
  // How many versions there are depends on the haste: saves that wait are merged.
  await desk.page.getByRole("dialog").waitFor({ state: "detached" });
  await editor.view("edit");
  await expect
    .poll(async () => await editor.field("order.reference").locator("input").inputValue())
    .toBe("甲-1");
});

test("what is deleted rests in the bin, comes back, and even an emptied bin can be undone", async () => {
  desk = await openDesk("loopback");
  const { page } = desk;
  const workspace = workspacePage(page, w);
  const orders = ordersPage(page, w);
  const shell = shellPage(page, w);
  await orders.create("要删除的采购单");
  await shell.goTo("orders");
  await orders.remove("要删除的采购单").click();
  await shell.goTo("trash");
  await workspace.button(w("trash.empty")).click();
  const confirm = page.getByRole("dialog").getByRole("button", { name: w("trash.empty") });
  await confirm.click();
  await page.getByRole("heading", { name: w("trash.none") }).waitFor();
  await page
    .getByRole("listitem")
    .getByRole("button", { name: w("screen.undo") })
    .first()
    .click();
  const back = page.getByRole("button", {
    name: w("trash.restore.named", { name: "要删除的采购单" }),
  });
  await back.click();
  await page.getByRole("heading", { name: w("trash.none") }).waitFor();
  await shell.goTo("orders");
  await orders.row("要删除的采购单").waitFor();
});

test("a second desk is told who holds the workspace and may read it; a snapshot becomes a workspace of its own", async () => {
  desk = await openDesk("loopback", { workspace: place() });
  await ordersPage(desk.page, w).create("共用的采购单");
  await shellPage(desk.page, w).ready();
  const first = workspacePage(desk.page, w);
  await first.goTo("settings", "backup");
  await first.button(w("settings.backup.make")).click();
  await first.button(w("settings.backup.verify")).waitFor();
  const second = await openDesk("loopback", { workspace: place() });
  try {
    const there = workspacePage(second.page, w);
    await second.page
      .getByText(String(process.pid))
      .or(second.page.getByRole("alert"))
      .first()
      .waitFor();
    await there.button(w("start.open.read")).first().click();
    await ordersPage(second.page, w).row("共用的采购单").waitFor();
    await second.page.getByText(w("screen.readonly.asked")).waitFor();
    await there.goTo("settings", "encryption");
    await there.button(w("encryption.close")).click();
    await second.page.getByText(w("start.restore", { count: 1 })).click();
    await there.button(w("start.restore.do")).click();
    await ordersPage(second.page, w).row("共用的采购单").waitFor();
    expect(await second.page.getByText(w("screen.readonly.asked")).count()).toBe(0);
  } finally {
    await second.close();
  }
});

test("one document is brought back from a backup, beginning at the start screen", async () => {
  desk = await openDesk("loopback", { workspace: place() });
  const { page } = desk;
  const workspace = workspacePage(page, w);
  const editor = editorPage(page, w);
  await ordersPage(page, w).create("只取一份");
  await editor.fill("order.reference", "备份时");
  await editor.saved();
  const order = page.url();
  await workspace.goTo("settings", "backup");
  await workspace.button(w("settings.backup.make")).click();
  await workspace.button(w("settings.backup.verify")).waitFor();
  await page.goto(order);
  await editor.fill("order.reference", "之后改坏");
  await editor.saved();
  await workspace.goTo("settings", "encryption");
  await workspace.button(w("encryption.close")).click();
  await page.getByText(w("start.restore", { count: 1 })).click();
  await workspace.button(w("start.restore.one")).click();
  await workspace.button(w("settings.backup.one")).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: "只取一份" })
    .getByRole("button", { name: w("settings.backup.one.restore") })
    .click();
  await page.getByText(w("settings.backup.one.done", { name: "只取一份" })).waitFor();
  await page.goto(order);
  await expect
    .poll(async () => await editor.field("order.reference").locator("input").inputValue())
    .toBe("备份时");
});

test("an edit that cannot be written is said to be in memory only, and is saved once the folder is back", async () => {
  desk = await openDesk("loopback", { workspace: place() });
  const editor = editorPage(desk.page, w);
  await ordersPage(desk.page, w).create("写不进去");
  await editor.fill("order.reference", "前");
  await editor.saved();
  const [orders, away] = [join(place(), "orders"), join(place(), "orders-away")];
  await rename(orders, away);
  await writeFile(orders, "in the way");
  await editor.fill("order.reference", "后");
  await desk.page
    .getByRole("alert")
    .filter({ hasText: w("fileIssues.unsaved", { names: "写不进去" }).slice(0, 12) })
    .waitFor();
  await rm(orders);
  await rename(away, orders);
  // The desk also tries by itself, and may be faster than the click; what counts is that the edit is saved.
  const retry = desk.page.getByRole("button", { name: w("fileIssues.retry") });
  await retry.click({ timeout: 3_000 }).catch(() => undefined);
  await editor.saved();
  expect(await desk.page.getByRole("dialog").count()).toBe(0);
  await desk.page.reload();
  await expect
    .poll(async () => await editor.field("order.reference").locator("input").inputValue())
    .toBe("后");
});

test("a file that another program damaged is shown with both places, and accepted", async () => {
  desk = await openDesk("loopback", { workspace: place() });
  const workspace = workspacePage(desk.page, w);
  const editor = editorPage(desk.page, w);
  await ordersPage(desk.page, w).create("被改坏的采购单");
  await editor.fill("order.reference", "一");
  await editor.saved();
  const [name = ""] = await readdir(join(place(), "orders"));
  const path = join(place(), "orders", name);
  await writeFile(path, (await readFile(path, "utf8")).slice(0, -40));
  await workspace.goTo("settings", "backup");
  const entry = desk.page.getByRole("listitem").filter({ hasText: "被改坏的采购单" });
  await entry.getByText(join(place(), "quarantine")).waitFor();
  await entry.getByRole("button", { name: w("fileIssues.accept") }).click();
  await desk.page.getByRole("heading", { name: w("fileIssues.none") }).waitFor();
  // What was dealt with is still there to be looked at, with both places.
  await desk.page.getByText(w("fileIssues.aside", { count: 1 })).click();
  await desk.page.getByText(w("fileIssues.aside.from", { path })).waitFor();
});

test("a whole order goes to a colleague, whose own changes are not overwritten unseen, and can be taken back", async () => {
  desk = await openDesk("loopback");
  const { page } = desk;
  const workspace = workspacePage(page, w);
  const editor = editorPage(page, w);
  const orders = ordersPage(page, w);
  await orders.create("交给同事");
  await editor.fill("order.reference", "我方一稿");
  await editor.saved();
  await shellPage(page, w).goTo("orders");
  const bundle = await desk.saved(() =>
    page
      .getByRole("button", { name: w("bundle.export.named", { title: "交给同事" }), exact: true })
      .click(),
  );
  expect(bundle.name).toMatch(/\.h200order$/);
  const file = join(folder, "bundle.h200order");
  await writeFile(file, bundle.bytes);
  await orders.open("交给同事");
  await editor.fill("order.reference", "同事改过");
  await editor.saved();
  await shellPage(page, w).goTo("orders");
  await workspace.pickFile("bundle.h200order", file);
  const entry = page.getByRole("dialog").getByRole("listitem").filter({ hasText: "交给同事" });
  await entry.getByRole("button", { name: w("bundle.compare") }).click();
  await entry.getByRole("cell", { name: "同事改过" }).waitFor();
  await entry.getByRole("combobox").selectOption("theirs");
  await workspace.button(w("bundle.take")).click();
  await expect
    .poll(async () => await editor.field("order.reference").locator("input").inputValue())
    .toBe("我方一稿");
  await workspace.button(w("screen.undo")).click();
  await expect
    .poll(async () => await editor.field("order.reference").locator("input").inputValue())
    .toBe("同事改过");
});

test("with the system's key store no passphrase is asked at the start, but after locking it is", async () => {
  const userData = join(folder, "user-data");
  const args = ["--key-store=yes"];
  const wishes = { workspace: place(), userData, args };
  const first = await launchDesktop(wishes);
  const workspace = workspacePage(first.page, w);
  await shellPage(first.page, w).ready();
  await workspace.encrypt(passphrase);
  await workspace.goTo("settings", "encryption");
  await first.page.getByLabel(w("encryption.keystore.use")).click();
  await expect
    .poll(async () => await first.page.getByLabel(w("encryption.keystore.use")).isChecked())
    .toBe(true);
  await first.close();
  const second = await launchDesktop({ ...wishes, workspace: `${place()}-encrypted` });
  desk = { ...({} as OpenDesk), close: second.close };
  await shellPage(second.page, w).ready();
  const again = workspacePage(second.page, w);
  await again.lock();
  expect(await again.button(w("start.keystore")).count()).toBe(0);
  await again.unlock(passphrase);
  await shellPage(second.page, w).ready();
});
