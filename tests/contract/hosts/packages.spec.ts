import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserProgram } from "../../support/browser.ts";
import { launchDesktop } from "../../support/desktop-app.ts";
import {
  filesBelow,
  makeStandIn,
  type PackagedSystem,
  readAsar,
} from "../../support/stand-in-runtimes.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const made = mkdtempSync(join(tmpdir(), "desk-packages-"));
const asarPlaces = {
  linux: "linux-unpacked/resources/app.asar",
  win: "win-unpacked/resources/app.asar",
  mac: "mac/H200 Procurement Desk.app/Contents/Resources/app.asar",
} as const;

/** Runs the project's own packaging, for one system, around a stand-in for Electron. */
function pack(system: PackagedSystem): void {
  const runtime = join(made, `runtime-${system}`);
  makeStandIn(system, runtime);
  const script = join(root, "build", "package", "package.ts");
  const args = [script, `--${system}`, "--dir", "--stand-in", "--out", made];
  execFileSync(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime, CHROMIUM_PATH: browserProgram() },
  });
}

const asarOf = (system: PackagedSystem) =>
  readAsar(readFileSync(join(made, system, asarPlaces[system])));

beforeAll(() => {
  for (const system of ["linux", "win", "mac"] as const) pack(system);
}, 180_000);
afterAll(() => {
  rmSync(made, { recursive: true, force: true });
});

test("the archive is the same for every system", () => {
  const headers = (["linux", "win", "mac"] as const).map((system) => asarOf(system).header);
  expect(new Set(headers).size).toBe(1);
});

test("the archive holds what the desk runs on and nothing else", () => {
  const paths = asarOf("linux").list.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      "package.json",
      "licences.txt",
      "sbom.cdx.json",
      "dist/electron/main.mjs",
      "dist/electron/preload.cjs",
      "dist/renderer/index.html",
    ]),
  );
  const foreign = paths.filter(
    (path) =>
      !/^(package\.json|licences\.txt|sbom\.cdx\.json|update-keys\.json|(dist\/(electron|renderer)|assets|shared\/packs|electron\/node\/pdf\/templates(-\d+)?)\/.+)$/.test(
        path,
      ),
  );
  expect(foreign).toEqual([]);
  expect(paths.filter((path) => /\.(test|spec)\.|\.map$|\.tsx?$/.test(path))).toEqual([]);
});

test("no line of the loopback host is in the archive, and nothing in it listens", () => {
  const asar = asarOf("linux");
  const code = asar.list
    .filter(({ path }) => /\.(mjs|cjs)$/.test(path))
    .map((entry) => asar.read(entry).toString("utf8"));
  expect(code.length).toBeGreaterThan(1);
  for (const text of code) {
    expect(text).not.toMatch(/createServer|\.listen\(|node:net|node:http|x-desk-key/);
    expect(text).not.toMatch(/node:child_process/);
  }
});

test("the manifest in the archive has no dependencies and no scripts", () => {
  const asar = asarOf("linux");
  const entry = asar.list.find(({ path }) => path === "package.json");
  const manifest = JSON.parse(entry === undefined ? "{}" : asar.read(entry).toString("utf8"));
  expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(["scripts"]));
  expect(manifest.dependencies ?? {}).toEqual({});
  expect(manifest.main).toBe("dist/electron/main.mjs");
});

test("the Windows program carries the archive's hash, so an altered archive does not start", () => {
  const exe = readFileSync(join(made, "win", "win-unpacked", "h200-desk.exe"));
  const hash = createHash("sha256").update(asarOf("win").header).digest("hex");
  expect(exe.toString("latin1")).toContain(hash);
});

test("the macOS program carries the archive's hash, the file kinds and the lowest rights", () => {
  const info = readFileSync(
    join(made, "mac", "mac", "H200 Procurement Desk.app", "Contents", "Info.plist"),
    "utf8",
  );
  expect(info).toContain(createHash("sha256").update(asarOf("mac").header).digest("hex"));
  for (const kind of ["h200order", "h200packet", "h200pack"]) expect(info).toContain(kind);
});

test("only the two languages' texts of Chromium are kept", () => {
  const locales = filesBelow(join(made, "linux", "linux-unpacked", "locales"));
  expect([...locales].sort()).toEqual(["en-US.pak", "zh-CN.pak"]);
});

/** Calls the desk through the page's bridge. */
async function call(
  page: Page,
  group: string,
  name: string,
  input: unknown,
): Promise<Record<string, unknown>> {
  const reply = await page.evaluate(
    async ([g, n, i]) => {
      type Calls = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
      const { desk } = globalThis as unknown as { desk: { call: Calls } };
      return await desk.call[String(g)]?.[String(n)]?.(i);
    },
    [group, name, input] as const,
  );
  const { ok, value, error } = reply as {
    ok: boolean;
    value: Record<string, unknown>;
    error?: unknown;
  };
  if (!ok) throw new Error(`${group}.${name}: ${JSON.stringify(error)}`);
  return value;
}

test("the packed program starts from its archive and sets a packet with the fonts it carries", async () => {
  const asar = asarOf("linux");
  const unpacked = join(made, "unpacked");
  for (const entry of asar.list) {
    const path = join(unpacked, entry.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, asar.read(entry));
  }
  const program = join(unpacked, "dist", "electron", "main.mjs");
  const app = await launchDesktop({ program, args: ["--packaged=yes"] });
  try {
    await app.page.waitForFunction(() => document.getElementById("root")?.hasChildNodes());
    expect(JSON.stringify(await app.menu())).not.toContain("开发者工具");
    const text = readFileSync(join(root, "examples", "private-start-up.json"), "utf8");
    const taken = await call(app.page, "orders", "import", {
      fileName: "a.json",
      text,
      onConflict: "take-theirs",
    });
    const { job } = await call(app.page, "packets", "build", {
      order: taken["order"],
      set: "cn-filing",
      asOf: "2026-08-20",
    });
    const status = async () => await call(app.page, "jobs", "status", { job, waitMs: 5_000 });
    await expect
      .poll(async () => (await status())["state"], { timeout: 60_000 })
      .not.toBe("running");
    expect(await status()).toMatchObject({ state: "done" });
  } finally {
    await app.close();
  }
}, 120_000);
