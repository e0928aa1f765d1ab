import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startDesk } from "../support/desk-server.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { packetsPage } from "../support/pages/packets-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const sample = join(process.cwd(), "examples", "private-start-up.json");
const asOf = "2026-08-20";
const places = [
  { TZ: "Pacific/Kiritimati", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" },
  { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
] as const;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "desk-same-bytes-"));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function byCommand(name: string, env: Readonly<Record<string, string>>): Promise<string> {
  const out = join(root, name);
  const command = ["packet", "build", sample, "--set", "cn-filing", "--as-of", asOf];
  await promisify(execFile)(
    process.execPath,
    [join(process.cwd(), "dist", "node", "cli.mjs"), ...command, "--out", out, "--zip"],
    { env: { ...process.env, ...env } },
  );
  const [zip = ""] = readdirSync(out);
  return sha256(readFileSync(join(out, zip)));
}

async function byBrowser(env: Readonly<Record<string, string>>): Promise<string> {
  const w = wordsOf("zh");
  const server = await startDesk({ env });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await ordersPage(page, w).importFile("sample.json", readFileSync(sample));
    await page.getByRole("navigation", { name: w("editor.sections") }).waitFor();
    await editorPage(page, w).view("packets");
    const day = page.getByRole("textbox", { name: w("packets.asof"), exact: true });
    await day.fill(asOf);
    await day.press("Tab");
    const packets = packetsPage(page, w);
    await packets.build("cn-filing");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      packets.download("cn-filing").click(),
    ]);
    return sha256(readFileSync(await download.path()));
  } finally {
    await browser.close();
    await server.close();
  }
}

test("the same dossier on the same day gives the same packet in every time zone and locale, by command and in the browser", async () => {
  const [east, west] = await Promise.all(
    places.map((env) => byCommand(env.TZ.replace("/", "-"), env)),
  );
  expect(west).toBe(east);
  expect(await byBrowser(places[1])).toBe(east);
}, 120_000);
