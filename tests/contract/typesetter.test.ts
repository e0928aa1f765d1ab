import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import {
  createTypesetter,
  forkedSetter,
  loadTypesetterAssets,
  type Typeset,
  type Typesetter,
  TypesetterPool,
} from "#node/pdf";
import { pagePicture } from "#node/pdf-reading";
import { sha256Hex } from "#shared/kernel";
import type { Block, PacketDocument } from "#shared/packet";
import { archiveFaults } from "../support/pdf/archive-faults.ts";
import { orderTable, sampleDocument } from "../support/pdf/samples.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "desk-pdf-"));
// Text is read back by tools that this project does not bring along.
const hasTools = ["pdftotext", "qpdf", "pdfinfo"].every((tool) =>
  (process.env["PATH"] ?? "").split(delimiter).some((place) => existsSync(join(place, tool))),
);
let typesetter: Typesetter;

beforeAll(async () => {
  typesetter = await createTypesetter(await loadTypesetterAssets());
});
afterAll(async () => {
  await typesetter.dispose();
  rmSync(folder, { recursive: true });
});

async function set(document: PacketDocument): Promise<Typeset> {
  const result = await typesetter.typeset(document);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function withBlocks(blocks: readonly Block[]): PacketDocument {
  return {
    ...sampleDocument("zh", 1, false),
    letterhead: undefined,
    blocks: [...blocks],
  } as PacketDocument;
}

function textOf(pdf: Uint8Array): string {
  const path = join(folder, "text.pdf");
  writeFileSync(path, pdf);
  return execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" });
}

const squeezed = (text: string) => text.replace(/\s+/g, "");

describe("a typeset paper", () => {
  it.each(["zh", "en"] as const)("in %s has what PDF/A-2b asks of the file", async (lang) => {
    const { pdf, pages } = await set(sampleDocument(lang, 40));
    expect(archiveFaults(pdf)).toEqual([]);
    expect(pages).toBeGreaterThan(6);
  });

  it("without headings still has its title as a bookmark", async () => {
    const { pdf } = await set(withBlocks([{ kind: "paragraph", text: "正文。" }]));
    expect(archiveFaults(pdf)).toEqual([]);
  });

  it("has the same bytes when set again, after other papers and in another typesetter", async () => {
    const first = await set(sampleDocument("zh", 12));
    await set(sampleDocument("en", 3));
    const second = await set(sampleDocument("zh", 12));
    const other = await createTypesetter(await loadTypesetterAssets());
    const third = await other.typeset(sampleDocument("zh", 12));
    await other.dispose();
    expect(Buffer.from(second.pdf).equals(Buffer.from(first.pdf))).toBe(true);
    expect(third.ok && Buffer.from(third.value.pdf).equals(Buffer.from(first.pdf))).toBe(true);
  });

  it("has the same bytes in other time zones and locales, set by a process of its own", () => {
    const script = `
      import { createTypesetter, loadTypesetterAssets } from "#node/pdf";
      import { sha256Hex } from "#shared/kernel";
      import { orderTable, sampleDocument } from "./tests/support/pdf/samples.ts";
      const typesetter = await createTypesetter(await loadTypesetterAssets());
      const result = await typesetter.typeset(sampleDocument("zh", 3));
      process.stdout.write(result.ok ? sha256Hex(result.value.pdf) : JSON.stringify(result.error));`;
    const hashes = [
      { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" },
      { TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "C" },
    ].map((zone) =>
      execFileSync(process.execPath, ["--input-type=module-typescript", "-e", script], {
        env: { ...process.env, ...zone },
        encoding: "utf8",
      }),
    );
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
  });

  it("refuses a character that no font has, naming it and its field", async () => {
    const result = await typesetter.typeset(
      withBlocks([
        {
          kind: "keyValue",
          rows: [{ label: "名称", value: "示例😀公司", field: "parties.0.name" }],
        },
      ]),
    );
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: "pdf-glyph-missing",
        params: {
          character: "😀",
          codePoint: "U+1F600",
          path: "parties.0.name",
          excerpt: "示例😀公司",
        },
      },
    });
  });

  it("refuses a table whose rows do not fill its columns, and sets one without a header", async () => {
    const columns = [{ width: { fr: 1 } }, { width: { fr: 1 } }];
    const table = (rows: string[][]) => withBlocks([{ kind: "table", columns, header: [], rows }]);
    expect(await typesetter.typeset(table([["甲", "乙"], ["丙"]]))).toMatchObject({
      error: { code: "pdf-document-invalid", params: { path: "blocks.0" } },
    });
    expect(await typesetter.typeset(table([["甲", "乙"]]))).toMatchObject({ ok: true });
  });

  it("refuses a drawing that holds a reference, and a value that is no document", async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';
    const figure = withBlocks([{ kind: "figure", svg: drawing, alt: "x", caption: "x" }]);
    expect(await typesetter.typeset(figure)).toMatchObject({
      ok: false,
      error: { code: "pdf-drawing-unsafe" },
    });
    const wrong = {
      ...withBlocks([]),
      blocks: [{ kind: "raw", text: "#x" }],
    } as unknown as PacketDocument;
    expect(await typesetter.typeset(wrong)).toMatchObject({
      ok: false,
      error: { code: "pdf-document-invalid", params: { path: "blocks.0.kind" } },
    });
  });
});

