import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { writeLinkPage } from "./link-page.ts";
import { openBrowser } from "./open-browser.ts";

const token = "Zx9-invented-token-that-nobody-may-see";
const address = `http://127.0.0.1:4711/#token=${token}`;

async function inFolder(task: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "desk-link-test-"));
  try {
    await task(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

test("the page leads to the desk, and only its owner can enter its folder or read it", () =>
  inFolder(async (dir) => {
    const page = await writeLinkPage(address, "en", process.platform, dir);
    const text = await readFile(page.path, "utf8");
    expect(text).toContain(`content="0;url=${address}"`);
    expect(text).not.toContain("<script");
    if (process.platform !== "win32") {
      expect((await stat(page.path)).mode & 0o777).toBe(0o600);
      expect((await stat(join(page.path, ".."))).mode & 0o777).toBe(0o700);
    }
    await page.remove();
    expect(await readdir(dir)).toEqual([]);
    await page.remove();
  }));

test.runIf(process.platform === "linux")(
  "what is started to open the browser gets a path, and no secret",
  () =>
    inFolder(async (dir) => {
      const seen = join(dir, "seen");
      await writeFile(
        join(dir, "xdg-open"),
        `#!/bin/sh\ntr '\\0' ' ' </proc/$$/cmdline >${seen}\n`,
      );
      await chmod(join(dir, "xdg-open"), 0o700);
      const before = process.env["PATH"];
      process.env["PATH"] = `${dir}${delimiter}${before}`;
      try {
        const page = await writeLinkPage(address, "zh", "linux", dir);
        expect(await openBrowser(page.path, "linux")).toBe(true);
        await expect
          .poll(async () => await readFile(seen, "utf8").catch(() => ""))
          .toContain(page.path);
        expect(await readFile(seen, "utf8")).not.toContain(token);
      } finally {
        process.env["PATH"] = before;
      }
    }),
);
