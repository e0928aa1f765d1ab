import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLog, pageHeaders, readPageFiles, withNonce } from "./index.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-host-test-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test("the page's files are known by their exact names, unknown kinds are left out", async () => {
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<p>");
  await writeFile(join(folder, "assets", "a-1.js"), "1");
  await writeFile(join(folder, "manifest.json"), "{}");
  const files = await readPageFiles(folder);
  expect([...files.keys()].sort()).toEqual(["/", "/assets/a-1.js", "/index.html"]);
  expect(files.get("/assets/a-1.js")?.hashed).toBe(true);
  expect(files.get("/")?.hashed).toBe(false);
});

test("the policy has no hole, and in Electron the page may not connect anywhere", () => {
  const policy = pageHeaders("n0nce", "none")["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

test("a nonce is put into every place that waits for one", () => {
  const html = '<a nonce="desk-nonce-placeholder"><b nonce="desk-nonce-placeholder">';
  expect(withNonce(html, "x1")).toBe('<a nonce="x1"><b nonce="x1">');
});

test("the log keeps the kind of a fault and its place, never its words", async () => {
  const file = join(folder, "logs", "desk.log");
  const log = createLog(file, () => "2026-11-23T00:00:00.000Z");
  log.fault(new TypeError("party 示例科技 is secret"), "orders.save");
  log.fault("示例", "orders.save");
  log.event("refused-request", 2);
  const text = await readFile(file, "utf8");
  expect(text).toContain("fault orders.save TypeError");
  expect(text).toContain("event refused-request 2");
  expect(text).not.toContain("示例");
  expect(text).not.toContain("secret");
});

test("a log that has grown large makes room and keeps one older part", async () => {
  const file = join(folder, "desk.log");
  await writeFile(file, "x".repeat(600_000));
  createLog(file, () => "now").event("start");
  expect(await readFile(file, "utf8")).toBe("now event start 1\n");
  expect((await readFile(`${file}.1`, "utf8")).length).toBe(600_000);
});
