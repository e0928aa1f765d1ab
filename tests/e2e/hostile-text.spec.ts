import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Dossier, dossierSchema } from "#shared/model";
import { journeyHosts, type OpenDesk, openDesk } from "../support/hosts.ts";

const example = new URL("../../examples/private-start-up-complete.json", import.meta.url);

/** Markup, addresses that run, formulas, code of the typesetter, and signs that turn a line around. */
const payloads = [
  '<img src=x onerror="window.hacked=1">',
  '"><script>window.hacked=1</script>',
  "<svg onload=window.hacked=1>",
  "javascript:window.hacked=1",
  "{{constructor.constructor('window.hacked=1')()}}",
  '#read("/etc/passwd") #eval("1+1") $x$',
  '=HYPERLINK("https://evil.example/","x")',
  "\u202Egnp.exe \u0000x",
  "https://evil.example/x.png",
];

type Path = readonly (string | number)[];

function* leaves(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === "string") yield path;
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, [...path, key]);
}

function put(root: unknown, path: Path, text: string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return text;
  const copy = (Array.isArray(root) ? [...root] : { ...(root as object) }) as Record<
    string,
    unknown
  >;
  copy[step] = put(copy[step], rest, text);
  return copy;
}

/** The example with hostile words in every field that takes words, and how many those are. */
function hostileDossier(): { readonly dossier: Dossier; readonly fields: number } {
  let dossier: unknown = JSON.parse(readFileSync(example, "utf8"));
  let fields = 0;
  for (const path of leaves(dossier)) {
    // A name of a file is refused outright where it is more than a name; that has its own test below.
    if (["id", "schema", "fileName"].includes(String(path.at(-1)))) continue;
    const payload = payloads[fields % payloads.length] ?? "";
    for (const text of [payload, payload.replaceAll("\u0000", "")]) {
      const tried = put(dossier, path, text);
      if (!dossierSchema.safeParse(tried).success) continue;
      dossier = tried;
      fields += 1;
      break;
    }
  }
  return { dossier: dossierSchema.parse(dossier), fields };
}

/** Calls the desk as the page's own bridge does, on either host. */
async function call(page: Page, group: string, name: string, input: unknown): Promise<unknown> {
  const reply = await page.evaluate(
    async ([g, n, i]) => {
      const { desk } = globalThis as unknown as {
        desk?: { call: Record<string, Record<string, (input: unknown) => Promise<unknown>>> };
      };
      if (desk !== undefined) return await desk.call[String(g)]?.[String(n)]?.(i);
      const headers = {
        "content-type": "application/json",
        "x-desk-key": localStorage.getItem("desk-key") ?? "",
      };
      const request = { method: "POST", headers, body: JSON.stringify(i) };
      return await (await fetch(`/api/${String(g)}/${String(n)}`, request)).json();
    },
    [group, name, input] as const,
  );
  const { ok, value, error } = reply as { ok: boolean; value: unknown; error?: unknown };
  if (!ok) throw new Error(`${group}.${name}: ${JSON.stringify(error)}`);
  return value;
}

const sections = [
  ...["basics", "parties", "lines", "schedule", "route", "customs", "use", "tenants"],
  ...["necessity", "declarations", "exporter", "lookups", "evidence", "review"],
];

describe.each(journeyHosts)("hostile words in every field, on the %s host", (host) => {
  let desk: OpenDesk;
  let order = "";
  const { dossier, fields } = hostileDossier();
  beforeAll(async () => {
    desk = await openDesk(host, { lang: "zh" });
    await desk.page.waitForFunction(() => document.querySelector("h1") !== null);
    const text = JSON.stringify(dossier);
    const input = { fileName: "hostile.json", text, onConflict: "take-theirs" };
    const taken = (await call(desk.page, "orders", "import", input)) as { order: string };
    order = taken.order;
  });
  afterAll(async () => {
    await desk?.close();
  });
  const isUnharmed = async () => {
    expect(await desk.page.evaluate(() => "hacked" in globalThis)).toBe(false);
    expect(await desk.page.locator("img[src='x'], script:not([src]):not([nonce])").count()).toBe(0);
    expect(await desk.outside()).toEqual([]);
  };

  test("are shown as words on every page and nothing of them runs", async () => {
    expect(fields).toBeGreaterThan(60);
    const { page } = desk;
    const base = page.url().split("#")[0] ?? "";
    const pages = [
      ...sections.map((section) => `orders/${order}/edit/${section}`),
      ...[`orders/${order}/check`, `orders/${order}/packets`],
      ...["orders", "parties", "sites", "products", "evidence", "cases", "journal", "trash"],
    ];
    for (const place of pages) {
      await page.goto(`${base}#/${place}`);
      await page.locator("main h1, main h2").first().waitFor();
      await page.waitForFunction(() => document.querySelector(".skeleton") === null);
    }
    await isUnharmed();
    await page.goto(`${base}#/parties`);
    // A person opens each party's own window, with its picture of who owns it.
    await page.locator("main table tbody tr").first().locator("button, a").first().click();
    await page.getByRole("dialog").waitFor();
    await isUnharmed();
    await page.keyboard.press("Escape");
  }, 120_000);

  test.each(["cn-filing", "us-exporter", "internal-record"])(
    "are printed and exported in the set %s as words, and its papers act on nothing",
    async (set) => {
      const built = await call(desk.page, "packets", "build", { order, set, asOf: "2026-08-20" });
      const { job } = built as { job: string };
      const status = async () =>
        (await call(desk.page, "jobs", "status", { job, waitMs: 5_000 })) as {
          state: string;
          result?: { id: string; files: readonly { path: string }[] };
        };
      await expect
        .poll(async () => (await status()).state, { timeout: 90_000 })
        .not.toBe("running");
      const done = await status();
      expect(done).toMatchObject({ state: "done" });
      const id = done.result?.id ?? "";
      const papers = (done.result?.files ?? []).filter(({ path }) => path.endsWith(".pdf"));
      expect(papers.length).toBeGreaterThan(0);
      const verified = await call(desk.page, "packets", "verify", { id });
      expect(verified).toMatchObject({ intact: true });
      for (const { path } of papers.slice(0, 2)) {
        const shown = (await call(desk.page, "packets", "page", { id, path, page: 1 })) as {
          svg: string;
        };
        expect(shown.svg).not.toMatch(/<script|onload=|onerror=|<foreignObject|javascript:/i);
      }
      await isUnharmed();
    },
    120_000,
  );

  test.each(["../../evil.pdf", "a/b.pdf", "C:\\evil.pdf", "javascript:1"])(
    "the file name %j of a piece of evidence is refused with its place, and nothing is taken in",
    async (name) => {
      const [first, ...rest] = dossier.evidence;
      const text = JSON.stringify({
        ...dossier,
        evidence: [{ ...first, fileName: name }, ...rest],
      });
      const input = { fileName: "hostile.json", text, onConflict: "take-theirs" };
      await expect(call(desk.page, "orders", "import", input)).rejects.toThrow(/evidence\.0/);
    },
  );

  test("leave as they came: the exported order says byte for byte the same", async () => {
    const back = (await call(desk.page, "orders", "dossier", { id: order })) as Dossier;
    expect(back.order).toEqual(dossier.order);
  });
});