describe.runIf(hasTools)("a typeset paper, read back by poppler-utils and qpdf", () => {
  it("says on every page that it is no licence, and Draft until it is sealed", async () => {
    const draft = await set(sampleDocument("zh", 30));
    const final = await set({ ...sampleDocument("zh", 30), draft: false });
    const notice = squeezed("申请材料，不构成许可");
    const count = (text: string, part: string) => squeezed(text).split(part).length - 1;
    expect(count(textOf(draft.pdf), notice)).toBe(draft.pages);
    expect(count(textOf(draft.pdf), "草稿")).toBe(draft.pages);
    expect(count(textOf(final.pdf), notice)).toBe(final.pages);
    expect(count(textOf(final.pdf), "草稿")).toBe(0);
  });

  it("gives its names, codes and amounts back as text", async () => {
    const text = squeezed(textOf((await set(sampleDocument("zh", 5))).pdf));
    for (const part of [
      "𠮷祥䶮㐂（虚构）数据服务有限公司",
      "91310000MA1FXXXX0A",
      "0123456789abcdef".repeat(4),
      "123,456,789,000.00",
      "very.long.mailbox.name.of.the.compliance.department@subsidiary.example-intelligence.example.org",
    ])
      expect(text).toContain(squeezed(part));
  });

  it("gives any text back as it was, whatever marks it is made of", async () => {
    const marks = [
      ..."#$*_`@<>[]{}()\\/\"'~^=-+.,:;!?%&|0123456789AaBbZz",
      ..."中文加速器，。（）《》—…𠮷",
    ];
    const text = fc.string({ unit: fc.constantFrom(...marks), minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (parts) => {
        const columns = [{ width: { fr: 1 } }, { width: { fr: 3 } }];
        const { pdf } = await set(
          withBlocks([
            ...parts.map(
              (part): Block => ({ kind: "paragraph", text: `始${part}终`, align: "left" }),
            ),
            {
              kind: "table",
              columns,
              header: [],
              rows: parts.map((part) => ["甲", `始${part}终`]),
            },
          ]),
        );
        const read = squeezed(textOf(pdf));
        for (const part of parts)
          expect(read.split(squeezed(`始${part}终`)).length).toBeGreaterThan(2);
      }),
      { numRuns: 12 },
    );
  });

  it("prints the markup of the typesetter as the text it is", async () => {
    const hostile = [
      '#panic("x")',
      "#set page(width: 1cm)",
      "*b* _i_ $x^2$ `raw` @ref <label> = heading",
      '#import "/data/document.json": *',
      "\\u{202e} // comment /* open",
      ']#eval("1+1")[',
      '#read("/main.typ")',
    ];
    const document = withBlocks([
      { kind: "heading", level: 1, text: hostile.join(" ") },
      ...hostile.map((part): Block => ({ kind: "paragraph", text: part })),
      {
        kind: "table",
        columns: [{ width: { fr: 1 } }],
        header: [[hostile[0] ?? ""]],
        rows: hostile.map((cell) => [cell]),
      },
      { kind: "keyValue", rows: hostile.map((value) => ({ label: value, value })) },
      {
        kind: "paragraph",
        text: [{ text: "x", cite: { id: hostile[2] ?? "", text: hostile[0] ?? "" } }],
      },
    ]);
    const { pdf } = await set(document);
    const text = squeezed(textOf(pdf));
    for (const part of hostile) expect(text.split(squeezed(part)).length).toBeGreaterThan(3);
  });

  it("reports what was made visible or dropped, with its place", async () => {
    const { warnings, pdf } = await set(
      withBlocks([{ kind: "paragraph", text: "付\u202e款\u200b人" }]),
    );
    expect(warnings).toEqual([
      { codePoint: "U+202E", shown: true, path: "blocks.0.text" },
      { codePoint: "U+200B", shown: false, path: "blocks.0.text" },
    ]);
    expect(textOf(pdf)).toContain("付‹U+202E›款人");
  });

  it("repeats the header of a table on every page and keeps the total with a row", async () => {
    const { pdf, pages } = await set(
      withBlocks([sampleDocument("zh", 200).blocks.find((b) => b.kind === "table") as Block]),
    );
    const text = textOf(pdf).split("\f").slice(0, pages);
    for (const page of text) expect(squeezed(page)).toContain("货物名称与型号");
    expect(squeezed(text.at(-1) ?? "")).toMatch(/\d{10}.*合计/);
    for (let rows = 9; rows <= 26; rows += 1) {
      const turned = withBlocks([
        { kind: "landscape", blocks: [{ ...orderTable(rows, "zh"), size: "tiny" }] },
      ]);
      const sheets = textOf((await set(turned)).pdf).split("\f");
      const last = sheets.find((sheet) => sheet.includes("合计")) ?? "";
      expect(squeezed(last), `${rows} rows`).toMatch(/\d{10}.*合计/);
    }
  });

  it("is clean for qpdf, tagged and bookmarked", async () => {
    const path = join(folder, "check.pdf");
    writeFileSync(path, (await set(sampleDocument("en", 10))).pdf);
    expect(execFileSync("qpdf", ["--check", path], { encoding: "utf8" })).toContain(
      "No syntax or stream",
    );
    expect(execFileSync("pdfinfo", [path], { encoding: "utf8" })).toMatch(/Tagged:\s+yes/);
    expect(execFileSync("pdfinfo", ["-struct-text", path], { encoding: "utf8" })).toContain("TH");
  });
});

