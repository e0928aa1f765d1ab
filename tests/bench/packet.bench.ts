/**
 * Packet build against Chromium printing equal content in the same run: the internal record of a dossier of 40 parties,
 * 60 links and 30 lines (sixty pages and more): cold (nothing loaded), fresh (typesetting processes at work, the set new to
 * them), warm (the set built before with other words in every name, title and purpose); memory, and growth of the China filing from 1 to 2,000 order lines. Prints a table and one JSON line.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright";
import { builtInPrograms, createPacketBuilder, type PacketBuilder } from "#desk";
import { forkedSetter } from "#node/pdf";
import { type Report, runCheck } from "#shared/check";
import type { Dossier } from "#shared/model";
import { type Block, type Cell, type Inline, plainText } from "#shared/packet";
import { documentsOf, type SetName, setContentOf } from "#shared/papers";
import { bigDossier } from "../support/big-dossier.ts";

const asOf = "2026-08-20";
const SET: SetName = "internal-record";
const RUNS = 5;

const own = builtInPrograms();
if (!own.ok) throw new Error(own.error.code);
const packs = own.value.map((held) => held.program);

/** The dossier of the must-hold with a word of its own in every name, so that no layout is remembered from another run. */
function dossierOf(word: string, lines = 30): Dossier {
  const dossier = bigDossier({ parties: 40, links: 60, lines });
  return {
    ...dossier,
    order: {
      ...dossier.order,
      title: `${dossier.order.title}${word}`,
      lines: dossier.order.lines.map((line) => ({ ...line, purpose: `训练自有模型${word}` })),
    },
    parties: dossier.parties.map((party) => ({
      ...party,
      names: { ...party.names, zh: `${party.names.zh}${word}`, en: `${party.names.en} ${word}` },
    })),
  };
}

function reportOf(dossier: Dossier): Report {
  const report = runCheck({ dossier, packs, lists: [], asOf, reading: "working" });
  if (!report.ok) throw new Error(report.error.code);
  return report.value;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const inline = (text: Inline) => escaped(plainText(text));
const cellText = (cell: Cell) => (typeof cell === "string" ? escaped(cell) : inline(cell.content));
const row = (cells: readonly Cell[], tag: string) =>
  `<tr>${cells
    .map((cell) => {
      const span = typeof cell === "string" ? 1 : (cell.colspan ?? 1);
      return `<${tag}${span > 1 ? ` colspan="${span}"` : ""}>${cellText(cell)}</${tag}>`;
    })
    .join("")}</tr>`;

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`;
    case "paragraph":
    case "notice":
      return `<p>${inline(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${inline(item)}</li>`).join("")}</ul>`;
    case "checklist":
      return `<ul>${block.items.map((item) => `<li>${item.checked ? "■" : "□"} ${inline(item.text)}</li>`).join("")}</ul>`;
    case "keyValue":
      return `<table>${block.rows.map(({ label, value }) => row([label, { content: value }], "td")).join("")}</table>`;
    case "table":
      return `<table><thead>${block.header.map((cells) => row(cells, "th")).join("")}</thead><tbody>${[...block.rows, ...(block.totals ?? [])].map((cells) => row(cells, "td")).join("")}</tbody></table>`;
    case "figure":
      return `<figure>${block.svg}<figcaption>${escaped(block.caption)}</figcaption></figure>`;
    case "landscape":
      return block.blocks.map(blockHtml).join("");
    default:
      return "";
  }
}

/** The same papers as one page for a browser: the same fonts, sizes and margins. */
function html(dossier: Dossier, report: Report): string {
  const content = setContentOf({
    set: SET,
    dossier,
    report,
    language: "zh",
    draft: true,
    packs,
  });
  const papers = documentsOf(content).map(
    ({ document }) =>
      `<section><h1>${escaped(document.title)}</h1>${document.blocks.map(blockHtml).join("")}</section>`,
  );
  const modules = pathToFileURL(`${process.cwd()}/node_modules/@expo-google-fonts`);
  return `<!doctype html><html lang="zh"><style>
@font-face{font-family:S;src:url(${modules}/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf)}
@font-face{font-family:H;src:url(${modules}/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf)}
@page{size:A4;margin:37mm 26mm 35mm 28mm}body{font:15.8pt/1.85 S}section{break-after:page}h1,h2,h3,th{font-family:H}
table{border-collapse:collapse;width:100%;font-size:10.5pt;line-height:1.5}td,th{border:.5pt solid;padding:.42em .45em}
thead{display:table-header-group}tr{break-inside:avoid}</style>${papers.join("")}</html>`;
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value] as const;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function print(browser: Browser, folder: string, page: string): Promise<Buffer> {
  const path = join(folder, "page.html");
  writeFileSync(path, page);
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(path).href);
  await tab.evaluate("document.fonts.ready");
  const pdf = await tab.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  await tab.close();
  return pdf;
}

const pagesIn = (pdf: Buffer) => pdf.toString("latin1").split(/\/Type\s*\/Page[^s]/).length - 1;

