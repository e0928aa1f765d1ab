/**
 * Packet build against Chromium printing the same content in the same run: about sixty pages, cold (nothing loaded) and
 * warm (compiler and fonts in memory), and growth from 1 to 2,000 order lines. Prints a table and one JSON line.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright";
import { writePacket, zipPacket } from "#node/packets";
import { createTypesetter, loadTypesetterAssets, type Typesetter } from "#node/pdf";
import type { PacketDocument, Table } from "#shared/packet";
import { plainText } from "#shared/packet";
import { orderTable, sampleDocument } from "../support/pdf/samples.ts";

const LINES = 900;

function paper(lines: number, salt = ""): PacketDocument {
  const base = sampleDocument("zh", lines);
  return {
    ...base,
    blocks: [
      { kind: "heading", level: 1, text: "订购明细表" },
      { ...orderTable(lines, "zh", salt), size: "tiny" },
    ],
  };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function html(document: PacketDocument): string {
  const table = document.blocks.find((block): block is Table => block.kind === "table");
  const row = (cells: Table["rows"][number], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(typeof cell === "string" ? cell : plainText(cell.content))}</${tag}>`).join("")}</tr>`;
  const head = (table?.header ?? []).map((cells) => row(cells, "th")).join("");
  const body = (table?.rows ?? []).map((cells) => row(cells, "td")).join("");
  const modules = pathToFileURL(`${process.cwd()}/node_modules/@expo-google-fonts`);
  return `<!doctype html><html lang="zh"><style>
@font-face{font-family:S;src:url(${modules}/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf)}
@font-face{font-family:H;src:url(${modules}/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf)}
@page{size:A4;margin:37mm 26mm 35mm 28mm}body{font:9pt/1.5 S}table{border-collapse:collapse;width:100%}
td,th{border:.5pt solid;padding:.42em .45em}th{font-family:H}thead{display:table-header-group}tr{break-inside:avoid}
</style><h1>${escaped(document.title)}</h1><table><thead>${head}</thead><tbody>${body}</tbody></table></html>`;
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value] as const;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function print(browser: Browser, folder: string, document: PacketDocument): Promise<number> {
  const path = join(folder, "page.html");
  writeFileSync(path, html(document));
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href);
  await page.evaluate("document.fonts.ready");
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  await page.close();
  return pdf.length;
}

async function packet(
  typesetter: Typesetter,
  folder: string,
  name: string,
  document: PacketDocument,
) {
  const result = await typesetter.typeset(document);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const files = [{ path: "paper.pdf", content: result.value.pdf }];
  const written = await writePacket({
    into: folder,
    name,
    files,
    info: [["Bagging-Date", document.date]],
  });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  await zipPacket(written.value.folder, `${written.value.folder}.zip`);
  return result.value;
}

/** How long Chromium takes: started for it, and already running. */
async function measureChromium(
  folder: string,
): Promise<{ cold: number; warm: number; bytes: number }> {
  const document = paper(LINES);
  const [cold, browser] = await timed(async () => {
    const started = await chromium.launch({
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"],
    });
    await print(started, folder, document);
    return started;
  });
  const runs: number[] = [];
  let bytes = 0;
  for (let run = 0; run < 5; run += 1) {
    const [ms, size] = await timed(() => print(browser, folder, paper(LINES, String(run))));
    runs.push(ms);
    bytes = size;
  }
  await browser.close();
  return { cold, warm: median(runs), bytes };
}

/** How long a packet takes: typesetting, bag and zip, all written to disk. */
async function measurePacket(folder: string) {
  const [cold, typesetter] = await timed(async () => {
    const started = await createTypesetter(await loadTypesetterAssets());
    await packet(started, folder, "cold", paper(LINES));
    return started;
  });
  const runs: number[] = [];
  let last: { readonly pages: number; readonly pdf: Uint8Array } = {
    pages: 0,
    pdf: new Uint8Array(),
  };
  for (let run = 0; run < 5; run += 1) {
    // Other words in every line: the layout of cells is remembered, so that equal lines would come for nothing.
    const [ms, done] = await timed(() =>
      packet(typesetter, folder, `warm-${run}`, paper(LINES, String(run))),
    );
    runs.push(ms);
    last = done;
  }
  const growth: Record<string, number> = {};
  for (const lines of [1, 10, 100, 500, 1000, 2000]) {
    const [ms] = await timed(() =>
      packet(typesetter, folder, `lines-${lines}`, paper(lines, `-${lines}-`)),
    );
    growth[String(lines)] = Math.round(ms);
  }
  await typesetter.dispose();
  return { cold, warm: median(runs), pages: last.pages, bytes: last.pdf.length, growth };
}

function peakMegabytes(): number {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return Math.round(process.memoryUsage().rss / 1024 ** 2);
  }
}

const place = mkdtempSync(join(tmpdir(), "desk-bench-"));
const ours = await measurePacket(place);
const theirs = await measureChromium(place);
rmSync(place, { recursive: true });
const figures = {
  pages: ours.pages,
  coldMs: Math.round(ours.cold),
  warmMs: Math.round(ours.warm),
  chromiumColdMs: Math.round(theirs.cold),
  chromiumWarmMs: Math.round(theirs.warm),
  coldRatio: Number((ours.cold / theirs.cold).toFixed(2)),
  warmRatio: Number((ours.warm / theirs.warm).toFixed(2)),
  pdfKb: Math.round(ours.bytes / 1024),
  chromiumKb: Math.round(theirs.bytes / 1024),
  growthMs: ours.growth,
  peakMb: peakMegabytes(),
};
console.log(
  `packet of ${figures.pages} pages: cold ${figures.coldMs} ms (${figures.coldRatio} of Chromium; aim 1), warm ${figures.warmMs} ms (${figures.warmRatio}; aim 0.3)`,
);
console.log(JSON.stringify({ bench: "packet", ...figures }));
