import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launchBrowser } from "../browser.ts";
import { startDesk } from "../desk-server.ts";
import { checkPage } from "../pages/check-page.ts";
import { editorPage } from "../pages/editor-page.ts";
import { ordersPage } from "../pages/orders-page.ts";
import { shellPage } from "../pages/shell-page.ts";
import { wordsOf } from "../pages/words.ts";

// `npm run pictures`: draws the pictures of the documents from the running desk, with the invented sample order.
const folder = join(import.meta.dirname, "..", "..", "..", "docs", "images");
await mkdir(folder, { recursive: true });
const server = await startDesk({ lang: "zh" });
const browser = await launchBrowser({ locale: "zh-CN", width: 1360, height: 860 });
try {
  const page = await browser.newPage();
  await page.goto(server.url);
  const w = wordsOf("zh");
  await shellPage(page, w).ready();
  await ordersPage(page, w).loadSample();
  const draw = async (name: string) => {
    await writeFile(join(folder, `${name}.png`), await page.screenshot({ animations: "disabled" }));
    console.log(`docs/images/${name}.png`);
  };
  await draw("order");
  await editorPage(page, w).view("check");
  await checkPage(page, w).asOf("2026-08-20");
  await draw("check");
} finally {
  await browser.close();
  await server.close();
}