/** How long Chromium takes to print it: started for it, and already running. */
async function measureChromium(folder: string) {
  const first = dossierOf("首");
  const page = html(first, reportOf(first));
  const [cold, browser] = await timed(async () => {
    const started = await chromium.launch({
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"],
    });
    await print(started, folder, page);
    return started;
  });
  const runs: number[] = [];
  let pdf: Buffer = Buffer.alloc(0);
  for (let run = 0; run < RUNS; run += 1) {
    const dossier = dossierOf(String(run));
    const next = html(dossier, reportOf(dossier));
    const [ms, printed] = await timed(() => print(browser, folder, next));
    runs.push(ms);
    pdf = printed;
  }
  await browser.close();
  return { cold, warm: median(runs), pages: pagesIn(pdf) };
}

async function build(
  works: PacketBuilder,
  folder: string,
  dossier: Dossier,
  report: Report,
  set: SetName = SET,
) {
  const built = await works.build({
    set,
    dossier,
    report,
    language: "zh",
    evidence: () => Promise.resolve(undefined),
    into: { folder, as: "zip" },
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  if (!built.ok) throw new Error(JSON.stringify(built.error));
  return built.value.summary.reduce((sum, file) => sum + (file.pages ?? 0), 0);
}

/** A whole packet: content, papers, bag, manifests and zip, written to disk, as the hosts build it. */
async function measurePacket(folder: string) {
  const setter = forkedSetter(join(process.cwd(), "dist", "node", "typeset-worker.mjs"));
  const places = { root: process.cwd(), version: "bench", setter, packs: () => packs };
  const first = dossierOf("首");
  const report = reportOf(first);
  const [cold, works] = await timed(async () => {
    const started = createPacketBuilder(places);
    await build(started, folder, first, report);
    return started;
  });
  const runs: number[] = [];
  let pages = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const dossier = dossierOf(String(run));
    const checked = reportOf(dossier);
    const [ms, count] = await timed(() => build(works, folder, dossier, checked));
    runs.push(ms);
    pages = count;
  }
  const peak = memory.sofar();
  // Processes that are at work, and a set of which they remember nothing.
  const others = createPacketBuilder(places);
  await build(others, folder, first, report, "us-exporter");
  const unknown = dossierOf("新");
  const reported = reportOf(unknown);
  const [fresh] = await timed(() => build(others, folder, unknown, reported));
  await others.dispose();
  const growth: Record<string, number> = {};
  for (const lines of [1, 10, 100, 500, 1000, 2000]) {
    const dossier = dossierOf(`行${lines}`, lines);
    const checked = reportOf(dossier);
    const [ms] = await timed(() => build(works, folder, dossier, checked, "cn-filing"));
    growth[String(lines)] = Math.round(ms);
  }
  await works.dispose();
  return { cold, warm: median(runs), fresh, pages, growth, peak };
}

function residentOf(pid: number | string): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function childrenOf(): readonly string[] {
  try {
    return readdirSync("/proc/self/task").flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, "utf8").split(" ").filter(Boolean),
    );
  } catch {
    return [];
  }
}

/** Looks ten times a second how much memory this process and its typesetting processes hold; Linux only. */
function watchMemory() {
  const peak = { desk: 0, processes: 0 };
  const timer = setInterval(() => {
    const processes = childrenOf().reduce((sum, pid) => sum + residentOf(pid), 0);
    peak.desk = Math.max(peak.desk, Math.round(residentOf(process.pid)));
    peak.processes = Math.max(peak.processes, Math.round(processes));
  }, 100);
  return {
    sofar: () => ({ ...peak }),
    end: () => clearInterval(timer),
  };
}

const place = mkdtempSync(join(tmpdir(), "desk-bench-"));
const memory = watchMemory();
const ours = await measurePacket(place);
const peakMb = memory.sofar();
memory.end();
const theirs = await measureChromium(place);
rmSync(place, { recursive: true });
const figures = {
  pages: ours.pages,
  chromiumPages: theirs.pages,
  coldMs: Math.round(ours.cold),
  warmMs: Math.round(ours.warm),
  freshMs: Math.round(ours.fresh),
  chromiumColdMs: Math.round(theirs.cold),
  chromiumWarmMs: Math.round(theirs.warm),
  coldRatio: Number((ours.cold / theirs.cold).toFixed(2)),
  freshRatio: Number((ours.fresh / theirs.warm).toFixed(2)),
  warmRatio: Number((ours.warm / theirs.warm).toFixed(2)),
  growthMs: ours.growth,
  peakMb,
  peakMbAtSixtyPages: ours.peak,
};
console.log(
  `packet of ${figures.pages} pages: cold ${figures.coldMs} ms (${figures.coldRatio} of Chromium; aim 1), warm ${figures.warmMs} ms (${figures.warmRatio}; aim 0.3)`,
);
console.log(JSON.stringify({ bench: "packet", ...figures }));