describe("a picture of a page", () => {
  it("is drawn from the file for every page, and from nothing else", async () => {
    const { pdf, pages } = await set(sampleDocument("zh", 10));
    for (let page = 1; page <= pages; page += 1) {
      const picture = pagePicture(pdf, page);
      expect(picture).toMatchObject({ ok: true, value: { pages } });
      const svg = picture.ok ? picture.value.svg : "";
      expect(svg).not.toMatch(/NaN|undefined|<script|url\(/);
      for (const [, id] of svg.matchAll(/<use href="#([^"]+)"/g))
        expect(svg).toContain(`id="${id}"`);
    }
    expect(pagePicture(pdf, pages + 1)).toMatchObject({ error: { code: "pdf-page-missing" } });
  });

  it.runIf(hasTools)("draws one glyph for each character that can be read back", async () => {
    const { pdf } = await set(sampleDocument("zh", 4));
    const texts = textOf(pdf).split("\f");
    for (const page of [1, 3]) {
      const picture = pagePicture(pdf, page);
      const drawn = picture.ok ? picture.value.svg.split("<use ").length - 1 : 0;
      expect(drawn).toBe([...squeezed(texts[page - 1] ?? "")].length);
    }
  });

  it("is refused for a PDF from elsewhere or a broken one", async () => {
    const { pdf } = await set(sampleDocument("en", 1));
    for (const bytes of [
      Buffer.from("%PDF-1.4 nothing"),
      Buffer.alloc(0),
      Buffer.from(pdf).subarray(0, 5000),
    ])
      expect(pagePicture(bytes, 1)).toMatchObject({ error: { code: "pdf-preview-foreign" } });
  });
});

describe("a typesetter in processes of its own", () => {
  const setter = forkedSetter(
    fileURLToPath(new URL("../../electron/worker/typeset-worker.ts", import.meta.url)),
  );
  let pool: TypesetterPool;
  afterEach(async () => await pool.dispose());

  it("gives the bytes that the one in this process gives, whichever process sets them", async () => {
    pool = new TypesetterPool(setter);
    const lengths = [3, 1, 4, 2];
    const there = await Promise.all(lengths.map((n) => pool.typeset(sampleDocument("zh", n))));
    for (const [index, length] of lengths.entries()) {
      const here = await set(sampleDocument("zh", length));
      const result = there[index];
      expect(result?.ok && Buffer.from(result.value.pdf).equals(Buffer.from(here.pdf))).toBe(true);
    }
  });

  it("stops the paper that is cancelled and still sets the next one", async () => {
    pool = new TypesetterPool(setter, { processes: 1 });
    const stop = new AbortController();
    const long = pool.typeset(sampleDocument("zh", 800), stop.signal);
    const next = pool.typeset(sampleDocument("en", 1));
    stop.abort();
    expect(await long).toMatchObject({ ok: false, error: { code: "pdf-cancelled" } });
    expect(await next).toMatchObject({ ok: true });
    await pool.dispose();
    expect(await pool.typeset(sampleDocument("en", 1))).toMatchObject({
      error: { code: "pdf-cancelled" },
    });
  });

  it("replaces a process when its memory has grown, and the bytes stay the same", async () => {
    let started = 0;
    const counted: typeof setter = (events) => {
      started += 1;
      return setter(events);
    };
    // Less than a process has when it begins, so that it is replaced after every paper.
    pool = new TypesetterPool(counted, { processes: 1, processBytes: 1024 });
    const hashes = new Set<string>();
    for (let run = 0; run < 2; run += 1) {
      const small = await pool.typeset(sampleDocument("en", 2));
      hashes.add(small.ok ? sha256Hex(small.value.pdf) : small.error.code);
      expect([started, pool.memory()]).toEqual([run + 1, 0]);
    }
    expect([...hashes]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it("outlives a process that its engine brings down, and sets the paper in another", async () => {
    const falls = join(folder, "falls.mjs");
    writeFileSync(falls, 'process.on("message", () => process.kill(process.pid, "SIGTRAP"));');
    let started = 0;
    pool = new TypesetterPool(
      (events) => {
        started += 1;
        return (started === 1 ? forkedSetter(falls) : setter)(events);
      },
      { processes: 1 },
    );
    expect(await pool.typeset(sampleDocument("en", 1))).toMatchObject({ ok: true });
    expect(started).toBe(2);
    await pool.dispose();
    pool = new TypesetterPool(forkedSetter(falls));
    expect(await pool.typeset(sampleDocument("en", 1))).toMatchObject({
      error: { code: "pdf-typeset-failed", params: { message: "SIGTRAP" } },
    });
  });

  // Where a fault of the engine once ended everything: papers begun and cancelled at any moment, beside papers that are
  // set in this process.
  const rounds = process.env["DESK_LONG"] === "1" ? 200 : 4;
  it(`survives ${rounds} rounds of papers cancelled at any moment`, async () => {
    pool = new TypesetterPool(setter);
    const expected = sha256Hex((await set(sampleDocument("en", 1))).pdf);
    for (let round = 0; round < rounds; round += 1) {
      const stop = new AbortController();
      const begun = [20, 3].map((n) => pool.typeset(sampleDocument("zh", n), stop.signal));
      const kept = pool.typeset(sampleDocument("en", 1));
      // Moments from before the process is up until some papers are done, spread evenly and the same in every run.
      const moment = ((round * 619) % 1000) * 1.5;
      const timer = setTimeout(() => stop.abort(), moment);
      const ends = await Promise.all(begun);
      clearTimeout(timer);
      for (const end of ends) expect(end.ok || end.error.code === "pdf-cancelled").toBe(true);
      const sound = await kept;
      expect(sound.ok && sha256Hex(sound.value.pdf)).toBe(expected);
    }
  }, 3_600_000);
});
